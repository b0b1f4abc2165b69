import { readFileSync } from 'node:fs';
import { KonfigurasiError } from './config-error.ts';

/** Single sign-on as it stands in the settings. `peta` is the path of the file that maps groups to roles. */
export interface SsoConfig {
	nama: string;
	penerbit: string;
	klien: string;
	rahasia: string;
	lingkup: string;
	klaimGrup: string;
	peta: string | undefined;
}

const setempat = /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/;
type Env = Record<string, string | undefined>;

/** HTTPS everywhere but on this machine. */
function isAman(url: URL): boolean {
	return url.protocol === 'https:' || (url.protocol === 'http:' && setempat.test(url.hostname));
}

/** The public origin. @throws KonfigurasiError */
export function readAlamat(teks: string | undefined): string | undefined {
	if (!teks) return undefined;
	const url = URL.canParse(teks) ? new URL(teks) : null;
	if (url && isAman(url) && url.pathname === '/' && !url.search && !url.hash && !url.username)
		return url.origin;
	throw new KonfigurasiError(
		`MATANG_ALAMAT "${teks}" bukan alamat situs. Isi dengan alamat yang dibuka orang, tanpa jalur, misalnya MATANG_ALAMAT=https://matang.contoh.go.id.`,
	);
}

/** The key that seals secrets: 64 hex digits. The value is never repeated. @throws KonfigurasiError */
export function readKunciRahasia(teks: string | undefined): Buffer | undefined {
	if (!teks) return undefined;
	if (/^[0-9a-f]{64}$/i.test(teks)) return Buffer.from(teks, 'hex');
	throw new KonfigurasiError(
		'MATANG_KUNCI_RAHASIA harus 64 angka heksadesimal (32 byte), misalnya keluaran "openssl rand -hex 32"; kosongkan untuk memakai berkas kunci di direktori data.',
	);
}

/** Single sign-on, where an issuer is set. @throws KonfigurasiError */
export function readSso(env: Env): SsoConfig | undefined {
	const penerbit = env.MATANG_SSO_PENERBIT;
	if (!penerbit) return undefined;
	if (!URL.canParse(penerbit) || !isAman(new URL(penerbit)))
		throw new KonfigurasiError(
			`MATANG_SSO_PENERBIT "${penerbit}" bukan alamat HTTPS. Isi dengan alamat penerbit (issuer) dari penyedia identitas, misalnya https://sso.contoh.go.id/realms/pegawai.`,
		);
	if (!env.MATANG_SSO_KLIEN)
		throw new KonfigurasiError(
			'MATANG_SSO_PENERBIT diisi tetapi MATANG_SSO_KLIEN belum. Isi dengan pengenal klien (client id) Matang di penyedia identitas.',
		);
	const lingkup = env.MATANG_SSO_LINGKUP || 'openid email profile';
	if (!lingkup.split(' ').includes('openid'))
		throw new KonfigurasiError(
			`MATANG_SSO_LINGKUP "${lingkup}" harus memuat openid, misalnya MATANG_SSO_LINGKUP="openid email profile groups".`,
		);
	return {
		nama: env.MATANG_SSO_NAMA || 'SSO',
		penerbit,
		klien: env.MATANG_SSO_KLIEN,
		rahasia: readRahasia(env),
		lingkup,
		klaimGrup: env.MATANG_SSO_GRUP || 'groups',
		peta: env.MATANG_SSO_PETA || undefined,
	};
}

function readRahasia({ MATANG_SSO_RAHASIA: rahasia, MATANG_SSO_RAHASIA_BERKAS: berkas }: Env): string {
	if (rahasia) return rahasia;
	if (!berkas)
		throw new KonfigurasiError(
			'Rahasia klien SSO belum ada. Isi MATANG_SSO_RAHASIA_BERKAS dengan jalur berkas yang memuatnya, atau MATANG_SSO_RAHASIA.',
		);
	try {
		const isi = readFileSync(berkas, 'utf8').trim();
		if (isi) return isi;
	} catch (cause) {
		throw new KonfigurasiError(
			`MATANG_SSO_RAHASIA_BERKAS ${berkas} tidak dapat dibaca (${(cause as NodeJS.ErrnoException).code ?? 'galat'}). Periksa jalur dan hak bacanya.`,
			{ cause },
		);
	}
	throw new KonfigurasiError(`MATANG_SSO_RAHASIA_BERKAS ${berkas} kosong. Isi dengan rahasia klien SSO.`);
}
