import { readId, readTeks } from '#platform/http/read-form.ts';
import type { IzinMasukan } from './izin-sistem.ts';
import type { SistemMasukan } from './save-sistem.ts';
import {
	type AlamatSalah,
	bacaAlamat,
	daftarKategori,
	daftarKekritisan,
	daftarKelas,
} from './sistem.rules.ts';

export type MedanSistem = 'nama' | 'kekritisan' | 'kelasData' | 'alamat';
const sebaris = (form: FormData, nama: string, maks: number) =>
	readTeks(form, nama, maks)
		.replace(/\p{Cc}/gu, ' ')
		.trim();

/** The form of a system, or what is wrong with it. */
export function bacaSistem(
	form: FormData,
):
	| { ok: true; value: Omit<SistemMasukan, 'instansiId'> }
	| { ok: false; salah: MedanSistem[]; alamatSalah: AlamatSalah | null } {
	const nama = sebaris(form, 'nama', 200);
	const kekritisan = daftarKekritisan.find((k) => k === form.get('kekritisan'));
	const kelasData = daftarKelas.find((k) => k === form.get('kelasData'));
	const alamat = bacaAlamat(readTeks(form, 'alamat', 10_000));
	const salah: MedanSistem[] = [
		...(nama === '' ? (['nama'] as const) : []),
		...(kekritisan ? [] : (['kekritisan'] as const)),
		...(kelasData ? [] : (['kelasData'] as const)),
		...(alamat.ok ? [] : (['alamat'] as const)),
	];
	if (!kekritisan || !kelasData || !alamat.ok || salah.length > 0)
		return { ok: false, salah, alamatSalah: alamat.ok ? null : alamat.salah };
	const id = readId(form, 'id');
	return {
		ok: true,
		value: {
			...{
				nama,
				kekritisan,
				kelasData,
				alamat: alamat.value,
				uraian: readTeks(form, 'uraian', 5000).replaceAll('\0', ''),
			},
			ubah: id === null ? null : { id, diubah: Number(form.get('diubah')) || 0 },
			unitId: readId(form, 'unitId'),
			kategori: daftarKategori.find((k) => k === form.get('kategori')) ?? null,
			aktif: id === null || form.get('aktif') === 'ya',
		},
	};
}

const MEDAN = [
	'nama',
	'uraian',
	'unitId',
	'kekritisan',
	'kelasData',
	'kategori',
	'alamat',
	'aktif',
	'diubah',
];
/** What was typed, to stand there again after a refusal. */
export const isianSistem = (form: FormData): Record<string, string> =>
	Object.fromEntries(MEDAN.map((m) => [m, readTeks(form, m, 10_000)]));

export type MedanIzin = 'nomor' | 'pemberi' | 'sasaran';

/** The form of a permit; dates and addresses are judged with the permit itself. */
export function bacaIzin(
	form: FormData,
): { ok: true; value: Omit<IzinMasukan, 'instansiId'> } | { ok: false; salah: MedanIzin[] } {
	const [nomor, pemberi] = [sebaris(form, 'nomor', 200), sebaris(form, 'pemberi', 300)];
	const sasaran = readTeks(form, 'sasaran', 50_000)
		.split(/[\n,;]/)
		.map((b) => b.trim().slice(0, 300))
		.filter(Boolean);
	const salah: MedanIzin[] = [
		...(nomor === '' ? (['nomor'] as const) : []),
		...(pemberi === '' ? (['pemberi'] as const) : []),
		...(sasaran.length === 0 ? (['sasaran'] as const) : []),
	];
	if (salah.length > 0) return { ok: false, salah };
	return {
		ok: true,
		value: {
			...{ nomor, pemberi, sasaran: [...new Set(sasaran)].slice(0, 2000) },
			...{ berlakuDari: sebaris(form, 'berlakuDari', 10), berlakuSampai: sebaris(form, 'berlakuSampai', 10) },
			tambahan: form
				.getAll('tambahan')
				.filter((t) => typeof t === 'string' && /^[A-Z]{3}-\d{2}$/.test(t))
				.map(String),
		},
	};
}

const MEDAN_IZIN = ['nomor', 'pemberi', 'berlakuDari', 'berlakuSampai', 'sasaran'];
export const isianIzin = (form: FormData): Record<string, string> => ({
	...Object.fromEntries(MEDAN_IZIN.map((m) => [m, readTeks(form, m, 50_000)])),
	tambahan: form.getAll('tambahan').map(String).join(' ').slice(0, 500),
});
