import type { Ctx, Orang } from '#platform/ctx.ts';
import { inScope } from '#platform/database/scope.ts';
import { toWebStream } from '#platform/http/web-stream.ts';
import { type BerkasLaporan, namaBerkas, TIPE } from './berkas-laporan.ts';
import { lembarBuku } from './buku-nasional.rules.ts';
import type { BarisXlsx, LembarXlsx } from './cetak/tulis-xlsx.ts';
import { streamXlsx } from './cetak/tulis-xlsx.ts';
import { namaTahap } from './kertas-kerja.rules.ts';
import { listNilaiPutaran, listPesertaPutaran } from './laporan.store.ts';
import { angka } from './lembar-hasil.rules.ts';

/** A national round as a workbook: one sheet of institutions, one of every value of every stage, read bit by bit. */
export async function unduhLembarNasional(
	ctx: Ctx,
	putaranId: number,
): Promise<
	| { ok: true; value: BerkasLaporan }
	| { ok: false; reason: 'belum_masuk' | 'tidak_berwenang' | 'penilaian_tidak_ada' }
> {
	if (ctx.who.jenis !== 'orang') return { ok: false, reason: 'belum_masuk' };
	const { who } = ctx;
	if (!who.peran.some((p) => p.instansiId === null)) return { ok: false, reason: 'tidak_berwenang' };
	const peserta = await inScope(ctx, who, (trx) => listPesertaPutaran(trx, putaranId));
	const [awal] = peserta;
	if (!awal) return { ok: false, reason: 'penilaian_tidak_ada' };
	const nama = new Map(peserta.map((p) => [p.id, p.nama]));
	const lembar = [...lembarBuku(peserta), lembarNilai(ctx, who, [...nama.keys()], nama)];
	const isi = toWebStream(streamXlsx(lembar));
	return {
		ok: true,
		value: { nama: namaBerkas(`putaran-nasional-${awal.tahun}-${putaranId}`, 'xlsx'), tipe: TIPE.xlsx, isi },
	};
}

/** Assessments whose values are read at once. */
const SEKALI = 50;

function lembarNilai(
	ctx: Ctx,
	who: Orang,
	id: readonly number[],
	nama: ReadonlyMap<number, string>,
): LembarXlsx {
	async function* baris(): AsyncGenerator<BarisXlsx> {
		for (let n = 0; n < id.length; n += SEKALI) {
			const daftar = await inScope(ctx, who, (trx) => listNilaiPutaran(trx, id.slice(n, n + SEKALI)));
			for (const e of daftar)
				yield [
					...[
						nama.get(e.penilaianId) ?? '',
						e.indikator,
						namaTahap(e.tahap),
						e.nilai === null ? null : angka(e.nilai),
					],
					...[e.fakta, e.analisis, e.justifikasi],
				];
		}
	}
	return {
		nama: 'Nilai',
		kolom: [
			...[
				{ nama: 'Instansi', lebar: 40 },
				{ nama: 'Indikator', lebar: 10 },
				{ nama: 'Tahap', lebar: 20 },
			],
			{ nama: 'Nilai', lebar: 8, gaya: 'desimal' },
			...[
				{ nama: 'Fakta', lebar: 50 },
				{ nama: 'Analisis', lebar: 50 },
				{ nama: 'Justifikasi', lebar: 50 },
			],
		],
		baris: baris(),
	};
}
