import { type Akun, createCatatan, type DaftarAkun, type PencatatBaca } from './akun.rules.ts';
import type { Medan, MedanAkun } from './kolom.rules.ts';
import { bacaJenis, bacaNip, bacaPeran, bacaStatus, bacaUac, bacaYa, isNamaLayanan } from './nilai.rules.ts';
import { bacaTanggal, putuskanTanggal, TGL_KOSONG, TGL_RAGU, tanda, urutanKolom } from './tanggal.rules.ts';

/**
 * The text on its own. What is cut from a block of a file keeps the whole block in memory for as long as it is kept.
 */
export const lepas = (teks: string): string =>
	teks.length > 12 ? (JSON.parse(JSON.stringify(teks)) as string) : teks;

export type UrutanPaksa = 'hari_dulu' | 'bulan_dulu' | null;

/**
 * Reads dates of one column, keeping how they stood; the same text is read once. The column's order is known at the
 * end, unless the mapping forces it.
 */
export function createKolomTanggal(kolom: string, catatan: PencatatBaca, paksa: UrutanPaksa) {
	const dikenal = new Map<string, number>();
	let hariDulu = 0;
	let bulanDulu = 0;
	const contoh: { dua: { baris: number; teks: string } | null } = { dua: null };
	return {
		baca(teks: string, baris: number): number {
			if (teks === '') return TGL_KOSONG;
			let kode = dikenal.get(teks);
			if (kode === undefined) {
				kode = bacaTanggal(teks);
				if (dikenal.size < 20_000) dikenal.set(lepas(teks), kode);
			}
			if (kode === TGL_RAGU) catatan.catat('tanggal_ragu', kolom, baris, teks);
			else if (kode >= 0 && kode % 4 === tanda.hariDulu) hariDulu++;
			else if (kode >= 0 && kode % 4 === tanda.bulanDulu) bulanDulu++;
			else if (kode >= 0 && kode % 4 === tanda.dua) contoh.dua ??= { baris, teks };
			return kode;
		},
		/** How to turn what `baca` gave into days. */
		putusan(): (kode: number) => number {
			const urutan = paksa ?? urutanKolom(hariDulu, bulanDulu);
			if (urutan === 'bulan_dulu' && !paksa && contoh.dua)
				catatan.catat('tanggal_bulan_dulu', kolom, contoh.dua.baris, contoh.dua.teks);
			if (urutan === 'campur' && contoh.dua)
				catatan.catat('tanggal_campur', kolom, contoh.dua.baris, contoh.dua.teks);
			return (kode) => putuskanTanggal(kode, urutan);
		},
	};
}

const medanTanggal = {
	dibuat: 'dibuat',
	mulai: 'mulai',
	akhir: 'akhir',
	masuk: 'terakhir_masuk',
	sandi: 'sandi_diubah',
	disetujuiTanggal: 'disetujui_tanggal',
	reviu: 'tanggal_reviu',
	kontrakAkhir: 'kontrak_akhir',
} as const satisfies Partial<Record<keyof Akun, MedanAkun>>;
type KunciTanggal = keyof typeof medanTanggal;
const kunciTanggal = Object.keys(medanTanggal) as KunciTanggal[];
type AkunBaku = { -readonly [K in keyof Akun]: Akun[K] };

export interface CaraKumpul {
	letak: Partial<Record<Medan, number>>;
	/** Name of the system where the export has no column for it. */
	sistem: string;
	tanggal: UrutanPaksa;
	/** Roles whose holder counts as privileged where the export has no column for it; lower case. */
	peranIstimewa: readonly string[];
	/** Whether the system is open to the internet; null where nobody said so. */
	publik: boolean | null;
}

