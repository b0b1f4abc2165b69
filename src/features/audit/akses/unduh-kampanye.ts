import type { BarisXlsx, LembarXlsx } from '#features/laporan/cetak/tulis-xlsx.ts';
import { tulisXlsx } from '#features/laporan/cetak/tulis-xlsx.ts';
import { hariIni } from '#features/penilaian/alur.rules.ts';
import type { Ctx } from '#platform/ctx.ts';
import { kampanyeCopy } from './kampanye.copy.ts';
import { tulisHari } from './mesin/tanggal.rules.ts';
import { readKampanyeUtuh, type TolakKampanye } from './read-kampanye.ts';

type Isi = Extract<Awaited<ReturnType<typeof readKampanyeUtuh>>, { ok: true }>['value'];

/** The report of a campaign: figures, then the frozen list with decisions, reasons and what the next export showed. */
export async function unduhKampanye(
	ctx: Ctx,
	input: { instansiId: number; id: number },
): Promise<{ ok: true; value: { nama: string; isi: Uint8Array<ArrayBuffer> } } | TolakKampanye> {
	const hasil = await readKampanyeUtuh(ctx, input);
	if (!hasil.ok) return hasil;
	const isi = await tulisXlsx([lembarRingkas(hasil.value), lembarButir(hasil.value)]);
	return { ok: true, value: { nama: `tinjauan-akses-${input.id}-${hasil.value.kini}.xlsx`, isi } };
}

function lembarRingkas({ kampanye: k, angka: a, kini }: Isi): LembarXlsx {
	const kata = kampanyeCopy.id;
	const baris: BarisXlsx[] = [
		[kata.kampanye, k.nama],
		[kata.sistem, k.sistem],
		[kata.unit, k.unit ?? '–'],
		[kata.tenggat, k.tenggat],
		[kata.keadaan, k.ditutup ? `${kata.ditutup} ${hariIni(k.ditutup)}` : kata.berjalan],
		[kata.perTanggal, kini],
		[kata.angka.banyak, a.banyak],
		[kata.angka.bertanda, a.bertanda],
		[kata.angka.belum, a.belum],
		[kata.angka.habis, a.habis],
		...(['pertahankan', 'ubah', 'cabut', 'alihkan'] as const).map(
			(p): BarisXlsx => [kata.keputusanNama[p], a[p]],
		),
		[kata.hasilNama.terpenuhi, a.terpenuhi],
		[kata.hasilNama.belum, a.belumTerpenuhi],
	];
	return {
		nama: 'Ringkasan',
		kolom: [
			{ nama: 'Hal', lebar: 40 },
			{ nama: 'Isi', lebar: 50 },
		],
		baris,
	};
}

function lembarButir({ butir }: Isi): LembarXlsx {
	const kata = kampanyeCopy.id;
	const kolom = [
		...[
			['Akun', 24],
			['Pemilik', 28],
			['NIP', 14],
			['Unit', 28],
			['Peran', 30],
			['Istimewa', 10],
		],
		...[
			['Terakhir masuk', 18],
			['Temuan', 70],
			['Keparahan', 14],
			['Keputusan', 14],
			['Alasan', 50],
		],
		...[
			['Berlaku sampai', 14],
			['Diputus', 14],
			['Oleh', 24],
			['Ekspor berikutnya', 20],
		],
	].map(([nama, lebar]) => ({ nama: String(nama), lebar: Number(lebar) }));
	const baris = butir.map((b): BarisXlsx => {
		const a = b.akun;
		return [
			...(a
				? [
						a.akun,
						a.nama,
						a.nip,
						a.unit,
						a.peran.join('; '),
						a.istimewa ? 'ya' : 'tidak',
						a.masuk >= 0 ? tulisHari(a.masuk) : '–',
						a.temuan.map((t) => `${t.aturan}: ${t.alasan}`).join('\n'),
					]
				: [kata.dihapus, '', '', '', '', '', '', '']),
			b.keparahan,
			b.keputusan ? kata.keputusanNama[b.keputusan] : '–',
			b.alasan,
			b.berlakuSampai ?? '',
			b.diputus ? hariIni(b.diputus) : '',
			b.oleh ?? '',
			b.hasil ? kata.hasilNama[b.hasil] : '',
		];
	});
	return { nama: 'Akun', kolom, baris };
}
