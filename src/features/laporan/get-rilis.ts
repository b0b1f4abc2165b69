import { getInstansiHasil } from '#features/hasil/get-instansi-hasil.ts';
import type { IdentitasInstansi } from '#features/hasil/instansi-hasil.schema.ts';
import { requireInstrumen } from '#features/instrumen/instrumen.ts';
import type { Ctx } from '#platform/ctx.ts';
import { type BerkasLaporan, namaBerkas, TIPE } from './berkas-laporan.ts';
import { type Dokumen, paragraf } from './cetak/dokumen.rules.ts';
import { renderDocx } from './cetak/render-docx.ts';
import { type Rilis, susunRilis } from './rilis.rules.ts';

export interface RilisTerbuka extends Rilis {
	instansi: IdentitasInstansi;
	tahun: number;
}

export type TolakTerbit = { ok: false; reason: 'instansi_tidak_ada' | 'tahun_tidak_ada' };

/** The press release of a year that has a published result. */
export async function getRilis(
	ctx: Ctx,
	input: { slug: string; tahun: number },
): Promise<{ ok: true; value: RilisTerbuka } | TolakTerbit> {
	const terbit = await getInstansiHasil(ctx, input);
	if (!terbit.ok) return terbit;
	const { instansi, hasil } = terbit.value;
	if (!hasil) return { ok: false, reason: 'tahun_tidak_ada' };
	const { dasarHukum } = requireInstrumen(ctx, hasil.instrumen.id);
	const rilis = susunRilis(instansi, hasil, dasarHukum.peraturan);
	return { ok: true, value: { ...rilis, instansi, tahun: hasil.tahun } };
}

/** The same as DOCX, to be edited and sent. */
export async function unduhRilis(
	ctx: Ctx,
	input: { slug: string; tahun: number },
): Promise<{ ok: true; value: BerkasLaporan } | TolakTerbit> {
	const rilis = await getRilis(ctx, input);
	if (!rilis.ok) return rilis;
	const isi = await renderDocx(dokumenRilis(rilis.value, ctx.clock()));
	return {
		ok: true,
		value: { nama: namaBerkas(`rilis-pers-${input.slug}-${input.tahun}`, 'docx'), tipe: TIPE.docx, isi },
	};
}

function dokumenRilis(
	{ judul, paragraf: isi, catatan, instansi, tahun }: RilisTerbuka,
	waktu: Date,
): Dokumen {
	return {
		...{ jenis: 'Rilis pers', judul, subjudul: '', tentang: `${instansi.nama} · ${tahun}`, waktu },
		kaki: 'Rancangan rilis pers dari data Matang',
		isi: [
			...isi.map((p) => paragraf(p)),
			{ b: 'judul', tingkat: 2, teks: 'Catatan untuk humas (hapus sebelum dikirim)' },
			{ b: 'daftar', butir: catatan },
		],
	};
}