/** Gathers the accounts of an export row by row; memory grows with the accounts, not with the file. */
export function createPengumpulAkun({ letak, sistem, tanggal, peranIstimewa, publik }: CaraKumpul) {
	const catatan = createCatatan();
	const menurut = new Map<string, AkunBaku>();
	const satu = createIntern();
	const kolomTgl = Object.fromEntries(
		kunciTanggal.map((k) => [k, createKolomTanggal(medanTanggal[k], catatan, tanggal)]),
	) as Record<KunciTanggal, ReturnType<typeof createKolomTanggal>>;
	const istimewa = createPeranIstimewa(peranIstimewa);
	let baris = 0;

	function tambah(nomor: number, sel: readonly string[]): void {
		const isi = (m: MedanAkun) => {
			const n = letak[m];
			return n === undefined ? '' : (sel[n] ?? '').trim();
		};
		if (sel.every((s) => s.trim() === '')) return;
		baris++;
		const akun = isi('nama_akun');
		if (akun === '') {
			catatan.catat('tanpa_nama_akun', 'nama_akun', nomor, sel.slice(0, 4).join(' | '));
			return;
		}
		const baru = bacaAkun(nomor, akun, isi);
		const kunci = lepas(`${baru.sistem}\0${akun.toLowerCase()}`);
		const lama = menurut.get(kunci);
		if (!lama) {
			menurut.set(kunci, baru);
			return;
		}
		catatan.catat('akun_ganda', 'nama_akun', nomor, akun);
		gabungkan(lama, baru);
	}

	function bacaAkun(nomor: number, akun: string, isi: (m: MedanAkun) => string): AkunBaku {
		const ya = (m: MedanAkun) => baca(m, bacaYa, isi(m), nomor) ?? null;
		const uac = letak.uac === undefined ? null : bacaUac(isi('uac'));
		const nipTeks = isi('pemilik_nip');
		const nip = bacaNip(nipTeks) || (nipTeks === '' && /^\d{18}$/.test(akun) ? akun : '');
		if (nipTeks.length > 1 && nip === '') catatan.catat('nip_bukan_nip', 'pemilik_nip', nomor, nipTeks);
		const peran = satu.daftar(isi('peran'));
		const jenis = baca('jenis', bacaJenis, isi('jenis'), nomor) ?? null;
		return {
			baris: nomor,
			sistem: satu.teks(isi('aplikasi') || sistem),
			akun: lepas(akun),
			nama: lepas(isi('pemilik_nama').replace(/^-+$/, '')),
			nip: lepas(nip),
			surel: lepas(isi('surel').toLowerCase().replace(/^-+$/, '')),
			jenis: jenis ?? (isNamaLayanan(akun) ? 'layanan' : null),
			unit: satu.teks(isi('unit').replace(/^-+$/, '')),
			peran,
			istimewa: letak.istimewa === undefined ? istimewa(peran) : ya('istimewa'),
			aktif: (uac ? uac.aktif : true) && (baca('status', bacaStatus, isi('status'), nomor) ?? true),
			dibuat: tgl('dibuat', isi, nomor),
			mulai: tgl('mulai', isi, nomor),
			akhir: tgl('akhir', isi, nomor),
			masuk: tgl('masuk', isi, nomor),
			sandi: tgl('sandi', isi, nomor),
			disetujuiTanggal: tgl('disetujuiTanggal', isi, nomor),
			reviu: tgl('reviu', isi, nomor),
			kontrakAkhir: tgl('kontrakAkhir', isi, nomor),
			sandiAbadi: uac ? uac.abadi : ya('sandi_tak_kedaluwarsa'),
			mfa: ya('mfa'),
			disetujuiOleh: satu.teks(isi('disetujui_oleh').replace(/^-+$/, '')),
			tujuan: satu.teks(isi('tujuan').replace(/^-+$/, '')),
			logMasuk: satu.teks(isi('log_masuk')),
			jauh: ya('akses_jauh'),
			publik: ya('publik') ?? publik,
			pemilikLain: kosong,
		};
	}

	const tgl = (k: KunciTanggal, isi: (m: MedanAkun) => string, nomor: number) =>
		kolomTgl[k].baca(isi(medanTanggal[k]), nomor);

	function baca<T>(m: MedanAkun, cara: (teks: string) => T | null | undefined, teks: string, nomor: number) {
		if (teks === '') return null;
		const nilai = cara(teks);
		if (nilai === undefined) catatan.catat('nilai_tidak_dikenal', m, nomor, teks.slice(0, 60));
		return nilai;
	}

	function selesai(): DaftarAkun {
		const putus = Object.fromEntries(kunciTanggal.map((k) => [k, kolomTgl[k].putusan()])) as Record<
			KunciTanggal,
			(kode: number) => number
		>;
		const akun = [...menurut.values()];
		for (const a of akun) for (const k of kunciTanggal) a[k] = putus[k](a[k]);
		const ada = new Set(Object.keys(letak) as MedanAkun[]);
		if (letak.uac !== undefined) for (const m of ['status', 'sandi_tak_kedaluwarsa'] as const) ada.add(m);
		simpulkan(ada, akun, catatan);
		if (publik !== null) ada.add('publik');
		return { akun, ada, catatan: catatan.daftar(), baris };
	}
	return { tambah, selesai, catatan, banyak: () => menurut.size };
}

