import { readSheet } from 'read-excel-file/universal';
import { BerkasDitolak, tolakBerkas } from '#features/hasil/import-masalah.ts';
import { daftarLembar, type LembarXml } from '#features/hasil/import-xlsx-lembar.ts';
import { bacaZip } from '#features/hasil/import-zip.ts';
import { FORMAT_LEMBAR, kolomLembar, LEMBAR_IDENTITAS } from './lembar-kerja.rules.ts';
import type { BarisLembar, LembarTerbaca, MasalahLembar } from './rencana-lembar.rules.ts';

const BARIS_TERBANYAK = 500;
const LEMBAR_TERBANYAK = 40;
const UKURAN_TERBESAR = 5 * 1024 * 1024;

/**
 * Reads a working paper that came back. What is wrong with a sheet or a row is named and the rest read on.
 * @throws BerkasDitolak for what is no working paper of ours
 */
export async function bacaLembarKerja(isi: Uint8Array): Promise<LembarTerbaca> {
	if (isi.byteLength > UKURAN_TERBESAR)
		throw tolakBerkas(
			'berkas_terlalu_besar',
			'Berkas lebih dari 5 MB. Lembar kerja biasanya di bawah 1 MB: hapus gambar dan lembar tambahan.',
		);
	if (Buffer.from(isi.subarray(0, 2)).toString('latin1') !== 'PK')
		throw tolakBerkas(
			'jenis_berkas',
			'Bukan berkas XLSX. Muat lembar kerja yang diunduh dari Matang, disimpan sebagai .xlsx.',
		);
	const lembar = daftarLembar(await bacaZip(Buffer.from(isi))).slice(0, LEMBAR_TERBANYAK);
	const tanda = lembar.find((l) => l.nama === LEMBAR_IDENTITAS);
	const identitas = tanda
		? Object.fromEntries((await bacaTabel(isi, tanda)).map(([k = '', v = '']) => [k, v]))
		: {};
	if (identitas.format !== FORMAT_LEMBAR)
		throw tolakBerkas(
			'jenis_berkas',
			'Ini bukan lembar kerja Matang, atau identitasnya terhapus saat disimpan. Unduh lembar baru, lalu salin isian Anda ke dalamnya.',
		);
	const hasil: LembarTerbaca = { identitas, posisi: bacaPosisi(identitas), baris: [], masalah: [] };
	for (const l of lembar) if (l !== tanda && l.nama !== 'Petunjuk') await bacaBagian(isi, l, hasil);
	return hasil;
}

const bacaPosisi = (identitas: Readonly<Record<string, string>>): Map<string, bigint> =>
	new Map(
		Object.entries(identitas).flatMap(([kunci, nilai]) =>
			kunci.startsWith('posisi:') && /^\d{1,18}$/.test(nilai)
				? [[kunci.slice(7), BigInt(nilai)] as const]
				: [],
		),
	);

async function bacaTabel(isi: Uint8Array, l: LembarXml): Promise<string[][]> {
	try {
		const tabel = (await readSheet(new Uint8Array(isi).buffer, l.nomor, { trim: false })) as unknown[][];
		return tabel.map((baris) => baris.map(tulisSel));
	} catch (cause) {
		if (cause instanceof BerkasDitolak) throw cause;
		throw tolakBerkas(
			'zip_rusak',
			`Lembar "${l.nama}" tidak dapat dibaca. Buka di Excel atau LibreOffice, lalu simpan lagi sebagai .xlsx.`,
		);
	}
}

function tulisSel(isi: unknown): string {
	if (isi === null || isi === undefined) return '';
	if (typeof isi === 'number') return String(Number(isi.toPrecision(15)));
	if (isi instanceof Date) return `tanggal ${isi.toISOString().slice(0, 10)}`;
	return String(isi).replaceAll('\0', '');
}

async function bacaBagian(isi: Uint8Array, l: LembarXml, hasil: LembarTerbaca): Promise<void> {
	const lapor = (baris: number | null, pesan: string) =>
		hasil.masalah.push({ lembar: l.nama, baris, pesan } satisfies MasalahLembar);
	const tabel = await bacaTabel(isi, l);
	const k = kolomLembar;
	const kepala = tabel[0]?.map((t) => t.trim().toLowerCase()) ?? [];
	const letak = (nama: string) => kepala.indexOf(nama.toLowerCase());
	const wajib = [k.kode, k.nilai, k.fakta, k.analisis];
	const hilang = wajib.filter((nama) => letak(nama) < 0);
	if (hilang.length > 0)
		return void lapor(
			1,
			`Kolom ${hilang.map((h) => `"${h}"`).join(', ')} tidak ditemukan di baris pertama. Kembalikan judul kolom seperti saat diunduh; lembar ini tidak dimuat.`,
		);
	const ganda = wajib.find((nama) => kepala.filter((x) => x === nama.toLowerCase()).length > 1);
	if (ganda)
		return void lapor(1, `Kolom "${ganda}" ada lebih dari satu. Sisakan yang asli; lembar ini tidak dimuat.`);
	const rumus = cariRumus(l.xml);
	if (tabel.length > BARIS_TERBANYAK) lapor(null, `Hanya ${BARIS_TERBANYAK} baris pertama yang dibaca.`);
	for (const [n, sel] of tabel.slice(1, BARIS_TERBANYAK).entries()) {
		const ambil = (nama: string) => (letak(nama) < 0 ? '' : (sel[letak(nama)] ?? ''));
		const indikator = ambil(k.kode).trim();
		const b: BarisLembar = {
			lembar: l.nama,
			nomor: n + 2,
			indikator,
			nilai: ambil(k.nilai),
			fakta: ambil(k.fakta),
			analisis: ambil(k.analisis),
			justifikasi: ambil(k.justifikasi),
		};
		if (indikator === '') {
			if ([b.nilai, b.fakta, b.analisis, b.justifikasi].some((t) => t.trim() !== ''))
				lapor(n + 2, 'Baris ini berisi tetapi kodenya kosong. Isi kodenya, atau hapus barisnya.');
		} else if (rumus.has(n + 2)) {
			hasil.masalah.push({
				lembar: l.nama,
				baris: n + 2,
				pesan: `${indikator.slice(0, 20)}: ada sel berisi rumus (${rumus.get(n + 2)}). Salin lalu tempel sebagai nilai, kemudian muat lagi.`,
			});
			hasil.baris.push({ ...b, dilewati: true });
		} else hasil.baris.push(b);
	}
}

/** Rows with a cell that is calculated, and the cell's address. */
function cariRumus(xml: string): Map<number, string> {
	const hasil = new Map<number, string>();
	let alamat = '';
	for (const [, tag = '', sisa = ''] of xml.matchAll(/<(?:\w+:)?(c|f)\b([^<>]*)>/g)) {
		if (tag === 'c') alamat = /(?:^|\s)r="([A-Z]{1,3}\d{1,7})"/.exec(sisa)?.[1] ?? '';
		else if (alamat !== '') hasil.set(Number(alamat.replace(/\D/g, '')), alamat);
	}
	return hasil;
}
