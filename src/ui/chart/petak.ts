/** A province in the tile map: official code, name, short name, half of the map, row and column in that half. */
export interface PetakProvinsi {
	kode: string;
	nama: string;
	singkat: string;
	paruh: 'barat' | 'timur';
	baris: number;
	kolom: number;
}

export const KOLOM = 7;
export const BARIS = 7;

// The map is cut between Kalimantan–Jawa–Bali and Sulawesi–Nusa Tenggara, so that a phone shows the halves
// one below the other with tiles that a thumb can hit, and a desktop shows them side by side.
const BARAT = `
11 Aceh Aceh 1 1|12 Sumatera Utara Sumut 2 1|14 Riau Riau 2 2|21 Kepulauan Riau Kepri 2 3
13 Sumatera Barat Sumbar 3 1|15 Jambi Jambi 3 2|19 Kepulauan Bangka Belitung Babel 3 3
17 Bengkulu Bkulu 4 1|16 Sumatera Selatan Sumsel 4 2|18 Lampung Lampung 5 2
65 Kalimantan Utara Kaltara 1 7|61 Kalimantan Barat Kalbar 2 5|62 Kalimantan Tengah Kalteng 2 6
64 Kalimantan Timur Kaltim 2 7|63 Kalimantan Selatan Kalsel 3 6
36 Banten Banten 6 2|31 DKI Jakarta DKI 6 3|32 Jawa Barat Jabar 6 4|33 Jawa Tengah Jateng 6 5
34 DI Yogyakarta DIY 7 5|35 Jawa Timur Jatim 6 6|51 Bali Bali 6 7`;
const TIMUR = `
75 Gorontalo Gtalo 1 2|71 Sulawesi Utara Sulut 1 3|76 Sulawesi Barat Sulbar 2 1|72 Sulawesi Tengah Sulteng 2 2
73 Sulawesi Selatan Sulsel 3 1|74 Sulawesi Tenggara Sultra 3 2|52 Nusa Tenggara Barat NTB 6 1
53 Nusa Tenggara Timur NTT 6 2|82 Maluku Utara Malut 2 4|81 Maluku Maluku 3 4
96 Papua Barat Daya PBD 2 5|92 Papua Barat Pabar 2 6|91 Papua Papua 2 7
94 Papua Tengah Pateng 3 6|95 Papua Pegunungan Papeg 3 7|93 Papua Selatan Pasel 4 7`;

function baca(teks: string, paruh: PetakProvinsi['paruh']): PetakProvinsi[] {
	return teks
		.trim()
		.split(/[|\n]/)
		.map((butir) => {
			const kata = butir.split(' ');
			const [singkat = '', baris = '', kolom = ''] = kata.slice(-3);
			const nama = kata.slice(1, -3).join(' ');
			return { kode: kata[0] ?? '', nama, singkat, paruh, baris: Number(baris), kolom: Number(kolom) };
		});
}

/** All 38 provinces with their tiles, reading order from north-west to south-east within each half. */
export const petakProvinsi: readonly PetakProvinsi[] = [
	...baca(BARAT, 'barat'),
	...baca(TIMUR, 'timur'),
].sort((a, b) => a.paruh.localeCompare(b.paruh) || a.baris - b.baris || a.kolom - b.kolom);
