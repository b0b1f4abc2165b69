import { verifyRegistrationResponse } from '@simplewebauthn/server';
import { recordActivity } from '#platform/activity/record-activity.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Trx } from '#platform/database/scope.ts';
import { isTegas } from '../penegasan.rules.ts';
import { readFaktor, replacePemulihan } from './faktor.store.ts';
import type { JawabanDaftar } from './kunci.schema.ts';
import { insertKunci, takeTantangan } from './kunci.store.ts';
import { algoritma, hashTantangan } from './offer-kunci.ts';
import { createPemulihan } from './pemulihan.ts';
import type { RelyingParty } from './relying-party.rules.ts';

export type DaftarKunciOutcome =
	/** Recovery codes come with the first second factor; they are shown once. */
	| { ok: true; value: { pemulihan: string[] | null } }
	| { ok: false; reason: 'belum_masuk' | 'perlu_penegasan' | 'nama_kunci_kosong' | 'kunci_ditolak' };

/** Registers a passkey of the person signed in, under a name of their choice. */
export async function registerKunci(
	ctx: Ctx,
	input: { nama: string; jawaban: JawabanDaftar; rp: RelyingParty },
): Promise<DaftarKunciOutcome> {
	if (ctx.who.jenis !== 'orang') return { ok: false, reason: 'belum_masuk' };
	const orangId = ctx.who.id;
	const kini = ctx.clock();
	if (!isTegas(ctx.who, kini)) return { ok: false, reason: 'perlu_penegasan' };
	const nama = input.nama
		.replace(/\p{Cc}/gu, ' ')
		.trim()
		.slice(0, 100);
	if (!nama) return { ok: false, reason: 'nama_kunci_kosong' };
	return await ctx.db.transaction().execute(async (trx): Promise<DaftarKunciOutcome> => {
		const kunci = await verify(ctx, trx, orangId, input);
		const id = kunci && (await insertKunci(trx, { ...kunci, orangId, nama, dibuat: kini }));
		if (!id) return { ok: false, reason: 'kunci_ditolak' };
		await recordActivity(trx, {
			instansiId: null,
			waktu: kini,
			orangId,
			tindakan: 'kunci.daftar',
			objek: `kunci/${id}`,
		});
		return { ok: true, value: { pemulihan: await ensurePemulihan(trx, orangId, kini) } };
	});
}

/** Recovery codes for somebody who has none yet; null where they have some. */
export async function ensurePemulihan(trx: Trx, orangId: number, kini: Date): Promise<string[] | null> {
	if ((await readFaktor(trx, orangId)).pemulihan > 0) return null;
	const { kode, sidik } = createPemulihan();
	await replacePemulihan(trx, orangId, sidik, kini);
	return kode;
}

async function verify(
	ctx: Ctx,
	trx: Trx,
	orangId: number,
	{ jawaban, rp }: { jawaban: JawabanDaftar; rp: RelyingParty },
) {
	try {
		const { verified, registrationInfo } = await verifyRegistrationResponse({
			response: jawaban as Parameters<typeof verifyRegistrationResponse>[0]['response'],
			expectedChallenge: (teks) =>
				takeTantangan(trx, { sidik: hashTantangan(teks), guna: 'daftar', orangId, kini: ctx.clock() }),
			expectedOrigin: rp.origin,
			expectedRPID: rp.id,
			requireUserVerification: false,
			supportedAlgorithmIDs: algoritma,
		});
		if (!verified) return null;
		const { credential } = registrationInfo;
		return {
			kredensial: credential.id,
			kunciPublik: Buffer.from(credential.publicKey),
			hitungan: credential.counter,
			transport: jawaban.response.transports ?? [],
		};
	} catch (err) {
		ctx.log.info({ err }, 'pendaftaran kunci sandi ditolak');
		return null;
	}
}
