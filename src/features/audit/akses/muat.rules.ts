import type { Akun, Catatan, DaftarPegawai, Pegawai } from './mesin/akun.rules.ts';
import { samar } from './mesin/aturan-orang.rules.ts';
import type { AkunCocok } from './mesin/konteks.rules.ts';
import type { HasilAkses, KeadaanAturan, TemuanAkses, Ukuran } from './mesin/periksa-akses.rules.ts';
import { type Keparahan, urutanKeparahan } from './mesin/setelan.rules.ts';

/** What is kept of a file beside its sealed pieces: counts, never names. */
export interface RingkasMuat {
	/** Columns that the file had. */
	ada?: string[];
	aturan?: KeadaanAturan[];
	ukuran?: Ukuran[];
	keparahan?: Partial<Record<Keparahan, number>>;
	/** Findings by rule, those of doubts and campaigns among them. */
	perAturan?: Record<string, number>;
	/** Accounts with at least one finding, and active ones. */
	bertemuan?: number;
	aktif?: number;
	/** The personnel list it was compared with. */
	pegawaiMuatId?: number | null;
}

/** One account as it is kept and shown: NIP only in part. */
export interface AkunTersimpan {
	akun: string;
	/** The application within the system, where the export names one. */
	sistem: string;
	nama: string;
	nip: string;
	unit: string;
	jenis: Akun['jenis'];
	peran: readonly string[];
	istimewa: boolean;
	aktif: boolean;
	/** Last sign-in, days since 1970-01-01; negative where there is none. */
	masuk: number;
	/** NIP, mail or name of the owner, to see whether an account moved; never shown. */
	pemilik: string;
	temuan: Pick<TemuanAkses, 'aturan' | 'alasan' | 'keparahan'>[];
}

const POTONG = 200;

/** Accounts with their findings, the gravest first, in pieces of 200. */
export function susunPotong(hasil: HasilAkses): { nomor: number; aturan: string; isi: AkunTersimpan[] }[] {
	const temuan = hasil.akun.map((): AkunTersimpan['temuan'] => []);
	for (const [n, t] of hasil.temuan.entries())
		temuan[hasil.pemilikTemuan[n] ?? -1]?.push({
			aturan: t.aturan,
			alasan: t.alasan,
			keparahan: t.keparahan,
		});
	const semua = hasil.akun.map((a, i) => tersimpan(a, temuan[i] ?? []));
	semua.sort(
		(a, b) => bobot(a) - bobot(b) || b.temuan.length - a.temuan.length || (a.akun < b.akun ? -1 : 1),
	);
	const potong: { nomor: number; aturan: string; isi: AkunTersimpan[] }[] = [];
	for (let i = 0; i < semua.length; i += POTONG) {
		const isi = semua.slice(i, i + POTONG);
		const aturan = new Set(isi.flatMap((a) => a.temuan.map((t) => t.aturan)));
		potong.push({ nomor: potong.length, aturan: aturan.size > 0 ? `,${[...aturan].join(',')},` : '', isi });
	}
	return potong;
}

/** The place of the gravest finding; accounts without one at the end. */
const bobot = (a: AkunTersimpan): number => {
	const semua = a.temuan.map((t) => urutanKeparahan.indexOf(t.keparahan));
	return semua.length === 0 ? urutanKeparahan.length : Math.min(...semua);
};
export const terparah = (a: Pick<AkunTersimpan, 'temuan'>): Keparahan | '' =>
	urutanKeparahan.find((k) => a.temuan.some((t) => t.keparahan === k)) ?? '';

function tersimpan({ akun: a, cocok }: AkunCocok, temuan: AkunTersimpan['temuan']): AkunTersimpan {
	const p = 'pegawai' in cocok ? cocok.pegawai : null;
	const nip = p?.nip || a.nip;
	return {
		akun: a.akun,
		sistem: a.sistem,
		nama: p?.nama || a.nama,
		nip: nip === '' ? '' : samar(nip),
		unit: a.unit || p?.unit || '',
		jenis: a.jenis,
		peran: a.peran.slice(0, 20),
		istimewa: a.istimewa === true,
		aktif: a.aktif,
		masuk: a.masuk,
		pemilik: nip || a.surel || a.nama.toLowerCase(),
		temuan,
	};
}

export function ringkasHasil(
	hasil: HasilAkses,
	ada: ReadonlySet<string>,
	pegawaiMuatId: number | null,
): RingkasMuat {
	const keparahan: Partial<Record<Keparahan, number>> = {};
	const perAturan: Record<string, number> = {};
	for (const t of hasil.temuan) {
		keparahan[t.keparahan] = (keparahan[t.keparahan] ?? 0) + 1;
		perAturan[t.aturan] = (perAturan[t.aturan] ?? 0) + 1;
	}
	return {
		perAturan,
		ada: [...ada],
		aturan: hasil.aturan,
		ukuran: hasil.ukuran,
		keparahan,
		bertemuan: new Set(hasil.pemilikTemuan).size,
		aktif: hasil.akun.filter((a) => a.akun.aktif).length,
		pegawaiMuatId,
	};
}

/** People of the list in pieces, and back. */
export function* potongPegawai(daftar: DaftarPegawai): Generator<{ nomor: number; isi: Buffer }> {
	for (let i = 0, nomor = 0; i < daftar.pegawai.length; i += 1000, nomor++)
		yield { nomor, isi: Buffer.from(JSON.stringify(daftar.pegawai.slice(i, i + 1000))) };
}
export const bacaPegawaiPotong = (isi: Buffer): Pegawai[] => JSON.parse(isi.toString('utf8')) as Pegawai[];
export const bacaAkunPotong = (isi: Buffer): AkunTersimpan[] =>
	JSON.parse(isi.toString('utf8')) as AkunTersimpan[];
export const bacaCatatanPotong = (isi: Buffer): Catatan[] => JSON.parse(isi.toString('utf8')) as Catatan[];
