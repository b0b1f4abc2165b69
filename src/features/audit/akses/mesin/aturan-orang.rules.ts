import { alasan } from './alasan.copy.ts';
import { type Aturan, ambangOf, type Kurang, RAGU, takAda } from './bentuk-aturan.rules.ts';
import { type Konteks, kunciOrangSistem, namaOrang, pegawaiOf } from './konteks.rules.ts';
import { TGL_RAGU } from './tanggal.rules.ts';

const adaDaftar = (k: Konteks) => ['nip', 'nama', 'surel'].some((m) => k.adaPegawai.has(m as 'nip'));

/** An owner column in the export, and somebody to compare it with. */
function butuhPemilik(k: Konteks, ...lain: string[]): Kurang {
	const pemilik = takAda(k, 'pemilik_nip', 'surel', 'pemilik_nama');
	return {
		semua: [
			...(pemilik.length === 3 ? ['pemilik_nip, surel, atau pemilik_nama'] : []),
			...(adaDaftar(k) ? [] : ['daftar pegawai']),
			...lain,
		],
		sebagian: [],
	};
}

/** Rules about whose account it is. */
export const aturanOrang: readonly Aturan[] = [
	{
		id: 'ACC-03',
		kurang: (k) => butuhPemilik(k),
		periksa: ({ akun, cocok }) => {
			// Service and shared accounts have rules of their own (12, 06); third parties are no personnel (17).
			if (!akun.aktif || (akun.jenis !== null && akun.jenis !== 'orang')) return null;
			if (cocok.cara === 'tanpa_pemilik') return alasan.tanpaPemilik;
			if (cocok.cara === 'ragu') return RAGU;
			return cocok.cara === 'tidak_ada'
				? alasan.yatim(akun.nama || akun.surel || `NIP ${samar(akun.nip)}`)
				: null;
		},
	},
	{
		id: 'ACC-04',
		kurang: (k) =>
			butuhPemilik(
				k,
				...(k.adaPegawai.has('status') || k.adaPegawai.has('tmt_berhenti')
					? []
					: ['status atau tmt_berhenti pegawai']),
			),
		periksa: ({ akun, cocok }, k) => {
			if (!akun.aktif) return null;
			if (cocok.cara === 'ragu') return RAGU;
			const p = pegawaiOf(cocok);
			if (!p) return null;
			const tenggang = ambangOf(k, 'ACC-04', 'hariTenggang') ?? 0;
			const { tmtBerhenti: tmt } = p;
			// A day of leaving decides by itself; a status without a day holds at once.
			if (tmt >= 0)
				return k.hari - tmt > tenggang
					? alasan.lepas(p.nama, p.aktif === false ? p.status.toLowerCase() : '', tmt)
					: null;
			if (tmt === TGL_RAGU) return RAGU;
			if (p.aktif === false) return alasan.lepas(p.nama, p.status.toLowerCase(), null);
			return p.aktif === null && p.status !== '' ? RAGU : null;
		},
	},
	{
		id: 'ACC-05',
		kurang: (k) => {
			const dasar = butuhPemilik(
				k,
				...takAda(k, 'unit'),
				...(k.adaPegawai.has('unit') ? [] : ['unit pegawai']),
			);
			return { ...dasar, sebagian: takAda(k, 'tanggal_reviu') };
		},
		periksa: ({ akun, cocok }, k) => {
			if (!akun.aktif || akun.unit === '') return null;
			if (cocok.cara === 'ragu') return RAGU;
			const p = pegawaiOf(cocok);
			if (!p || p.unit === '' || p.aktif === false || k.isUnitSama(akun.unit, p.unit)) return null;
			if (akun.reviu >= 0 && p.tmtJabatan >= 0 && akun.reviu >= p.tmtJabatan) return null;
			return alasan.mutasi(akun.unit, p.nama, p.unit, p.tmtJabatan >= 0 ? p.tmtJabatan : null);
		},
	},
	{
		id: 'ACC-10',
		kurang: (k) => ({
			semua: [
				...takAda(k, 'istimewa'),
				...(takAda(k, 'pemilik_nip', 'surel', 'pemilik_nama').length === 3 ? ['pemilik'] : []),
			],
			sebagian: [],
		}),
		periksa: (a, k) => {
			const { akun, cocok, orang } = a;
			if (!akun.aktif || !akun.istimewa || (akun.jenis !== null && akun.jenis !== 'orang')) return null;
			if (orang === '') return cocok.cara === 'ragu' ? RAGU : null;
			return k.punyaBiasa.has(orang) ? null : alasan.adminHarian(namaOrang(a));
		},
	},
	{
		id: 'ACC-11',
		kurang: (k) => ({
			semua: [
				...takAda(k, 'peran'),
				...(takAda(k, 'pemilik_nip', 'surel', 'pemilik_nama').length === 3 ? ['pemilik'] : []),
				...(k.setelan.pasangan.length === 0 ? ['pasangan peran'] : []),
			],
			sebagian: [],
		}),
		periksa: (a, k) => {
			if (!a.akun.aktif || a.akun.peran.length === 0) return null;
			if (a.orang === '') return a.cocok.cara === 'ragu' ? RAGU : null;
			const satu = k.konflik.get(a.orang)?.find(({ a: x, b: y }) => x.akun === a.akun || y.akun === a.akun);
			return satu
				? alasan.konflik(namaOrang(a), satu.a.peran, satu.a.akun.sistem, satu.b.peran, satu.b.akun.sistem)
				: null;
		},
	},
	{
		id: 'ACC-13',
		kurang: (k) => ({
			semua: takAda(k, 'pemilik_nip', 'surel', 'pemilik_nama').length === 3 ? ['pemilik'] : [],
			sebagian: [],
		}),
		periksa: (a, k) => {
			const { akun, orang, cocok } = a;
			if (!akun.aktif || akun.istimewa) return null;
			if (orang === '') return cocok.cara === 'ragu' ? RAGU : null;
			const sama = k.biasa.get(kunciOrangSistem(orang, akun.sistem)) ?? [];
			if (sama.length < 2 || !sama.includes(akun)) return null;
			const lain = sama.filter((s) => s !== akun).map((s) => s.akun);
			return alasan.ganda(namaOrang(a), akun.sistem, lain.slice(0, 5));
		},
	},
];

/** NIP as it may be shown: its first four and last two digits. */
export const samar = (nip: string): string =>
	nip.length < 8 ? nip.replace(/./g, '•') : `${nip.slice(0, 4)}••••${nip.slice(-2)}`;
