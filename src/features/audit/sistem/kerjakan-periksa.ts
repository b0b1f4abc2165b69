import { createHash } from 'node:crypto';
import { canAct } from '#features/akun/izin.rules.ts';
import { readOrang } from '#features/akun/read-orang.ts';
import { hariIni } from '#features/penilaian/alur.rules.ts';
import { recordActivity } from '#platform/activity/record-activity.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Pekerja } from '#platform/jobs/jobs.ts';
import { runPekerjaanPanjang } from '#platform/jobs/pekerjaan.ts';
import { type Alat, batasBaku, type Catatan, createLaju, type Laju } from '../periksa/alat.ts';
import { cariAlamatMesin } from '../periksa/dns.ts';
import { canPeriksa, type IzinPeriksa, susunIzin } from '../periksa/izin-periksa.rules.ts';
import { type PeriksaOutcome, periksaTarget } from '../periksa/periksa-target.ts';
import { readKatalog } from '../periksa/read-katalog.ts';
import { barisSambungan, faktaSimpan, sertifikatSampai } from './fakta-simpan.rules.ts';
import { listIzinBerlaku } from './izin.store.ts';
import { kabariPerubahan } from './kabari-sistem.ts';
import type { PermintaanPeriksa } from './minta-periksa.ts';
import { type AlamatPeriksa, findSelesai, insertPeriksa, listBelumDiperiksa } from './periksa.store.ts';
import { bandingkan } from './perubahan.rules.ts';

const ULANG = 2;
/** Addresses looked at side by side; of one server there is never more than one connection. */
const SERENTAK = 16;

/** What the checks of the site use of the network; tests give their own. */
export type Jaringan = Pick<Alat, 'cariAlamat' | 'resolver' | 'batas' | 'portaPolos'> &
	Partial<Pick<Alat, 'ca'>>;

export const jaringanMesin = (resolver: readonly string[]): Jaringan => ({
	cariAlamat: cariAlamatMesin,
	resolver,
	batas: batasBaku,
	portaPolos: 80,
});

/** Looks at systems, with the rights that the person has when it is done. */
export function pekerjaPeriksa(ctx: Ctx, jaringan: Jaringan): Pekerja {
	return {
		batas: 3600,
		ulang: ULANG,
		jeda: 30,
		kerjakan: (isi) =>
			runPekerjaanPanjang(ctx, isi, ULANG + 1, async (p, lapor) => {
				const minta = p.isi as PermintaanPeriksa;
				const orang = await readOrang(ctx.db, p.oleh);
				if (!orang || !canAct(orang, 'periksa.jalankan', { instansiId: minta.instansiId }).ok)
					return { ok: false, reason: 'tidak_berwenang' };
				const jumlah = await kerjakanPeriksa(
					ctx,
					jaringan,
					{ ...minta, pekerjaanId: p.id, oleh: p.oleh },
					lapor,
				);
				return { ok: true, hasil: await tujuanHasil(ctx, minta), jumlah };
			}),
	};
}

async function tujuanHasil(ctx: Ctx, { instansiId, sistemId }: PermintaanPeriksa): Promise<string> {
	const { slug } = await ctx.db
		.selectFrom('instansi')
		.select('slug')
		.where('id', '=', instansiId)
		.executeTakeFirstOrThrow();
	return `/kerja/${slug}/audit/sistem${sistemId === null ? '' : `/${sistemId}`}`;
}

type Tugas = PermintaanPeriksa & { pekerjaanId: number; oleh: number };
interface IzinSiap {
	id: number;
	isi: IzinPeriksa;
}

/**
 * Looks at every address that the work has not looked at yet; each result is a transaction of its own, so that a stop
 * half-way loses only what was running. @returns how many addresses
 */
