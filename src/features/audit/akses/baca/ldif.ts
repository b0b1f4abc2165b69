import type { PencatatBaca } from '../mesin/akun.rules.ts';
import { type MedanAkun, medanAkun } from '../mesin/kolom.rules.ts';
import { namaCn } from '../mesin/nilai.rules.ts';
import type { Rekaman } from './csv.ts';
import { BerkasAksesDitolak } from './tolak-berkas.ts';

/** Attributes of LDAP and Active Directory by the field they stand for, the best first. */
const atribut: Partial<Record<MedanAkun, readonly string[]>> = {
	nama_akun: ['samaccountname', 'uid', 'userprincipalname', 'cn'],
	pemilik_nama: ['displayname', 'gecos', 'cn', 'name'],
	pemilik_nip: ['employeeid', 'employeenumber', 'nip'],
	surel: ['mail', 'userprincipalname'],
	unit: ['department', 'departmentnumber', 'ou', 'o'],
	status: ['nsaccountlock', 'logindisabled', 'pwdaccountlockedtime'],
	uac: ['useraccountcontrol'],
	dibuat: ['whencreated', 'createtimestamp'],
	akhir: ['accountexpires', 'shadowexpire'],
	terakhir_masuk: ['lastlogontimestamp', 'lastlogon', 'authtimestamp', 'pwdlastsuccess', 'lastlogintime'],
	sandi_diubah: ['pwdlastset', 'pwdchangedtime', 'shadowlastchange'],
	tujuan: ['description'],
	mfa: ['mfa', 'mfaenabled'],
};
const dipakai = new Set([
	...Object.values(atribut).flat(),
	...['objectclass', 'memberof', 'admincount', 'serviceprincipalname', 'employeetype', 'changetype'],
]);
const NILAI_TERBESAR = 200_000;
const letak = Object.fromEntries(medanAkun.map((m, i) => [m, i])) as Record<MedanAkun, number>;

/** The heading of the rows that come out: the fields themselves. */
export const kepalaLdif: readonly string[] = medanAkun;

interface Entri {
	mulai: number;
	dn: string;
	isi: Map<string, string[]>;
}

/**
 * Reads LDIF entry by entry; only attributes that matter are kept, so pictures and passwords are passed over.
 * @returns rows in the order of `kepalaLdif`; `ada` gathers the fields seen
 * @throws BerkasAksesDitolak where a line is no LDIF
 */
export async function* bacaLdif(
	teks: AsyncIterable<string>,
	ada: Set<MedanAkun>,
	catatan: PencatatBaca,
): AsyncGenerator<Rekaman[]> {
	let entri: Entri | null = null;
	const hasil: Rekaman[] = [];
	const tutup = () => {
		const baris = entri ? barisOf(entri, ada, catatan) : null;
		if (baris) hasil.push(baris);
		entri = null;
	};
	for await (const { nomor, isi } of listBaris(teks)) {
		if (isi === '') tutup();
		else if (!isi.startsWith('#')) {
			const titik = isi.indexOf(':');
			if (titik <= 0) {
				if (isi === '-') continue; // between changes
				throw new BerkasAksesDitolak('ldif_rusak', { baris: nomor });
			}
			const nama = isi.slice(0, titik).toLowerCase();
			if (nama === 'dn') {
				tutup();
				entri = { mulai: nomor, dn: nilaiOf(isi, titik), isi: new Map() };
			} else if (entri) catatAtribut(entri, nama, isi, titik);
		}
		if (hasil.length >= 500) yield hasil.splice(0);
	}
	tutup();
	if (hasil.length > 0) yield hasil;
}

function catatAtribut(entri: Entri, nama: string, isi: string, titik: number): void {
	const [polos = ''] = nama.split(';');
	if (!dipakai.has(polos)) return;
	const ada = entri.isi.get(polos);
	const nilai = nilaiOf(isi, titik);
	if (ada) ada.push(nilai);
	else entri.isi.set(polos, [nilai]);
}

/** "attr: text", or "attr:: base64"; an address ("attr:< file:…") is never opened. */
function nilaiOf(baris: string, titik: number): string {
	if (baris[titik + 1] === ':') return Buffer.from(baris.slice(titik + 2).trim(), 'base64').toString('utf8');
	return baris[titik + 1] === '<' ? '' : baris.slice(titik + 1).trim();
}

