import type { Api } from './api.ts';

const uraian = `Hasil evaluasi SPBE yang diumumkan Kementerian PANRB, peringkatnya, instrumennya, dan hitungannya.

- Angka selalu teks dengan titik dan dua desimal ("3.96"), bukan bilangan JSON.
- \`diumumkan\` seperti dalam sumber; \`turunan\` dihitung Matang dari yang diumumkan. Keduanya tidak dicampur.
- Instrumen 2018, 2020, dan 2026 tidak sebanding; setiap hasil menyebut instrumennya.
- GET membawa ETag; kirim \`if-none-match\` untuk mendapat 304. Hasil berubah hanya saat ada impor.
- Bentuk galat selalu \`{ "galat": { "kode", "pesan", "masalah" } }\`; \`kode\` tetap, \`pesan\` boleh berubah.
- Janji: dalam /api/v1 tidak ada jalur, parameter, atau kolom yang dihapus atau berubah arti. Yang baru boleh
  bertambah, jadi abaikan kolom yang tidak dikenal. Perubahan lain menjadi /api/v2, dan v1 tetap berjalan
  paling sedikit dua belas bulan sesudahnya.`;

/** The OpenAPI 3.1 document, made from the same schemas that check each request. */
export function buatDokumen(api: Api) {
	return api.getOpenAPI31Document({
		openapi: '3.1.0',
		info: {
			title: 'Matang API',
			version: '1.0.0',
			description: uraian,
			license: {
				name: 'Kode Apache-2.0; data boleh dipakai ulang dengan menyebut sumber',
				url: '/data',
			},
		},
		servers: [{ url: '/' }],
	});
}

export type Dokumen = ReturnType<typeof buatDokumen>;
