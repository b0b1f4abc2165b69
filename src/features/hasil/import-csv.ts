import { CsvError, parse } from 'csv-parse/sync';
import { BARIS_TERBANYAK, isKosong, type Lembar } from './import-lembar.ts';
import { kutip, type Masalah, tolakBerkas } from './import-masalah.ts';

const pembatas = [',', ';', '\t'] as const;

interface Rekaman {
	record: string[];
	info: { lines: number };
}

/**
 * Reads CSV in UTF-8, with or without byte order mark, parted by comma, semicolon or tab.
 * @throws BerkasDitolak
 */
export function bacaCsv(buffer: Buffer): Lembar {
	const teks = dekode(buffer).replace(/\r\n?/g, '\n');
	if (teks.trim() === '')
		throw tolakBerkas('berkas_kosong', 'Berkas kosong: hanya berisi spasi atau baris kosong.');
	const { isi, lewati, delimiter } = kenaliPembatas(teks);
	const rekaman = urai(isi, delimiter, lewati);
	const kepala = rekaman[0];
	if (!kepala) throw tolakBerkas('berkas_kosong', 'Berkas tidak memuat satu baris pun.');
	const baris = rekaman
		.slice(1)
		.map(({ record, info }) => ({ nomor: info.lines + lewati, sel: record.map((s) => s.trim()) }))
		.filter(({ sel }) => !isKosong(sel));
	return {
		kepala: kepala.record.map((s) => s.trim()),
		nomorKepala: kepala.info.lines + lewati,
		baris,
		peringatan: periksaAkhir(isi, baris.at(-1)?.nomor ?? null),
	};
}

function dekode(buffer: Buffer): string {
	const [a, b] = [buffer[0], buffer[1]];
	if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff) || (buffer.includes(0) && miripUtf16(buffer)))
		throw tolakBerkas('penyandian', `Berkas bersandi UTF-16 ("Teks Unicode"). ${saranSimpan}`);
	const nol = buffer.indexOf(0);
	if (nol >= 0)
		throw tolakBerkas(
			'jenis_berkas',
			'Berkas biner, bukan teks. Yang dapat dimuat hanya CSV (UTF-8) dan XLSX.',
		);
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(buffer);
	} catch {
		throw tolakSandi(buffer);
	}
}

const saranSimpan =
	'Simpan ulang sebagai "CSV UTF-8 (dipisahkan koma)" di Excel, atau pilih UTF-8 di LibreOffice.';

/** Every other byte is zero in UTF-16 text of Latin letters. */
function miripUtf16(buffer: Buffer): boolean {
	const contoh = buffer.subarray(0, 2000);
	let nol = 0;
	for (const byte of contoh) if (byte === 0) nol++;
	return nol * 3 > contoh.length;
}

function tolakSandi(buffer: Buffer) {
	const baris = nomorBarisRusak(buffer);
	return tolakBerkas(
		'penyandian',
		`Baris ${baris} memuat huruf yang bukan UTF-8 (mungkin Windows-1252 atau Latin-1). ${saranSimpan}`,
		baris,
	);
}

function nomorBarisRusak(buffer: Buffer): number {
	const dekoder = new TextDecoder('utf-8', { fatal: true });
	let mulai = 0;
	for (let nomor = 1; ; nomor++) {
		const akhir = buffer.indexOf(10, mulai);
		try {
			dekoder.decode(buffer.subarray(mulai, akhir < 0 ? buffer.length : akhir));
		} catch {
			return nomor;
		}
		if (akhir < 0) return nomor;
		mulai = akhir + 1;
	}
}

/** The separator that the header uses most; Excel's first line "sep=;" decides by itself. */
function kenaliPembatas(teks: string): { isi: string; lewati: number; delimiter: string } {
	const sep = /^sep=([,;\t])\n/.exec(teks);
	if (sep) return { isi: teks.slice(sep[0].length), lewati: 1, delimiter: sep[1] ?? ',' };
	const kosong = /^\s*\n/.exec(teks)?.[0] ?? '';
	const pertama = teks.slice(kosong.length).split('\n', 1)[0] ?? '';
	const hitung = pembatas.map((p) => ({ p, n: pertama.split(p).length }));
	const terbanyak = hitung.reduce((a, b) => (b.n > a.n ? b : a));
	return { isi: teks, lewati: 0, delimiter: terbanyak.p };
}

function urai(teks: string, delimiter: string, lewati: number): Rekaman[] {
	let rekaman: Rekaman[];
	try {
		rekaman = parse(teks, {
			delimiter,
			record_delimiter: '\n',
			info: true,
			relax_column_count: true,
			skip_empty_lines: true,
			max_record_size: 100_000,
			to: BARIS_TERBANYAK + 2,
		}) as unknown as Rekaman[];
	} catch (cause) {
		throw tolakUraian(cause, lewati);
	}
	if (rekaman.length > BARIS_TERBANYAK + 1)
		throw tolakBerkas('terlalu_banyak_baris', `Berkas memuat lebih dari ${BARIS_TERBANYAK} baris data.`);
	return mulaiBaris(rekaman, teks);
}

/** The parser counts the lines up to a record's end; a reader looks for its beginning. */
function mulaiBaris(rekaman: Rekaman[], teks: string): Rekaman[] {
	if (!teks.includes('"')) return rekaman;
	return rekaman.map(({ record, info }) => {
		const ganti = record.reduce((n, sel) => n + sel.split('\n').length - 1, 0);
		return { record, info: { lines: info.lines - ganti } };
	});
}

function tolakUraian(cause: unknown, lewati: number): unknown {
	if (!(cause instanceof CsvError)) return cause;
	const baris = typeof cause.lines === 'number' ? cause.lines + lewati : null;
	const di = baris === null ? '' : ` di sekitar baris ${baris}`;
	if (cause.code === 'CSV_QUOTE_NOT_CLOSED')
		return tolakBerkas(
			'kutip_rusak',
			`Tanda kutip yang dibuka${di} tidak pernah ditutup; berkas mungkin terpotong. Baris sesudahnya tidak dapat dipisahkan, sehingga tidak ada yang dimuat.`,
			baris,
		);
	if (cause.code === 'CSV_MAX_RECORD_SIZE')
		return tolakBerkas(
			'kutip_rusak',
			`Satu baris${di} lebih panjang dari 100.000 huruf; periksa tanda kutip dan ganti barisnya.`,
			baris,
		);
	return tolakBerkas(
		'kutip_rusak',
		`Tanda kutip${di} tidak pada tempatnya. Teks yang memuat tanda kutip harus diapit tanda kutip, dan kutip di dalamnya ditulis dua kali ("").`,
		baris,
	);
}

function periksaAkhir(teks: string, nomor: number | null): Masalah[] {
	if (teks.endsWith('\n') || nomor === null) return [];
	const ekor = teks.slice(teks.lastIndexOf('\n') + 1);
	return [
		{
			baris: nomor,
			kolom: null,
			kode: 'tanpa_akhir_baris',
			pesan: `Baris terakhir tidak diakhiri ganti baris; pastikan berkas tidak terpotong. Akhirnya: ${kutip(ekor.slice(-40))}.`,
		},
	];
}
