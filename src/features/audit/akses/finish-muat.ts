import { authorize } from '#features/akun/require-orang.ts';
import { recordActivity } from '#platform/activity/record-activity.ts';
import type { Ctx } from '#platform/ctx.ts';
import { inScope, type Trx } from '#platform/database/scope.ts';
import { findSetelan, type PetaTersimpan, upsertPeta } from './akses.store.ts';
import { bacaDaftarAkun, bacaDaftarPegawai } from './baca/baca-daftar.ts';
import type { Sumber } from './baca/buka-tabel.ts';
import { BerkasAksesDitolak } from './baca/tolak-berkas.ts';
import { type JanjiButir, janjiTerpenuhi, sisipkanJanji } from './kampanye.rules.ts';
import { kunciAkun, listJanji, updateHasilButir } from './kampanye.store.ts';
import type { Catatan, DaftarPegawai } from './mesin/akun.rules.ts';
import type { MedanPegawai } from './mesin/kolom.rules.ts';
import { periksaAkses } from './mesin/periksa-akses.rules.ts';
import { type SetelanAturan, susunSetelan } from './mesin/setelan.rules.ts';
import { hariIso } from './mesin/tanggal.rules.ts';
import {
	type AkunTersimpan,
	bacaPegawaiPotong,
	potongPegawai,
	ringkasHasil,
	susunPotong,
} from './muat.rules.ts';
import {
	deletePotong,
	endMuat,
	findMuat,
	findPegawaiTerbaru,
	insertPotong,
	type Muat,
	readPotong,
} from './muat.store.ts';
import { sumberMuat, type TolakMuat } from './open-muat.ts';
import { readAturanAkses } from './read-aturan-akses.ts';

export type FinishOutcome =
	| { ok: true; value: { jumlah: number; temuan: number } }
	| TolakMuat
	| { ok: false; reason: 'sudah_dibaca' }
	| { ok: false; reason: 'berkas'; galat: BerkasAksesDitolak };

interface Bahan {
	muat: Muat;
	sumber: Sumber;
	setelan: SetelanAturan;
	pegawai: { id: number; daftar: DaftarPegawai } | null;
	janji: JanjiButir[];
}

/**
 * Reads a file by the settled columns, remembers them, reviews its accounts against the newest personnel list, and looks
 * whether what campaigns decided was done. The raw file goes; what is kept is sealed.
 */
export async function finishMuat(
	ctx: Ctx,
	input: { instansiId: number; id: number } & PetaTersimpan,
): Promise<FinishOutcome> {
	const { instansiId, id, ...peta } = input;
	const boleh = authorize(ctx, 'akses.kelola', { instansiId });
	if (!boleh.ok) return boleh;
	const { orang } = boleh;
	const bahan = await inScope(ctx, orang, (trx) => siapkan(ctx, trx, instansiId, id));
	if (!bahan) return { ok: false, reason: 'muat_tidak_ada' };
	if (bahan.muat.keadaan === 'siap') return { ok: false, reason: 'sudah_dibaca' };
	try {
		const tulis =
			bahan.muat.sistemId === null
				? await bacaPegawai(bahan, peta)
				: await bacaAkun(ctx, bahan, peta, instansiId);
		return await inScope(ctx, orang, async (trx): Promise<FinishOutcome> => {
			const { jumlah, temuan, ringkas } = tulis;
			if (!(await endMuat(trx, { instansiId, id, jumlah, ringkas })))
				return { ok: false, reason: 'sudah_dibaca' };
			await deletePotong(trx, instansiId, id, 'berkas');
			await insertPotong(trx, ctx, { instansiId, muatId: id, jenis: 'isi' }, tulis.potong);
			const catatan = [{ nomor: 0, isi: Buffer.from(JSON.stringify(tulis.catatan)) }];
			await insertPotong(trx, ctx, { instansiId, muatId: id, jenis: 'catatan' }, catatan);
			for (const j of tulis.janji) await updateHasilButir(trx, { instansiId, ...j, muatId: id });
			const siapa = { instansiId, waktu: ctx.clock(), oleh: orang.id };
			await upsertPeta(trx, { ...peta, ...siapa, sistemId: bahan.muat.sistemId });
			await recordActivity(trx, {
				...{ instansiId, waktu: siapa.waktu, orangId: orang.id },
				...{ tindakan: 'akses.baca', objek: `akses/${id}` },
				rincian: { sistem: bahan.muat.sistemId, banyak: jumlah, temuan },
			});
			return { ok: true, value: { jumlah, temuan } };
		});
	} catch (galat) {
		if (!(galat instanceof BerkasAksesDitolak)) throw galat;
		return { ok: false, reason: 'berkas', galat };
	}
}

