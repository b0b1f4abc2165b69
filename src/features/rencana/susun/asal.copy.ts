import type { Awal } from './read-awal.ts';

type Asal = Pick<Awal, 'penilaian' | 'pelengkap' | 'diketik' | 'dianggap' | 'jumlah'>;

/** Where the levels come from, as one sentence for each source. */
export const kalimatAsal = {
	id: ({ penilaian: p, pelengkap, diketik, dianggap, jumlah }: Asal): string =>
		[
			p
				? `${p.nama} (${p.tahun}): ${p.terisi} dari ${jumlah} terisi.`
				: 'Belum ada penilaian: tingkatnya diketik sendiri.',
			...pelengkap.map((l) => `${l.banyak} lainnya dari ${l.nama} (${l.tahun}).`),
			...(diketik.length > 0 ? [`${diketik.length} diketik sendiri: ${ringkas(diketik)}.`] : []),
			...(dianggap > 0 ? [`${dianggap} yang belum terisi dianggap tingkat terendah.`] : []),
		].join(' '),
	en: ({ penilaian: p, pelengkap, diketik, dianggap, jumlah }: Asal): string =>
		[
			p
				? `${p.nama} (${p.tahun}): ${p.terisi} of ${jumlah} filled in.`
				: 'There is no assessment yet: the levels are typed.',
			...pelengkap.map((l) => `${l.banyak} more from ${l.nama} (${l.tahun}).`),
			...(diketik.length > 0 ? [`${diketik.length} typed: ${ringkas(diketik)}.`] : []),
			...(dianggap > 0 ? [`${dianggap} not filled in are taken as the lowest level.`] : []),
		].join(' '),
};

const ringkas = (ids: readonly string[]) =>
	ids.length > 8 ? `${ids.slice(0, 8).join(', ')}, …` : ids.join(', ');
