import { readFile, stat } from 'node:fs/promises';
import { bacaCsv } from './import-csv.ts';
import { type Lembar, UKURAN_TERBESAR } from './import-lembar.ts';
import { tolakBerkas } from './import-masalah.ts';
import { bacaXlsx } from './import-xlsx.ts';

/** The content of a file, or where it lies. */
export type IsiBerkas = Uint8Array | { path: string };

/**
 * Reads a file whole, but never one above 25 MB: its size is asked first.
 * @throws BerkasDitolak
 */
export async function bacaIsi(isi: IsiBerkas): Promise<Uint8Array> {
	const bytes = isi instanceof Uint8Array ? isi : await bacaPath(isi.path);
	if (bytes.byteLength > UKURAN_TERBESAR) throw tolakUkuran(bytes.byteLength);
	if (bytes.byteLength === 0)
		throw tolakBerkas('berkas_kosong', 'Berkas kosong: tidak ada satu byte pun di dalamnya.');
	return bytes;
}

/**
 * Reads a table from CSV or XLSX; the content decides which, not the name.
 * @throws BerkasDitolak
 */
export async function bacaLembar(bytes: Uint8Array): Promise<Lembar> {
	const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const awal = buffer.subarray(0, 8).toString('latin1');
	if (awal.startsWith('PK')) return await bacaXlsx(buffer);
	if (awal.startsWith('\xd0\xcf\x11\xe0'))
		throw tolakBerkas(
			'jenis_berkas',
			'Berkas Excel lama (.xls) atau berkas yang dikunci sandi. Buka di Excel, hapus sandinya, lalu simpan sebagai "Buku Kerja Excel (.xlsx)" atau "CSV UTF-8".',
		);
	if (awal.startsWith('%PDF'))
		throw tolakBerkas('jenis_berkas', 'Berkas PDF. Yang dapat dimuat hanya CSV (UTF-8) dan XLSX.');
	return bacaCsv(buffer);
}

/** Asked first, because opening a pipe would wait for ever and reading a large file would fill the memory. */
async function bacaPath(path: string): Promise<Uint8Array> {
	try {
		const keadaan = await stat(path);
		if (!keadaan.isFile())
			throw tolakBerkas('berkas_tidak_terbaca', 'Bukan berkas biasa (folder, pipa, atau perangkat).');
		if (keadaan.size > UKURAN_TERBESAR) throw tolakUkuran(keadaan.size);
		return await readFile(path);
	} catch (cause) {
		throw galatBaca(cause);
	}
}

function galatBaca(cause: unknown): unknown {
	const kode = (cause as NodeJS.ErrnoException).code;
	if (kode === undefined) return cause;
	if (kode === 'ENOENT')
		return tolakBerkas('berkas_tidak_ada', 'Berkas tidak ada. Periksa nama dan foldernya.');
	if (kode === 'EACCES' || kode === 'EPERM')
		return tolakBerkas('berkas_tidak_terbaca', 'Berkas tidak boleh dibaca pengguna ini.');
	return tolakBerkas('berkas_tidak_terbaca', `Berkas tidak dapat dibaca (${kode}).`);
}

function tolakUkuran(byte: number) {
	const mb = new Intl.NumberFormat('id-ID', { maximumFractionDigits: 1 }).format(byte / 1024 / 1024);
	return tolakBerkas(
		'berkas_terlalu_besar',
		`Berkas ${mb} MB terlalu besar; batasnya 25 MB. Daftar hasil satu tahun biasanya di bawah 1 MB: periksa apakah berkasnya benar.`,
	);
}
