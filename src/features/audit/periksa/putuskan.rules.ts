import { cekDns } from './cek-dns.rules.ts';
import { cekHeader, cekMuatan } from './cek-halaman.rules.ts';
import { cekKuki } from './cek-kuki.rules.ts';
import { cekSitus } from './cek-situs.rules.ts';
import { cekTls } from './cek-tls.rules.ts';
import { type Fakta, readTampil } from './fakta.rules.ts';
import { type Ambang, type Hasil, hasil } from './hasil.rules.ts';

/**
 * Every check of the catalogue, in its order, decided from what was fetched. What nothing was found out about is not
 * tested, whatever the reason.
 */
export function putuskan(
	f: Fakta,
	a: Ambang,
	urutan: Iterable<string>,
	tambahan: readonly string[],
): Hasil[] {
	const tampil = readTampil(f);
	const semua = [
		...cekTls(f, a),
		...cekHeader(f, tampil),
		...cekMuatan(f, tampil),
		...cekKuki(f, tampil, a),
		...cekSitus(f, tampil, a),
		...cekDns(f),
	];
	const menurutId = new Map(semua.map((h) => [h.id, h]));
	return [...urutan].map(
		(id) =>
			menurutId.get(id) ?? hasil(id, 'TIDAK DIUJI', tambahan.includes(id) ? 'belumTersedia' : 'perluIzin'),
	);
}