/** Whole lines: those that begin with a space go on from the one before. What no attribute needs is cut short. */
async function* listBaris(teks: AsyncIterable<string>): AsyncGenerator<{ nomor: number; isi: string }> {
	let sisa = '';
	let nomor = 0;
	let kini: { nomor: number; isi: string } | null = null;
	const baris = function* (mentah: string): Generator<{ nomor: number; isi: string }> {
		nomor++;
		const isi = mentah.endsWith('\r') ? mentah.slice(0, -1) : mentah;
		if (isi.startsWith(' ') && kini) {
			if (kini.isi.length < NILAI_TERBESAR) kini.isi += isi.slice(1);
			return;
		}
		if (kini) yield kini;
		kini = { nomor, isi };
	};
	for await (const blok of teks) {
		const semua = (sisa + blok).split('\n');
		sisa = semua.pop() ?? '';
		for (const satu of semua) yield* baris(satu);
	}
	if (sisa !== '') yield* baris(sisa);
	if (kini) yield kini;
}

const istimewa =
	/^(?:domain admins|enterprise admins|schema admins|administrators|account operators|backup operators|server operators|print operators|dnsadmins|group policy creator owners|admin(?:s|istrator)?|superusers?|root|wheel|sudo)$/i;

/** One account as a row; null for entries that are no accounts: groups, units, computers. */
function barisOf(entri: Entri, ada: Set<MedanAkun>, catatan: PencatatBaca): Rekaman | null {
	const { isi } = entri;
	const kelas = (isi.get('objectclass') ?? []).map((k) => k.toLowerCase());
	const ubah = isi.get('changetype')?.[0]?.toLowerCase();
	if (ubah && ubah !== 'add') return null;
	const gmsa = kelas.some((k) => k.includes('managedserviceaccount'));
	if (kelas.some((k) => bukanAkun.has(k)) && !gmsa) return null;
	if (!isi.has('samaccountname') && !isi.has('uid') && !kelas.some((k) => akunKelas.has(k))) return null;
	const sel: string[] = medanAkun.map(() => '');
	const taruh = (m: MedanAkun, nilai: string) => {
		ada.add(m);
		sel[letak[m]] = nilai;
	};
	for (const [medan, nama] of Object.entries(atribut) as [MedanAkun, readonly string[]][]) {
		const nilai = nama.map((n) => isi.get(n)?.[0] ?? '').find((n) => n !== '');
		if (nilai !== undefined) taruh(medan, nilaiMedan(medan, nilai, isi));
	}
	if (sel[letak.unit] === '') {
		const ou = /(?:^|,)ou=((?:\\.|[^,\\])+)/i.exec(entri.dn)?.[1];
		if (ou) taruh('unit', ou);
	}
	const grup = (isi.get('memberof') ?? []).map(namaCn);
	if (grup.length > 0) taruh('peran', grup.map((g) => g.replaceAll(/[;|,\n]/g, ' ')).join(';'));
	if (isi.has('admincount') || grup.length > 0)
		taruh(
			'istimewa',
			isi.get('admincount')?.[0] === '1' || grup.some((g) => istimewa.test(g)) ? 'ya' : 'tidak',
		);
	const layanan = gmsa || isi.has('serviceprincipalname');
	if (layanan) taruh('jenis', 'layanan');
	else if (isi.has('employeetype')) taruh('jenis', isi.get('employeetype')?.[0] ?? '');
	if (sel[letak.nama_akun] === '') catatan.catat('baris_rusak', 'nama_akun', entri.mulai);
	return { nomor: entri.mulai, sel };
}

const bukanAkun = new Set([
	'computer',
	'group',
	'groupofnames',
	'groupofuniquenames',
	'posixgroup',
	'organizationalunit',
	'domain',
	'dnszone',
	'contact',
	'container',
	'organization',
	'dcobject',
]);
const akunKelas = new Set([
	'user',
	'person',
	'inetorgperson',
	'organizationalperson',
	'posixaccount',
	'account',
]);

/** What an attribute says in a form that the columns know. */
function nilaiMedan(medan: MedanAkun, nilai: string, isi: Map<string, string[]>): string {
	if (medan === 'status') return /^(true|ya|1|\d{10,}z?)$/i.test(nilai) ? 'nonaktif' : 'aktif';
	if (medan === 'surel') return nilai.includes('@') ? nilai : '';
	if (medan === 'terakhir_masuk') return terbaru(['lastlogontimestamp', 'lastlogon'], isi) ?? nilai;
	if ((medan === 'sandi_diubah' || medan === 'akhir') && /^\d{1,5}$/.test(nilai) && nilai !== '0')
		return new Date(Number(nilai) * 86_400_000).toISOString().slice(0, 10); // shadow* counts days
	return nilai;
}

/** The later of two FILETIMEs: lastLogon is per server, lastLogonTimestamp lags behind by up to two weeks. */
function terbaru(nama: readonly string[], isi: Map<string, string[]>): string | null {
	const semua = nama.flatMap((n) => isi.get(n) ?? []).filter((n) => /^\d{1,19}$/.test(n));
	if (semua.length === 0) return null;
	return semua.reduce((a, b) => (BigInt(b) > BigInt(a) ? b : a));
}
