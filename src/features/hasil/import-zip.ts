import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { tolakBerkas } from './import-masalah.ts';

const ISI_TERBESAR = 50 * 1024 * 1024;
const ANGGOTA_TERBANYAK = 2000;

/**
 * Unpacks the XML parts of an XLSX file, counting what really comes out: an archive that blows up, lies about its
 * sizes, is encrypted or is another kind of document is refused before any reader sees it.
 * @throws BerkasDitolak
 */
export async function bacaZip(buffer: Buffer): Promise<Map<string, string>> {
	let zip: ZipFile | undefined;
	try {
		zip = await yauzl.fromBufferPromise(buffer, { lazyEntries: true, validateEntrySizes: true });
		if (zip.entryCount > ANGGOTA_TERBANYAK) throw tolakBesar();
		return periksaJenis(await bacaAnggota(zip));
	} catch (cause) {
		if (cause instanceof Error && cause.name === 'Error' && !('masalah' in cause)) throw tolakRusak();
		throw cause;
	} finally {
		zip?.close();
	}
}

async function bacaAnggota(zip: ZipFile): Promise<Map<string, string>> {
	const isi = new Map<string, string>();
	let sisa = ISI_TERBESAR;
	for await (const anggota of zip.eachEntry()) {
		if (anggota.isEncrypted())
			throw tolakBerkas('jenis_berkas', 'Berkas dikunci sandi. Hapus sandinya lalu simpan ulang.');
		if (isi.has(anggota.fileName)) throw tolakRusak();
		const bytes = await bacaSatu(zip, anggota, sisa);
		sisa -= bytes.byteLength;
		isi.set(anggota.fileName, /\.(xml|rels)$/.test(anggota.fileName) ? bytes.toString('utf8') : '');
	}
	return isi;
}

async function bacaSatu(zip: ZipFile, anggota: Entry, sisa: number): Promise<Buffer> {
	if (anggota.uncompressedSize > sisa) throw tolakBesar();
	const potong: Buffer[] = [];
	let besar = 0;
	for await (const bagian of await zip.openReadStreamPromise(anggota)) {
		besar += (bagian as Buffer).byteLength;
		if (besar > sisa) throw tolakBesar();
		potong.push(bagian as Buffer);
	}
	return Buffer.concat(potong);
}

function periksaJenis(isi: Map<string, string>): Map<string, string> {
	const nama = [...isi.keys()];
	const tipe = isi.get('[Content_Types].xml') ?? '';
	if (nama.some((n) => n.endsWith('vbaProject.bin')) || tipe.includes('macroEnabled'))
		throw tolakBerkas(
			'jenis_berkas',
			'Buku kerja bermakro (.xlsm). Simpan ulang sebagai "Buku Kerja Excel (.xlsx)" tanpa makro.',
		);
	if (isi.has('content.xml') && isi.has('mimetype'))
		throw tolakBerkas(
			'jenis_berkas',
			'Berkas OpenDocument (.ods). Simpan ulang sebagai XLSX atau "CSV UTF-8" di LibreOffice.',
		);
	if (!isi.has('xl/workbook.xml'))
		throw tolakBerkas(
			'jenis_berkas',
			'Berkas arsip (ZIP) yang bukan buku kerja XLSX. Yang dapat dimuat hanya CSV (UTF-8) dan XLSX.',
		);
	for (const teks of isi.values())
		if (/<!(DOCTYPE|ENTITY)/i.test(teks))
			throw tolakBerkas('zip_rusak', 'Berkas XLSX memuat DTD, yang tidak diizinkan.');
	return isi;
}

const tolakBesar = () =>
	tolakBerkas(
		'berkas_terlalu_besar',
		'Isi berkas XLSX lebih dari 50 MB setelah dibuka. Hapus gambar, lembar, dan baris yang tidak perlu, atau simpan sebagai CSV UTF-8.',
	);

const tolakRusak = () =>
	tolakBerkas(
		'zip_rusak',
		'Berkas XLSX rusak atau terpotong. Salin atau unduh ulang, buka di Excel, lalu simpan lagi.',
	);
