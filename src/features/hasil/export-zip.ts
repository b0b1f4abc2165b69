const TANDA_AKHIR = 0x06054b50;
const TANDA_PUSAT = 0x02014b50;
const UKURAN_AKHIR = 22;
/** 1 January 1980, 00.00: the earliest time that the format knows. */
const WAKTU_TETAP = 0x00210000;

/**
 * Gives every entry of a ZIP archive the same time, so that the same content has the same bytes and the same
 * checksum. Changes the buffer in place; for archives without comment that we wrote ourselves.
 */
export function tetapkanWaktu(zip: Buffer): Buffer {
	const akhir = zip.length - UKURAN_AKHIR;
	if (zip.readUInt32LE(akhir) !== TANDA_AKHIR) throw new Error('arsip tanpa daftar isi');
	let letak = zip.readUInt32LE(akhir + 16);
	for (let n = zip.readUInt16LE(akhir + 10); n > 0; n--) {
		if (zip.readUInt32LE(letak) !== TANDA_PUSAT) throw new Error('daftar isi arsip rusak');
		zip.writeUInt32LE(WAKTU_TETAP, letak + 12);
		zip.writeUInt32LE(WAKTU_TETAP, zip.readUInt32LE(letak + 42) + 10);
		const panjang = [28, 30, 32].map((geser) => zip.readUInt16LE(letak + geser));
		letak += 46 + panjang.reduce((a, b) => a + b, 0);
	}
	return zip;
}
