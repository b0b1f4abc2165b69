import { bacaRupiah } from '../tindakan/rupiah.rules.ts';
import { daftarMuatan } from './peta.rules.ts';
import type { PetaMasukan } from './save-peta.ts';

const teks = (form: FormData, nama: string, maks: number) => {
	const isi = form.get(nama);
	return typeof isi === 'string'
		? isi
				.replace(/\p{Cc}/gu, ' ')
				.trim()
				.slice(0, maks)
		: '';
};
const id = (isi: string): number | null => (/^[1-9]\d{0,8}$/.test(isi) ? Number(isi) : null);

export type MedanPeta = 'judul' | 'tahun' | 'muatan' | 'kebutuhan' | 'anggaran';

/** The form of a row of the roadmap, or which fields are wrong. */
export function bacaPeta(
	form: FormData,
): { ok: true; value: Omit<PetaMasukan, 'instansiId'> } | { ok: false; salah: MedanPeta[] } {
	const judul = teks(form, 'judul', 300);
	const tahun = Number(/^\d{4}$/.exec(teks(form, 'tahun', 5))?.[0] ?? 0);
	const muatan = daftarMuatan.find((m) => m === form.get('muatan'));
	const [kebutuhan, anggaran] = [
		bacaRupiah(teks(form, 'kebutuhan', 50)),
		bacaRupiah(teks(form, 'anggaran', 50)),
	];
	const salah: MedanPeta[] = [
		...(judul === '' ? (['judul'] as const) : []),
		...(tahun < 2018 || tahun > 2100 ? (['tahun'] as const) : []),
		...(muatan ? [] : (['muatan'] as const)),
		...(kebutuhan === undefined ? (['kebutuhan'] as const) : []),
		...(anggaran === undefined ? (['anggaran'] as const) : []),
	];
	if (salah.length > 0 || !muatan) return { ok: false, salah };
	return {
		ok: true,
		value: {
			...{ id: id(teks(form, 'id', 9)), judul, tahun, muatan },
			...{ kebutuhan: kebutuhan ?? null, anggaran: anggaran ?? null },
			indikator: /^[A-Za-z0-9]{1,20}$/.exec(teks(form, 'indikator', 20))?.[0] ?? null,
			unitId: id(teks(form, 'unitId', 9)),
			subKegiatan: teks(form, 'subKegiatan', 300),
			tindakanId: id(teks(form, 'tindakanId', 9)),
		},
	};
}

const MEDAN = [
	...[
		'judul',
		'tahun',
		'muatan',
		'kebutuhan',
		'anggaran',
		'indikator',
		'unitId',
		'subKegiatan',
		'tindakanId',
	],
	'id',
];

/** What was typed, to stand there again after a refusal. */
export const isianPeta = (form: FormData): Record<string, string> =>
	Object.fromEntries(MEDAN.map((m) => [m, teks(form, m, 300)]));
