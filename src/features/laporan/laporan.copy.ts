import { defineCopy } from '#ui/lang.ts';

/** Words of the report pages. The reports themselves are always Indonesian. */
export const laporanCopy = defineCopy({
	id: {
		laporan: 'Laporan dan rilis',
		rilis: (tahun: string) => `Rilis pers ${tahun}`,
		rilisJudul: 'Rilis pers',
		rilisArti:
			'Rancangan untuk humas: salin teksnya, atau unduh DOCX lalu sunting. Setiap angka berasal dari hasil yang diumumkan.',
		rilisCatatan: 'Catatan untuk humas',
		unduhDocx: 'Rilis pers untuk disunting',
		laporanPdf: (tahun: string) => `Laporan hasil evaluasi ${tahun}`,
		laporanArsip: 'Salinan untuk arsip',
		laporanXlsx: (tahun: string) => `Tabel laporan ${tahun}`,
		kembali: 'Kembali ke hasil',
		formatSalah: 'Format yang tersedia: pdf, xlsx.',
		sibuk: 'Banyak laporan sedang dicetak. Coba lagi sebentar.',
	},
	en: {
		laporan: 'Report and release',
		rilis: (tahun) => `Press release ${tahun}`,
		rilisJudul: 'Press release',
		rilisArti:
			'A draft for the press office, in Indonesian: copy the text, or download the DOCX and edit it. Every figure comes from the published result.',
		rilisCatatan: 'Notes for the press office',
		unduhDocx: 'Press release to edit',
		laporanPdf: (tahun) => `Evaluation report ${tahun} (in Indonesian)`,
		laporanArsip: 'Copy for the archive',
		laporanXlsx: (tahun) => `Tables of the report ${tahun}`,
		kembali: 'Back to the result',
		formatSalah: 'Available formats: pdf, xlsx.',
		sibuk: 'Many reports are being printed. Try again in a moment.',
	},
});
