import type { IdentitasInstansi } from '#features/hasil/instansi-hasil.schema.ts';

/** How an institution and those who carry its work are called in a text of its own press office. */
export interface Sebutan {
	/** "Pemerintah Kota Balikpapan" */
	nama: string;
	/** "BALIKPAPAN", where the text is dated from; null where the name says no place. */
	tempat: string | null;
	/** "Wali Kota Balikpapan" */
	pimpinan: string;
	/** Who is thanked, in order. */
	terimaKasih: string[];
}

/** Provinces whose districts are called distrik and villages kampung. */
const papua = /^9[1-7]/;

/** Words that fit the kind of institution; only regions have kecamatan and kelurahan. */
export function sebutInstansi(
	{ nama, jenis, provinsiKode }: Pick<IdentitasInstansi, 'nama' | 'jenis' | 'provinsiKode'>,
	jenisIndeks: string,
): Sebutan {
	const wilayah = nama.replace(/^(Kota|Kabupaten|Provinsi)\s+/, '');
	const tempat = wilayah.toUpperCase();
	const sekda = `Sekretaris Daerah selaku Koordinator ${jenisIndeks}`;
	const kecamatan = papua.test(provinsiKode ?? '') ? 'distrik' : 'kecamatan';
	const desa = papua.test(provinsiKode ?? '') ? 'kampung' : 'desa';
	if (jenis === 'kota')
		return {
			...{ nama: `Pemerintah Kota ${wilayah}`, tempat, pimpinan: `Wali Kota ${wilayah}` },
			terimaKasih: [`Wali Kota ${wilayah}`, sekda, 'seluruh perangkat daerah', kecamatan, 'kelurahan'],
		};
	if (jenis === 'kabupaten')
		return {
			...{ nama: `Pemerintah Kabupaten ${wilayah}`, tempat, pimpinan: `Bupati ${wilayah}` },
			terimaKasih: [`Bupati ${wilayah}`, sekda, 'seluruh perangkat daerah', kecamatan, 'kelurahan', desa],
		};
	if (jenis === 'provinsi')
		return {
			...{ nama: `Pemerintah Provinsi ${wilayah}`, tempat, pimpinan: `Gubernur ${wilayah}` },
			terimaKasih: [
				`Gubernur ${wilayah}`,
				sekda,
				'seluruh perangkat daerah',
				'cabang dinas dan unit pelaksana teknis',
			],
		};
	const pimpinan = jenis === 'kementerian' ? 'Menteri' : `Pimpinan ${nama}`;
	const sekretaris = jenis === 'kementerian' ? 'pimpinan sekretariat kementerian' : 'pimpinan sekretariat';
	return {
		...{ nama, tempat: null, pimpinan },
		terimaKasih: [pimpinan, sekretaris, 'seluruh unit kerja', 'unit pelaksana teknis'],
	};
}

/** "a", "a dan b", "a, b, dan c" */
export const rangkai = (daftar: readonly string[]): string =>
	daftar.length < 3 ? daftar.join(' dan ') : `${daftar.slice(0, -1).join(', ')}, dan ${daftar.at(-1) ?? ''}`;
