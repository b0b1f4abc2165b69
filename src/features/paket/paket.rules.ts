import { amankanNama, tulisHuruf } from '#features/bukti/bukti.rules.ts';

/** Number of an indicator as the ministry's portal writes it: I01 → 1. */
export const nomorIndikator = (id: string): number => Number(id.replace(/\D/g, ''));

/** "1.a": what the portal calls an item. */
export const kodeButir = (indikator: string, huruf: number): string =>
	`${nomorIndikator(indikator)}.${tulisHuruf(huruf)}`;

/** "1.A", "I01.a", "1.a Perwali.pdf" → indicator number and letter; null for anything else. */
export function bacaKode(teks: string): { nomor: number; huruf: string } | null {
	const cocok = /^\s*I?0*(\d{1,3})\s*[.\-_ ]\s*([a-z]{1,2})(?![a-z])/i.exec(teks);
	return cocok ? { nomor: Number(cocok[1]), huruf: (cocok[2] ?? '').toLowerCase() } : null;
}

const ekor: Readonly<Record<string, string>> = {
	'application/pdf': 'pdf',
	'image/png': 'png',
	'image/jpeg': 'jpg',
	'image/webp': 'webp',
	'image/heic': 'heic',
	'image/tiff': 'tif',
	'video/mp4': 'mp4',
	'video/webm': 'webm',
	'video/quicktime': 'mov',
	'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
	'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
	'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'pptx',
	'application/vnd.ms-word.document.macroenabled.12': 'docm',
	'application/vnd.ms-excel.sheet.macroenabled.12': 'xlsm',
	'application/vnd.oasis.opendocument.text': 'odt',
	'application/vnd.oasis.opendocument.spreadsheet': 'ods',
	'application/vnd.oasis.opendocument.presentation': 'odp',
	'application/zip': 'zip',
	'text/plain': 'txt',
};

/**
 * Name of a file as the portal wants it: "1.a Perwali 12 Tahun 2025.pdf". The extension follows the content, so that
 * a wrong one does not go along; the title is at most 80 characters.
 */
export function namaPortal(
	indikator: string,
	b: { huruf: number; judul: string; namaBerkas: string | null; tipe: string | null },
): string {
	const asal = /\.([a-z\d]{1,5})$/i.exec(b.namaBerkas ?? '')?.[1]?.toLowerCase();
	const akhir = ekor[b.tipe ?? ''] ?? asal ?? 'bin';
	const tanpaEkor = b.judul.replace(new RegExp(`\\.${akhir}$`, 'i'), '');
	const judul = [...amankanNama(tanpaEkor.replace(/[\\/]/g, '-').replace(/[#%&{}$!'@+=`^~;]/g, ' '))]
		.slice(0, 80)
		.join('')
		.replace(/\s+/g, ' ')
		.replace(/[\s.]+$/, '');
	return `${kodeButir(indikator, b.huruf)} ${judul}.${akhir}`;
}

/** One indicator as text to be pasted: what it is, Fakta, Analisis. */
export function tulisPenjelasan(p: {
	id: string;
	nama: string;
	nilai: string;
	fakta: string;
	analisis: string;
}): string {
	return [
		`${p.id} ${p.nama}`,
		`Tingkat: ${p.nilai}`,
		'',
		'FAKTA',
		p.fakta.trim() || '(belum diisi)',
		'',
		'ANALISIS',
		p.analisis.trim() || '(belum diisi)',
		'',
	].join('\r\n');
}

/** Links and notes of an indicator, which are no files. */
export function tulisTautan(
	indikator: string,
	butir: readonly { huruf: number; judul: string; jenis: string; isi: string; penunjuk: string }[],
): string {
	return butir
		.map((b) =>
			[`${kodeButir(indikator, b.huruf)} ${b.judul}`, b.isi, b.penunjuk].filter((t) => t !== '').join('\r\n'),
		)
		.join('\r\n\r\n')
		.concat('\r\n');
}