async function siapkan(ctx: Ctx, trx: Trx, instansiId: number, id: number): Promise<Bahan | null> {
	const muat = await findMuat(trx, instansiId, id);
	if (!muat) return null;
	const sendiri = await findSetelan(trx, instansiId);
	const setelan = susunSetelan(readAturanAkses(ctx), {
		ambang: sendiri?.ambang,
		pasangan: sendiri?.pasangan ?? undefined,
		unitSama: sendiri?.unitSama,
	});
	const sumber = await sumberMuat(ctx, trx, muat, instansiId);
	if (muat.sistemId === null) return { muat, sumber, setelan, pegawai: null, janji: [] };
	const pegawai = await readPegawai(ctx, trx, instansiId);
	return { muat, sumber, setelan, pegawai, janji: await listJanji(trx, ctx, instansiId, muat.sistemId) };
}

async function readPegawai(ctx: Ctx, trx: Trx, instansiId: number): Promise<Bahan['pegawai']> {
	const muat = await findPegawaiTerbaru(trx, instansiId);
	if (!muat) return null;
	const pegawai = [];
	for await (const p of readPotong(trx, ctx, { instansiId, muatId: muat.id, jenis: 'isi' }))
		pegawai.push(...bacaPegawaiPotong(p));
	const ada = new Set((muat.ringkas.ada ?? []) as MedanPegawai[]);
	return { id: muat.id, daftar: { pegawai, ada, catatan: [], baris: pegawai.length } };
}

interface Tulisan {
	jumlah: number;
	temuan: number;
	ringkas: Parameters<typeof endMuat>[1]['ringkas'];
	potong: Iterable<{ nomor: number; aturan?: string; isi: Buffer }>;
	catatan: Catatan[];
	janji: { id: number; hasil: 'terpenuhi' | 'belum' }[];
}

const urutanPaksa = (u: PetaTersimpan['urutan']) => (u === 'otomatis' ? null : u);

async function bacaPegawai({ sumber }: Bahan, peta: PetaTersimpan): Promise<Tulisan> {
	const daftar = await bacaDaftarPegawai(sumber, { peta: peta.peta, tanggal: urutanPaksa(peta.urutan) });
	return {
		...{ jumlah: daftar.pegawai.length, temuan: 0, ringkas: { ada: [...daftar.ada] }, janji: [] },
		potong: potongPegawai(daftar),
		catatan: daftar.catatan,
	};
}

async function bacaAkun(ctx: Ctx, b: Bahan, peta: PetaTersimpan, instansiId: number): Promise<Tulisan> {
	const { muat, setelan, pegawai, janji } = b;
	const daftar = await bacaDaftarAkun(b.sumber, {
		peta: peta.peta,
		sistem: muat.sistem ?? '',
		tanggal: urutanPaksa(peta.urutan),
		peranIstimewa: setelan.peranIstimewa,
		publik: peta.publik,
	});
	const hasil = periksaAkses(daftar, pegawai?.daftar ?? null, setelan, hariIso(muat.tanggal));
	const sistemId = muat.sistemId ?? 0;
	const kunciOf = (a: { sistem: string; akun: string }) => kunciAkun(ctx, { instansiId, sistemId, ...a });
	if (janji.length > 0) sisipkanJanji(hasil, janji, kunciOf, muat.tanggal);
	const potong = susunPotong(hasil);
	const terbaca = new Map<string, AkunTersimpan>();
	if (janji.length > 0) for (const p of potong) for (const a of p.isi) terbaca.set(kunciOf(a), a);
	return {
		jumlah: hasil.akun.length,
		temuan: hasil.temuan.filter((t) => t.keparahan !== 'perlu dicek').length,
		ringkas: ringkasHasil(hasil, daftar.ada, pegawai?.id ?? null),
		potong: potong.map((p) => ({ ...p, isi: Buffer.from(JSON.stringify(p.isi)) })),
		catatan: hasil.catatan,
		janji: janji.flatMap((j) => {
			const h = janjiTerpenuhi(j, terbaca.get(j.kunci));
			return h === null ? [] : [{ id: j.id, hasil: h }];
		}),
	};
}
