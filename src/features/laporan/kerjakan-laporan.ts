import { createHash } from 'node:crypto';
import { canAct } from '#features/akun/izin.rules.ts';
import { readOrang } from '#features/akun/read-orang.ts';
import { insertPemberitahuan } from '#features/kerjasama/pemberitahuan.store.ts';
import type { Ctx, Orang } from '#platform/ctx.ts';
import type { Trx } from '#platform/database/scope.ts';
import type { Pekerja } from '#platform/jobs/jobs.ts';
import { type HasilPekerjaan, runPekerjaanPanjang } from '#platform/jobs/pekerjaan.ts';
import { openPencetak } from './cetak/pencetak.ts';
import { HARI_SIMPAN } from './laporan.rules.ts';
import type { PermintaanLaporan } from './minta-laporan.ts';
import { finishLaporan, insertLaporan, insertPotong } from './simpan-laporan.store.ts';
import { type Bahan, siapkanLaporan } from './susun-laporan-panjang.ts';

const ULANG = 2;
const SEHARI = 86_400_000;

/** A book of the whole nation is one document. */
const BATAS_CETAK_MS = 900_000;
/** Bytes of a piece in the database. */
const POTONG = 512 * 1024;

/** Makes long reports, with the rights that the person has when it is done. */
export function pekerjaLaporan(ctx: Ctx): Pekerja {
	return {
		batas: 3600,
		ulang: ULANG,
		jeda: 10,
		kerjakan: (isi) =>
			runPekerjaanPanjang(ctx, isi, ULANG + 1, async (p, lapor) => {
				const orang = await readOrang(ctx.db, p.oleh);
				const minta = p.isi as PermintaanLaporan;
				if (!orang || !mayLaporan(orang, minta)) return { ok: false, reason: 'tidak_berwenang' };
				return await kerjakanLaporan({ ...ctx, who: orang }, orang, minta, { pekerjaanId: p.id, lapor });
			}),
	};
}

export const mayLaporan = (orang: Pick<Orang, 'peran'>, minta: PermintaanLaporan): boolean =>
	minta.apa === 'kertas_kerja'
		? canAct(orang, 'penilaian.lihat', { instansiId: minta.instansiId }).ok
		: canAct(orang, 'putaran.kelola', { instansiId: null }).ok;

export async function kerjakanLaporan(
	ctx: Ctx,
	orang: Orang,
	minta: PermintaanLaporan,
	p: { pekerjaanId: number; lapor: (selesai: number) => Promise<void> },
): Promise<HasilPekerjaan & { selesai?: (trx: Trx) => Promise<void> }> {
	const pencetak = openPencetak(ctx.dir.project, undefined, BATAS_CETAK_MS);
	try {
		const bahan = await siapkanLaporan(ctx, orang, minta, pencetak, p.lapor);
		if (!bahan) return { ok: false, reason: 'lain' };
		const kini = ctx.clock();
		const { nama, tipe, instansiId, penilaianId, putaranId } = bahan;
		const id = await ctx.db.transaction().execute((trx) =>
			insertLaporan(trx, {
				...{ pekerjaanId: p.pekerjaanId, oleh: orang.id, nama, tipe, instansiId, penilaianId, putaranId },
				...{ dibuat: kini, hapus: new Date(kini.getTime() + HARI_SIMPAN * SEHARI) },
			}),
		);
		const { ukuran, sha256 } = await simpan(ctx, id, bahan.isi);
		return {
			...{ ok: true, hasil: '/kerja/laporan', jumlah: bahan.jumlah },
			selesai: async (trx) => {
				const siap = ctx.clock();
				await finishLaporan(trx, { id, ukuran, sha256, siap });
				await insertPemberitahuan(trx, {
					...{ orangId: [orang.id], instansiId, jenis: 'laporan', rincian: { nama } },
					...{ tujuan: '/kerja/laporan', dibuat: siap },
				});
			},
		};
	} finally {
		pencetak.close();
	}
}

/** Writes what comes in pieces of the same size, one short statement each. */
async function simpan(ctx: Ctx, id: number, isi: Bahan['isi']): Promise<{ ukuran: bigint; sha256: string }> {
	const hash = createHash('sha256');
	let [tunggu, panjang, nomor, ukuran]: [Uint8Array[], number, number, bigint] = [[], 0, 0, 0n];
	const tulis = async () => {
		if (panjang === 0) return;
		await insertPotong(ctx.db, id, nomor++, Buffer.concat(tunggu));
		tunggu = [];
		panjang = 0;
	};
	for await (const bagian of isi) {
		hash.update(bagian);
		ukuran += BigInt(bagian.byteLength);
		tunggu.push(bagian);
		panjang += bagian.byteLength;
		if (panjang >= POTONG) await tulis();
	}
	await tulis();
	return { ukuran, sha256: hash.digest('hex') };
}
