import { pendek } from './cek-tls.rules.ts';
import type { Fakta, Tampil } from './fakta.rules.ts';
import { type Ambang, type Hasil, hasil } from './hasil.rules.ts';
import { type Kuki, readKuki } from './kuki.rules.ts';

const idKuki = ['CKI-01', 'CKI-02', 'CKI-03', 'CKI-04'];
const sebut = (daftar: readonly Kuki[]) => pendek(daftar.map((k) => k.nama).join(', '));

/** Checks of cookies that the front page sets. */
export function cekKuki(f: Fakta, { respon, halaman, pindah }: Tampil, a: Ambang): Hasil[] {
	if (!respon) return [...idKuki, 'CKI-05'].map((id) => hasil(id, 'TIDAK DIUJI', 'tanpaHalaman'));
	const kuki = respon.header.filter(([n]) => n === 'set-cookie').map(([, v]) => readKuki(v, f.waktu));
	const tautan = cekTautan(halaman, pindah, respon.terpotong);
	if (kuki.length === 0) return [...idKuki.map((id) => hasil(id, 'TIDAK BERLAKU', 'kukiTiada')), tautan];
	const sesi = kuki.filter((k) => k.sesi);
	return [cekSecure(kuki), cekHttpOnly(kuki, sesi), cekSameSite(kuki), cekUmur(sesi, a), tautan];
}

function cekSecure(kuki: readonly Kuki[]): Hasil {
	const tanpa = kuki.filter((k) => !k.secure);
	if (tanpa.length === 0) return hasil('CKI-01', 'LULUS', 'kukiSecure');
	return hasil('CKI-01', tanpa.some((k) => k.sesi) ? 'GAGAL' : 'INFO', 'kukiTanpaSecure', sebut(tanpa));
}

/** Which cookie holds the session can only be told by its name. */
function cekHttpOnly(kuki: readonly Kuki[], sesi: readonly Kuki[]): Hasil {
	const tanpa = sesi.filter((k) => !k.httpOnly);
	if (tanpa.length > 0) return hasil('CKI-02', 'GAGAL', 'kukiTanpaHttpOnly', sebut(tanpa));
	if (sesi.length > 0 || kuki.every((k) => k.httpOnly)) return hasil('CKI-02', 'LULUS', 'kukiHttpOnly');
	return hasil('CKI-02', 'INFO', 'kukiSesiTakDikenal', sebut(kuki));
}

function cekSameSite(kuki: readonly Kuki[]): Hasil {
	const salah = kuki.filter((k) => k.sameSite === null || k.sameSite === 'tidak_sah');
	if (salah.length > 0) return hasil('CKI-03', 'GAGAL', 'kukiTanpaSameSite', sebut(salah));
	const terbuka = kuki.filter((k) => k.sameSite === 'none');
	return terbuka.length > 0
		? hasil('CKI-03', 'INFO', 'kukiSameSiteNone', sebut(terbuka))
		: hasil('CKI-03', 'LULUS', 'kukiSameSite');
}

function cekUmur(sesi: readonly Kuki[], a: Ambang): Hasil {
	if (sesi.length === 0) return hasil('CKI-04', 'TIDAK BERLAKU', 'kukiSesiTiada');
	const panjang = sesi.filter((k) => k.umur !== null && k.umur > a.sesiJam * 3600);
	if (panjang.length > 0) return hasil('CKI-04', 'GAGAL', 'kukiLama', sebut(panjang), String(a.sesiJam));
	return hasil('CKI-04', 'LULUS', 'kukiPendek', String(a.sesiJam));
}

const sesiDiTautan = /[?;&](jsessionid|phpsessid|sessionid|sessid|aspsessionid\w*|sid)=/i;

function cekTautan(halaman: Tampil['halaman'], pindah: string | null, terpotong: boolean): Hasil {
	const tautan = [...(halaman ? [...halaman.tautan, ...halaman.formulir] : []), ...(pindah ? [pindah] : [])];
	const ada = tautan.filter((t) => sesiDiTautan.test(t)).length;
	if (ada > 0) return hasil('CKI-05', 'GAGAL', 'sesiDiTautan', String(ada));
	if (!halaman) return hasil('CKI-05', 'TIDAK DIUJI', 'tanpaHtml');
	return terpotong
		? hasil('CKI-05', 'TIDAK DIUJI', 'halamanTerpotong')
		: hasil('CKI-05', 'LULUS', 'sesiTakDiTautan');
}