const kosong: readonly string[] = [];

/** What stands in for a column that is not there is said, and only where it found something. */
function simpulkan(ada: Set<MedanAkun>, akun: readonly Akun[], catatan: PencatatBaca): void {
	if (!ada.has('istimewa') && ada.has('peran')) {
		catatan.catat('istimewa_disimpulkan', 'istimewa', null);
		ada.add('istimewa');
	}
	if (!ada.has('jenis') && akun.some((a) => a.jenis === 'layanan')) {
		catatan.catat('jenis_disimpulkan', 'jenis', null);
		ada.add('jenis');
	}
}

/** The same account again, as exports with one row per role have it: roles add up, blanks are filled, owners are kept. */
function gabungkan(lama: AkunBaku, baru: Akun): void {
	if (baru.peran.some((p) => !lama.peran.includes(p)))
		lama.peran = [...new Set([...lama.peran, ...baru.peran])];
	lama.istimewa = lama.istimewa || baru.istimewa ? true : (lama.istimewa ?? baru.istimewa);
	lama.aktif = lama.aktif || baru.aktif;
	for (const k of ['unit', 'tujuan', 'disetujuiOleh', 'surel'] as const) lama[k] ||= baru[k];
	for (const k of kunciTanggal) if (lama[k] === TGL_KOSONG) lama[k] = baru[k];
	if (baru.masuk > lama.masuk) lama.masuk = baru.masuk;
	const [punyaLama, punyaBaru] = [lama.nip || lama.nama, baru.nip || baru.nama];
	if (punyaLama === '') Object.assign(lama, { nip: baru.nip, nama: baru.nama });
	else if (punyaBaru !== '' && punyaBaru.toLowerCase() !== punyaLama.toLowerCase()) {
		const lain = baru.nama || baru.nip;
		if (!lama.pemilikLain.includes(lain)) lama.pemilikLain = [...lama.pemilikLain, lain];
	}
}

/** Texts that stand in thousands of rows are kept once. */
function createIntern() {
	const teks = new Map<string, string>();
	const daftar = new Map<string, readonly string[]>();
	return {
		teks(t: string): string {
			const ada = teks.get(t);
			if (ada !== undefined) return ada;
			const milik = lepas(t);
			if (teks.size < 50_000) teks.set(milik, milik);
			return milik;
		},
		daftar(t: string): readonly string[] {
			if (t === '') return kosong;
			const ada = daftar.get(t);
			if (ada) return ada;
			const milik = lepas(t);
			const baru = bacaPeran(milik);
			if (daftar.size < 50_000) daftar.set(milik, baru);
			return baru;
		},
	};
}

/** Whether one of the roles is privileged by its name; looked up once per list of roles. */
function createPeranIstimewa(pola: readonly string[]) {
	const dikenal = new Map<readonly string[], boolean>();
	const isi = pola.map((p) => ` ${p} `);
	return (peran: readonly string[]): boolean | null => {
		if (peran.length === 0) return null;
		const ada = dikenal.get(peran);
		if (ada !== undefined) return ada;
		const hasil = peran.some((p) => {
			const kata = ` ${p
				.toLowerCase()
				.replace(/[^a-z0-9]+/g, ' ')
				.trim()} `;
			return isi.some((i) => kata.includes(i));
		});
		if (dikenal.size < 50_000) dikenal.set(peran, hasil);
		return hasil;
	};
}
