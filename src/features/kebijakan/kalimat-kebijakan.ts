import { formatBilangan, formatTanggal } from '#ui/format.ts';
import type { Lang } from '#ui/lang.ts';
import { kebijakanCopy } from './kebijakan.copy.ts';
import type { Butir, Dukungan } from './kebijakan.rules.ts';

/** One condition as a clause: "reviu kurang dari dua tahun, berlaku sampai 1 Juni 2027". */
export function kalimatButir(b: Butir, syarat: readonly { id: string; teks: string }[], lang: Lang): string {
	const kata = kebijakanCopy[lang].butir;
	switch (b.jenis) {
		case 'ditetapkan':
			return kata.ditetapkan(b.ok);
		case 'muatan': {
			const n = (x: number) => formatBilangan(x, lang);
			const dari = b.ada.length + b.kurang.length;
			const jumlah = (b.sebagian ? kata.sebagian : kata.muatan)(n(b.ada.length), n(dari));
			const nama = b.kurang.map((id) => syarat.find((s) => s.id === id)?.teks ?? id);
			return b.kurang.length > 0 ? `${jumlah}; ${kata.kurang(nama.join(', '))}` : jumlah;
		}
		case 'reviu':
			if (b.sampai === null) return kata.reviuKosong;
			return (b.ok ? kata.reviuOk : kata.reviuLewat)(formatTanggal(b.sampai, lang));
		case 'tindak_lanjut':
			return b.ok ? kata.tindakOk : kata.tindakKosong;
	}
}

/** Why the register supports this level and not the next. */
export function kalimatDukungan(
	d: Dukungan,
	syarat: readonly { id: string; teks: string }[],
	lang: Lang,
): string {
	const kata = kebijakanCopy[lang];
	if (d.tingkat === null) return kata.dukunganKosong;
	if (d.draf) return kata.karenaDraf;
	const sampai = d.rincian.filter((r) => r.tingkat <= (d.tingkat ?? 0));
	const tulis = (butir: readonly Butir[]) => butir.map((b) => kalimatButir(b, syarat, lang)).join('; ');
	const berikut = d.rincian.find((r) => !r.ok);
	const kurang = berikut
		? kata.untukTingkat(String(berikut.tingkat), tulis(berikut.butir.filter((b) => !b.ok)))
		: '';
	const penuh = tulis(sampai.at(-1)?.butir ?? []);
	return [penuh, kurang].filter((t) => t !== '').join('. ');
}

/** How long the newest review still counts. */
export function kalimatReviu(sisaBulan: number | null, lang: Lang): string {
	const kata = kebijakanCopy[lang];
	if (sisaBulan === null) return kata.reviuTidakAda;
	if (sisaBulan < 0) return kata.reviuLewat;
	return sisaBulan === 0 ? kata.reviuHariIni : kata.reviuSisa(formatBilangan(sisaBulan, lang));
}
