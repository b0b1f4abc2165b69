import { defineCopy } from '#ui/lang.ts';

/** Words of what people say to one another. */
export const utasCopy = defineCopy({
	id: {
		utas: 'Percakapan',
		utasJenis: {
			komentar: 'Komentar',
			pertanyaan: 'Pertanyaan interviu',
			kunjungan: 'Catatan visitasi',
			sanggahan: 'Sanggahan',
			catatan: 'Catatan untuk penerus',
			jawaban: 'Jawaban',
		},
		utasIsi: 'Tulisan',
		utasJenisLabel: 'Jenis',
		kirim: 'Kirim',
		jawab: 'Jawab',
		sanggahDiterima: 'Sanggahan diterima',
		sanggahDitolak: 'Sanggahan ditolak',
		putusanSanggah: 'Putusan',
		utasKosong: 'Belum ada percakapan tentang indikator ini.',
		utasTerkirim: 'Terkirim.',
	},
	en: {
		utas: 'Conversation',
		utasJenis: {
			komentar: 'Comment',
			pertanyaan: 'Interview question',
			kunjungan: 'Visit note',
			sanggahan: 'Objection',
			catatan: 'Note for successors',
			jawaban: 'Answer',
		},
		utasIsi: 'Text',
		utasJenisLabel: 'Kind',
		kirim: 'Send',
		jawab: 'Answer',
		sanggahDiterima: 'Objection accepted',
		sanggahDitolak: 'Objection rejected',
		putusanSanggah: 'Decision',
		utasKosong: 'Nothing has been said about this indicator.',
		utasTerkirim: 'Sent.',
	},
});
