import { readFileSync, statSync } from 'node:fs';
import { type CheckInstrumen, checkInstrumen, UKURAN_MAKS } from './check-instrumen.ts';
import type { Masalah } from './masalah.ts';

type BacaTeks = { ok: true; teks: string } | { ok: false; masalah: Masalah[] };

/** Reads and checks an instrument file; whatever is wrong with the file itself is a problem, not an exception. */
export function readInstrumen(berkas: string): CheckInstrumen {
	const teks = readTeks(berkas);
	return teks.ok ? checkInstrumen(teks.teks) : teks;
}

/** The text of a regular UTF-8 file of at most 5 MB. */
export function readTeks(berkas: string): BacaTeks {
	const salah = (pesan: string): BacaTeks => ({ ok: false, masalah: [{ path: '', pesan }] });
	try {
		const { size, isFile } = pilih(berkas);
		if (!isFile) return salah('bukan berkas biasa');
		if (size > UKURAN_MAKS) return salah(`berkas lebih besar dari ${UKURAN_MAKS / 1_000_000} MB`);
		return { ok: true, teks: new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(berkas)) };
	} catch (error) {
		const kode = (error as NodeJS.ErrnoException).code;
		if (kode === 'ERR_ENCODING_INVALID_ENCODED_DATA')
			return salah('berkas bukan teks UTF-8; simpan ulang dengan pengodean UTF-8');
		if (kode === 'ENOENT') return salah('berkas tidak ada');
		if (kode === 'EACCES' || kode === 'EPERM') return salah('berkas tidak boleh dibaca pengguna ini');
		return salah(`berkas tidak dapat dibaca (${kode ?? (error as Error).message})`);
	}
}

function pilih(berkas: string): { size: number; isFile: boolean } {
	const keadaan = statSync(berkas);
	return { size: keadaan.size, isFile: keadaan.isFile() };
}