export async function kerjakanPeriksa(
	ctx: Ctx,
	jaringan: Jaringan,
	tugas: Tugas,
	lapor: (selesai: number) => Promise<void>,
): Promise<number> {
	const hari = hariIni(ctx.clock());
	const alamat = await listBelumDiperiksa(ctx.db, tugas);
	const izin = (await listIzinBerlaku(ctx.db, tugas.instansiId, hari)).flatMap((i) => {
		const utuh = susunIzin(i);
		return utuh.ok ? [{ id: i.id, isi: utuh.value }] : [];
	});
	const laju = createLaju();
	let [ambil, selesai] = [0, 0];
	const jalur = async () => {
		for (let satu = alamat[ambil++]; satu; satu = alamat[ambil++]) {
			await periksaSatu(ctx, jaringan, laju, { tugas, satu, izin, hari });
			await lapor(++selesai);
		}
	};
	await Promise.all(Array.from({ length: SERENTAK }, jalur));
	return alamat.length;
}

interface Satu {
	tugas: Tugas;
	satu: AlamatPeriksa;
	izin: readonly IzinSiap[];
	hari: string;
}

async function periksaSatu(
	ctx: Ctx,
	jaringan: Jaringan,
	laju: Laju,
	{ tugas, satu, izin, hari }: Satu,
): Promise<void> {
	const berlaku = izin.find((i) => canPeriksa(i.isi, satu, hari).ok);
	const sambungan: Catatan[] = [];
	const katalog = readKatalog(ctx);
	let hasil: PeriksaOutcome | { ok: false; reason: 'tak_terduga' | 'di_luar_izin'; alamat: string } = {
		...{ ok: false, reason: 'di_luar_izin', alamat: '' },
	};
	if (berlaku) {
		const alat: Alat = {
			...jaringan,
			izin: berlaku.isi,
			laju,
			clock: ctx.clock,
			catat: (c) => void sambungan.push(c),
		};
		try {
			hasil = await periksaTarget(alat, katalog, { host: satu.host, porta: satu.porta }, hari);
		} catch (error) {
			ctx.log.error({ err: error, sistem: satu.sistemId }, 'pemeriksaan sistem');
			hasil = { ok: false, reason: 'tak_terduga', alamat: '' };
		}
	}
	await simpan(ctx, { tugas, satu, izinId: berlaku?.id ?? null, hasil, sambungan });
}

interface Simpanan {
	tugas: Tugas;
	satu: AlamatPeriksa;
	izinId: number | null;
	hasil: PeriksaOutcome | { ok: false; reason: string; alamat: string };
	sambungan: readonly Catatan[];
}

/**
 * One row with every connection in it, and one line in the activity log that holds their number and the digest of that
 * list: the log stays small, and a list that was changed afterwards no longer fits its line.
 */
async function simpan(ctx: Ctx, { tugas, satu, izinId, hasil, sambungan }: Simpanan): Promise<void> {
	const { instansiId, pekerjaanId, oleh } = tugas;
	const waktu = ctx.clock();
	await ctx.db.transaction().execute(async (trx) => {
		const lalu = hasil.ok ? await findSelesai(trx, satu) : undefined;
		const perubahan = hasil.ok
			? bandingkan(lalu, { huruf: hasil.value.nilai?.huruf ?? null, hasil: hasil.value.hasil })
			: [];
		const id = await insertPeriksa(trx, {
			...{ instansiId, pekerjaanId, oleh, waktu, izinId, sambungan, perubahan },
			...{ sistemId: satu.sistemId, host: satu.host, porta: satu.porta },
			keadaan: hasil.ok ? 'selesai' : 'ditolak',
			alasan: hasil.ok ? null : hasil.reason,
			alamat: hasil.ok ? hasil.value.alamat : hasil.alamat,
			nilai: hasil.ok ? hasil.value.nilai : null,
			hasil: hasil.ok ? hasil.value.hasil : [],
			fakta: hasil.ok ? faktaSimpan(hasil.value.fakta) : {},
			sertifikatSampai: hasil.ok ? sertifikatSampai(hasil.value.fakta) : null,
		});
		if (id === undefined) return;
		await recordActivity(trx, {
			...{ instansiId, waktu, orangId: oleh, tindakan: 'periksa.jalan', objek: `sistem/${satu.sistemId}` },
			rincian: {
				...{ periksa: id, izin: izinId, sambungan: sambungan.length, alasan: hasil.ok ? null : hasil.reason },
				sidik: createHash('sha256').update(barisSambungan(sambungan)).digest('hex'),
			},
		});
		await kabariPerubahan(trx, { instansiId, sistem: satu, periksaId: id, perubahan, waktu });
	});
}
