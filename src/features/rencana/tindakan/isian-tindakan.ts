import { z } from 'zod';
import { bacaRupiah } from './rupiah.rules.ts';
import type { TindakanMasukan } from './save-tindakan.ts';
import { daftarKeadaan, type KeadaanTindakan } from './tindakan.rules.ts';

const hari = z.iso.date();
const teks = (form: FormData, nama: string) => {
	const isi = form.get(nama);
	return typeof isi === 'string' ? isi.replaceAll('\0', '').replace(/\r\n?/g, '\n').trim() : '';
};
const sebaris = (form: FormData, nama: string, maks: number) =>
	teks(form, nama)
		.replace(/\p{Cc}/gu, ' ')
		.slice(0, maks);
const id = (isi: unknown): number | null =>
	typeof isi === 'string' && /^[1-9]\d{0,8}$/.test(isi) ? Number(isi) : null;
const tanggal = (isi: string): string | null =>
	hari.safeParse(isi).success && isi >= '2018-01-01' && isi <= '2100-12-31' ? isi : null;

/** A level as typed, "2" or "2,5", in hundredths; null for none, undefined for anything that is no level. */
function tingkat(isi: string): number | null | undefined {
	if (isi === '') return null;
	const cocok = /^(\d)(?:[.,](\d{1,2}))?$/.exec(isi);
	const nilai = cocok ? Number(cocok[1]) * 100 + Number((cocok[2] ?? '').padEnd(2, '0')) : 501;
	return nilai <= 500 ? nilai : undefined;
}

/** What is wrong with which field of the form. */
export type MedanTindakan =
	| 'judul'
	| 'tahun'
	| 'mulai'
	| 'tenggat'
	| 'tenggat_sebelum'
	| 'dari'
	| 'ke'
	| 'ke_kosong'
	| 'ke_tidak_naik'
	| 'pagu'
	| 'realisasi';

type Isi = Omit<TindakanMasukan, 'instansiId'>;

/** The form of an action, or what is wrong with it. */
export function bacaTindakan(
	form: FormData,
): { ok: true; value: Isi } | { ok: false; salah: MedanTindakan[] } {
	const [mulai, tenggat] = [tanggal(teks(form, 'mulai')), tanggal(teks(form, 'tenggat'))];
	const [dari, ke] = [tingkat(teks(form, 'dari')), tingkat(teks(form, 'ke'))];
	const [pagu, realisasi] = [bacaRupiah(teks(form, 'pagu')), bacaRupiah(teks(form, 'realisasi'))];
	const judul = sebaris(form, 'judul', 300);
	const indikator = /^[A-Za-z0-9]{1,20}$/.exec(teks(form, 'indikator'))?.[0] ?? null;
	const tahun = Number(/^\d{4}$/.exec(teks(form, 'tahun'))?.[0] ?? 0);
	const salah: MedanTindakan[] = [];
	const tolak = (kena: boolean, medan: MedanTindakan) => kena && salah.push(medan);
	tolak(judul === '', 'judul');
	tolak(tahun < 2018 || tahun > 2100, 'tahun');
	tolak(mulai === null, 'mulai');
	tolak(tenggat === null, 'tenggat');
	tolak(mulai !== null && tenggat !== null && tenggat < mulai, 'tenggat_sebelum');
	tolak(dari === undefined, 'dari');
	tolak(ke === undefined, 'ke');
	tolak(indikator !== null && ke === null, 'ke_kosong');
	tolak(typeof dari === 'number' && typeof ke === 'number' && ke <= dari, 'ke_tidak_naik');
	tolak(pagu === undefined, 'pagu');
	tolak(realisasi === undefined, 'realisasi');
	if (salah.length > 0 || mulai === null || tenggat === null) return { ok: false, salah };
	const ubahId = id(form.get('id'));
	return {
		ok: true,
		value: {
			ubah: ubahId === null ? null : { id: ubahId, diubah: Number(teks(form, 'diubah')) || 0 },
			...{ judul, tahun, mulai, tenggat, indikator },
			dari: indikator === null ? null : (dari ?? null),
			ke: indikator === null ? null : (ke ?? null),
			uraian: teks(form, 'uraian').slice(0, 10_000),
			unitId: id(form.get('unitId')),
			orangId: id(form.get('orangId')),
			bukti: teks(form, 'bukti').slice(0, 5000),
			program: sebaris(form, 'program', 300),
			kegiatan: sebaris(form, 'kegiatan', 300),
			subKegiatan: sebaris(form, 'subKegiatan', 300),
			kodeRekening: sebaris(form, 'kodeRekening', 100),
			sumberDana: sebaris(form, 'sumberDana', 100),
			pagu: pagu ?? null,
			realisasi: realisasi ?? null,
			menunggu: [...new Set(form.getAll('menunggu').flatMap((m) => id(m) ?? []))].slice(0, 100),
		},
	};
}

const MEDAN = [
	...[
		'judul',
		'tahun',
		'mulai',
		'tenggat',
		'indikator',
		'dari',
		'ke',
		'uraian',
		'unitId',
		'orangId',
		'bukti',
	],
	...['program', 'kegiatan', 'subKegiatan', 'kodeRekening', 'sumberDana', 'pagu', 'realisasi', 'diubah'],
];

/** What was typed, to stand there again after a refusal. */
export const isianTindakan = (form: FormData): Record<string, string> => ({
	...Object.fromEntries(MEDAN.map((m) => [m, teks(form, m).slice(0, 10_000)])),
	menunggu: form.getAll('menunggu').map(String).join(' ').slice(0, 2000),
});

/** The report on an action: its state, percent, rupiah spent; a field that is not sent stays as it is. */
export function bacaLapor(form: FormData):
	| {
			ok: true;
			value: { keadaan: KeadaanTindakan; kemajuan?: number; realisasi?: bigint | null };
	  }
	| { ok: false; salah: ('keadaan' | 'kemajuan' | 'realisasi')[] } {
	const keadaan = daftarKeadaan.find((k) => k === form.get('keadaan'));
	const persen = /^(\d{1,3})\s*%?$/.exec(teks(form, 'kemajuan'))?.[1];
	const kemajuan = persen === undefined ? undefined : Number(persen);
	const realisasi = bacaRupiah(teks(form, 'realisasi'));
	const salah: ('keadaan' | 'kemajuan' | 'realisasi')[] = [];
	if (!keadaan) salah.push('keadaan');
	if (form.has('kemajuan') && (kemajuan === undefined || kemajuan > 100)) salah.push('kemajuan');
	if (realisasi === undefined) salah.push('realisasi');
	if (!keadaan || salah.length > 0) return { ok: false, salah };
	return {
		ok: true,
		value: {
			keadaan,
			...(kemajuan === undefined ? {} : { kemajuan }),
			...(form.has('realisasi') && realisasi !== undefined ? { realisasi } : {}),
		},
	};
}

/** A new milestone; null where its name or its day is missing. */
export function bacaTonggak(form: FormData): { nama: string; tanggal: string } | null {
	const nama = sebaris(form, 'nama', 300);
	const hariTonggak = tanggal(teks(form, 'tanggal'));
	return nama === '' || hariTonggak === null ? null : { nama, tanggal: hariTonggak };
}
