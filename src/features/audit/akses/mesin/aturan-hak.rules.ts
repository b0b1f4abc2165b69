import type { Akun } from './akun.rules.ts';
import { alasan } from './alasan.copy.ts';
import { type Aturan, ambangOf, takAda } from './bentuk-aturan.rules.ts';
import type { MedanAkun } from './kolom.rules.ts';
import type { Konteks } from './konteks.rules.ts';
import { TGL_KOSONG } from './tanggal.rules.ts';

const tanpaPemilik = (a: Akun) => a.nip === '' && a.nama === '' && a.surel === '';
const medanPemilik = ['pemilik_nip', 'pemilik_nama', 'surel'] as const;

/** Rules about rights and about what is written down of an account. */
export const aturanHak: readonly Aturan[] = [
	{
		id: 'ACC-06',
		kurang: (k) => {
			const pemilik = takAda(k, ...medanPemilik).length === 3 ? ['pemilik'] : [];
			return { semua: pemilik, sebagian: takAda(k, 'jenis') };
		},
		periksa: ({ akun }, k) => {
			if (!akun.aktif) return null;
			if (akun.pemilikLain.length > 0)
				return alasan.banyakPemilik([akun.nama || 'pemilik pertama', ...akun.pemilikLain]);
			if (!tanpaPemilik(akun) || akun.jenis === 'layanan') return null;
			if (akun.jenis === 'bersama') return alasan.bersama;
			return k.isGenerik(akun.akun) ? alasan.generik(akun.akun) : null;
		},
	},
	{
		id: 'ACC-08',
		kurang: (k) => ({
			semua: [
				...takAda(k, 'mfa'),
				...(takAda(k, 'istimewa', 'publik', 'akses_jauh').length === 3 ? ['istimewa'] : []),
			],
			sebagian: takAda(k, 'istimewa', 'publik', 'akses_jauh'),
		}),
		periksa: ({ akun }) => {
			if (!akun.aktif || akun.mfa !== false) return null;
			const sebab = [
				...(akun.istimewa ? [alasan.sebabMfa.istimewa] : []),
				...(akun.publik ? [alasan.sebabMfa.publik] : []),
				...(akun.jauh ? [alasan.sebabMfa.jauh] : []),
			];
			return sebab.length > 0 ? alasan.tanpaMfa(sebab) : null;
		},
	},
	{
		id: 'ACC-09',
		kurang: (k) => {
			const setuju = takAda(k, 'disetujui_oleh', 'disetujui_tanggal');
			return { semua: takAda(k, 'istimewa'), sebagian: setuju.length === 2 ? ['disetujui_oleh'] : [] };
		},
		periksa: ({ akun }, k) => periksaIstimewa(akun, k),
	},
	{
		id: 'ACC-12',
		kurang: (k) => {
			const pemilik = takAda(k, ...medanPemilik).length === 3 ? ['pemilik'] : [];
			const isi = [...pemilik, ...takAda(k, 'tujuan', 'tanggal_reviu')];
			return { semua: [...takAda(k, 'jenis'), ...(isi.length === 3 ? isi : [])], sebagian: isi };
		},
		periksa: ({ akun }, k) => {
			if (!akun.aktif || akun.jenis !== 'layanan') return null;
			const kata = alasan.medanLayanan;
			const kurang = [
				...(medanPemilik.some((m) => k.ada.has(m)) && tanpaPemilik(akun) ? [kata.pemilik] : []),
				...(k.ada.has('tujuan') && akun.tujuan === '' ? [kata.tujuan] : []),
				...(k.ada.has('tanggal_reviu') && akun.reviu === TGL_KOSONG ? [kata.reviu] : []),
			];
			return kurang.length > 0 ? alasan.layanan(kurang) : null;
		},
	},
	{
		id: 'ACC-14',
		kurang: (k) => {
			const isi = k.setelan.elemen.filter((e) => !k.ada.has(medanElemen[e])).map((e) => medanElemen[e]);
			return isi.length >= k.setelan.elemen.length - 1
				? { semua: isi, sebagian: [] }
				: { semua: [], sebagian: isi };
		},
		periksa: ({ akun }, k) => {
			const kurang = elemenKurang(akun, k);
			return kurang.length > 0 ? alasan.inventaris(kurang.map((e) => alasan.medanInventaris[e])) : null;
		},
	},
];

const medanElemen = {
	nama: 'pemilik_nama',
	akun: 'nama_akun',
	mulai: 'mulai',
	akhir: 'akhir',
	unit: 'unit',
} as const satisfies Record<string, MedanAkun>;

/** Elements of the inventory that the export has a column for and that this account leaves blank. */
export function elemenKurang(akun: Akun, k: Pick<Konteks, 'ada' | 'setelan'>): (keyof typeof medanElemen)[] {
	return k.setelan.elemen.filter((e) => {
		if (!k.ada.has(medanElemen[e])) return false;
		const isi = akun[e];
		return isi === '' || isi === TGL_KOSONG;
	});
}

/** The larger of so many and so many per cent of the system's accounts. */
export function batasAdmin(k: Konteks, sistem: string): number | null {
	const [maks, persen] = [ambangOf(k, 'ACC-09', 'adminMaks'), ambangOf(k, 'ACC-09', 'adminPersen')];
	if (maks === null && persen === null) return null;
	return Math.max(maks ?? 0, Math.floor(((k.banyak.get(sistem) ?? 0) * (persen ?? 0)) / 100));
}

function periksaIstimewa(akun: Akun, k: Konteks): string | null {
	if (!akun.aktif || !akun.istimewa) return null;
	const tercatat = k.ada.has('disetujui_oleh') || k.ada.has('disetujui_tanggal');
	const takDisetujui =
		tercatat &&
		((k.ada.has('disetujui_oleh') && akun.disetujuiOleh === '') ||
			(k.ada.has('disetujui_tanggal') && akun.disetujuiTanggal === TGL_KOSONG));
	const batas = batasAdmin(k, akun.sistem);
	const ada = k.admin.get(akun.sistem) ?? 0;
	const sebab = [
		...(takDisetujui ? [alasan.takDisetujui] : []),
		...(batas !== null && ada > batas ? [alasan.terlaluBanyakAdmin(akun.sistem, ada, batas)] : []),
	];
	return sebab.length > 0 ? `${sebab.join('; ')}.` : null;
}
