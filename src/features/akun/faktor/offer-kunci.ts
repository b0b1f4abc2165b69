import { randomBytes } from 'node:crypto';
import { generateAuthenticationOptions, generateRegistrationOptions } from '@simplewebauthn/server';
import type { Ctx } from '#platform/ctx.ts';
import { countTerbuka } from '../limit-percobaan.ts';
import { findOrang } from '../orang.store.ts';
import { findSetengah } from '../setengah.store.ts';
import { hashToken } from '../token.ts';
import { type GunaTantangan, insertTantangan, listKunciOrang } from './kunci.store.ts';
import type { RelyingParty } from './relying-party.rules.ts';

/** How long a challenge waits for its answer, in milliseconds. */
const umurTantangan = 5 * 60_000;
/** EdDSA, ES256 and RS256: what phones, laptops and security keys offer. */
export const algoritma = [-8, -7, -257];

type Opsi = Awaited<ReturnType<typeof generateAuthenticationOptions>>;
type OpsiDaftar = Awaited<ReturnType<typeof generateRegistrationOptions>>;
export type TawarOutcome<T> =
	| { ok: true; value: T }
	| { ok: false; reason: 'belum_masuk' | 'langkah_kedaluwarsa' | 'terlalu_sering' };

/** Options with which the browser asks its authenticator for a new passkey of the person signed in. */
export async function offerDaftar(ctx: Ctx, rp: RelyingParty): Promise<TawarOutcome<OpsiDaftar>> {
	if (ctx.who.jenis !== 'orang') return { ok: false, reason: 'belum_masuk' };
	const { id } = ctx.who;
	const [orang, ada] = [await findOrang(ctx.db, id), await listKunciOrang(ctx.db, id)];
	const opsi = await generateRegistrationOptions({
		rpName: 'Matang',
		rpID: rp.id,
		userID: new Uint8Array(Buffer.from(String(id))),
		userName: orang?.surel ?? String(id),
		userDisplayName: orang?.nama ?? '',
		challenge: await issue(ctx, 'daftar', id),
		attestationType: 'none',
		supportedAlgorithmIDs: algoritma,
		excludeCredentials: ada.map((k) => ({ id: k.kredensial, transports: k.transport })),
		authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
	});
	return { ok: true, value: opsi };
}

/** Options for signing in without a password: any passkey of this installation, with its owner verified. */
export async function offerMasuk(ctx: Ctx, rp: RelyingParty, alamat: string): Promise<TawarOutcome<Opsi>> {
	if (!(await countTerbuka(ctx, 'tantangan', alamat))) return { ok: false, reason: 'terlalu_sering' };
	const challenge = await issue(ctx, 'masuk', null);
	const opsi = await generateAuthenticationOptions({ rpID: rp.id, challenge, userVerification: 'required' });
	return { ok: true, value: opsi };
}

/** Options for the second step of a sign-in. */
export async function offerKedua(ctx: Ctx, rp: RelyingParty, token: string): Promise<TawarOutcome<Opsi>> {
	const setengah = await findSetengah(ctx.db, hashToken(token), 'kedua', ctx.clock());
	if (!setengah) return { ok: false, reason: 'langkah_kedaluwarsa' };
	return { ok: true, value: await offerOrang(ctx, rp, 'kedua', setengah.orangId) };
}

/** Options for a fresh proof of the person signed in. */
export async function offerTegas(ctx: Ctx, rp: RelyingParty): Promise<TawarOutcome<Opsi>> {
	if (ctx.who.jenis !== 'orang') return { ok: false, reason: 'belum_masuk' };
	return { ok: true, value: await offerOrang(ctx, rp, 'tegas', ctx.who.id) };
}

async function offerOrang(ctx: Ctx, rp: RelyingParty, guna: GunaTantangan, orangId: number): Promise<Opsi> {
	const kunci = await listKunciOrang(ctx.db, orangId);
	return await generateAuthenticationOptions({
		rpID: rp.id,
		challenge: await issue(ctx, guna, orangId),
		userVerification: 'preferred',
		allowCredentials: kunci.map((k) => ({ id: k.kredensial, transports: k.transport })),
	});
}

/** A challenge whose hash is kept until its answer comes. */
async function issue(
	ctx: Ctx,
	guna: GunaTantangan,
	orangId: number | null,
): Promise<Uint8Array<ArrayBuffer>> {
	const tantangan = new Uint8Array(randomBytes(32));
	const kini = ctx.clock();
	const kedaluwarsa = new Date(kini.getTime() + umurTantangan);
	const sidik = hashTantangan(Buffer.from(tantangan).toString('base64url'));
	await insertTantangan(ctx.db, { sidik, guna, orang_id: orangId, kedaluwarsa }, kini);
	return tantangan;
}

/** How a challenge is kept: the hash of its base64url text, which is what the browser signs. */
export const hashTantangan = (base64url: string): Buffer => hashToken(base64url);
