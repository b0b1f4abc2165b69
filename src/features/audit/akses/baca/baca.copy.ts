import type { Catatan } from '../mesin/akun.rules.ts';
import type { AlasanBerkas } from './tolak-berkas.ts';

type Rinci = Readonly<Record<string, string | number>>;
type Kalimat = (r: Rinci) => string;

const berkasId: Record<AlasanBerkas, Kalimat> = {
	berkas_tidak_ada: () => 'Berkas tidak ada. Periksa nama dan foldernya.',
	berkas_tidak_terbaca: () =>
		'Berkas tidak dapat dibaca: bukan berkas biasa, atau pengguna ini tidak boleh membacanya.',
	berkas_kosong: () => 'Berkas kosong. Ekspor ulang dari sistemnya.',
	berkas_terlalu_besar: (r) =>
		`Berkas lebih besar dari ${r.batas}. Ekspor hanya kolom yang diperlukan, atau per sistem; berkas besar dapat diperiksa dengan "matang audit akses".`,
	terlalu_banyak_baris: (r) =>
		`Berkas memuat lebih dari ${r.batas} akun atau orang. Bagi menurut sistem atau unit, lalu periksa satu per satu.`,
	jenis_berkas: () => 'Jenis berkas tidak dikenal. Yang dapat dibaca: CSV, XLSX, dan LDIF.',
	xls_lama: () =>
		'Berkas Excel lama (.xls) atau berkas yang dikunci sandi. Buka di Excel, hapus sandinya, lalu simpan sebagai .xlsx atau CSV.',
	zip_rusak: () => 'Berkas XLSX rusak atau terpotong. Unduh ulang, buka di Excel, lalu simpan lagi.',
	zip_sandi: () => 'Berkas XLSX dikunci sandi. Hapus sandinya lalu simpan ulang.',
	zip_besar: () => 'Isi berkas XLSX terlalu besar setelah dibuka. Simpan lembarnya sebagai CSV.',
	kutip_rusak: (r) =>
		`Tanda kutip yang dibuka di baris ${r.baris} tidak pernah ditutup; berkas mungkin terpotong. Tidak ada yang dipakai dari berkas ini.`,
	baris_panjang: (r) => `Baris ${r.baris} lebih panjang dari 1 MB; periksa tanda kutip dan ganti barisnya.`,
	ldif_rusak: (r) =>
		`Baris ${r.baris} bukan LDIF yang sah (seharusnya "atribut: nilai"). Ekspor ulang dengan ldapsearch -LLL atau ldifde.`,
	tanpa_kepala: (r) =>
		`Baris judul kolom tidak dikenali. Yang terbaca: ${r.kolom || 'tidak ada'}. Sebutkan kolomnya pada peta, misalnya {"${r.daftar}": {"${r.medan}": "judul kolom"}}.`,
	tanpa_kolom: (r) => `Kolom yang disebut peta tidak ada pada berkas: ${r.hilang}. Yang ada: ${r.kolom}.`,
	tanpa_baris: () => 'Berkas hanya berisi judul kolom, tanpa satu baris pun di bawahnya.',
};

const berkasEn: Record<AlasanBerkas, Kalimat> = {
	berkas_tidak_ada: () => 'The file does not exist. Check its name and folder.',
	berkas_tidak_terbaca: () =>
		'The file cannot be read: it is no ordinary file, or this user may not read it.',
	berkas_kosong: () => 'The file is empty. Export it again.',
	berkas_terlalu_besar: (r) =>
		`The file is larger than ${r.batas}. Export only the columns needed, or one system at a time; large files can be checked with "matang audit akses".`,
	terlalu_banyak_baris: (r) =>
		`The file holds more than ${r.batas} accounts or people. Split it by system or unit and check one at a time.`,
	jenis_berkas: () => 'Unknown kind of file. CSV, XLSX and LDIF can be read.',
	xls_lama: () =>
		'An old Excel file (.xls) or one locked with a password. Open it in Excel, remove the password and save it as .xlsx or CSV.',
	zip_rusak: () => 'The XLSX file is damaged or cut off. Download it again, open it in Excel and save it.',
	zip_sandi: () => 'The XLSX file is locked with a password. Remove it and save again.',
	zip_besar: () => 'The XLSX file is too large once unpacked. Save the sheet as CSV.',
	kutip_rusak: (r) =>
		`A quotation mark opened in line ${r.baris} is never closed; the file may be cut off. Nothing of it was used.`,
	baris_panjang: (r) => `Line ${r.baris} is longer than 1 MB; check quotation marks and line breaks.`,
	ldif_rusak: (r) =>
		`Line ${r.baris} is no valid LDIF ("attribute: value" expected). Export again with ldapsearch -LLL or ldifde.`,
	tanpa_kepala: (r) =>
		`The row of column headings was not recognised. Found: ${r.kolom || 'nothing'}. Name the columns in the mapping, for example {"${r.daftar}": {"${r.medan}": "heading"}}.`,
	tanpa_kolom: (r) => `Columns named by the mapping are not in the file: ${r.hilang}. It has: ${r.kolom}.`,
	tanpa_baris: () => 'The file holds headings only, without a single row below.',
};

const catatanId: Record<Catatan['kode'], (c: Catatan) => string> = {
	nilai_tidak_dikenal: (c) =>
		`Kolom ${c.kolom}: ${c.jumlah} sel berisi nilai yang tidak dikenal, misalnya "${c.contoh}"${c.kolom === 'status' ? '; akunnya dianggap aktif' : '; dianggap kosong'}.`,
	tanggal_ragu: (c) =>
		`Kolom ${c.kolom}: ${c.jumlah} sel bukan tanggal yang mungkin, misalnya "${c.contoh}"; tidak ditebak.`,
	tanggal_campur: (c) =>
		`Kolom ${c.kolom}: sebagian tanggal ditulis hari dulu, sebagian bulan dulu, sehingga "${c.contoh}" dapat dibaca dua cara. Sebutkan urutannya pada peta.`,
	tanggal_bulan_dulu: (c) =>
		`Kolom ${c.kolom} ditulis bulan dulu (mm/dd/yyyy), menurut tanggal yang hanya mungkin begitu; "${c.contoh}" dibaca demikian.`,
	nip_bukan_nip: (c) =>
		`Kolom ${c.kolom}: ${c.jumlah} sel bukan NIP, misalnya "${c.contoh}". Bila tertulis seperti 1,98E+17, jadikan kolomnya teks di Excel.`,
	akun_ganda: (c) =>
		`${c.jumlah} baris mengulang akun yang sama, misalnya "${c.contoh}"; peran dan isinya digabungkan.`,
	tanpa_nama_akun: (c) => `${c.jumlah} baris tanpa nama akun dilewati, misalnya "${c.contoh}".`,
	pegawai_ganda: (c) => `${c.jumlah} baris mengulang NIP yang sama; yang dipakai jabatan paling akhir.`,
	pegawai_tanpa_nama: (c) => `${c.jumlah} baris tanpa NIP, nama, dan surel dilewati.`,
	nip_beda_nama: (c) =>
		`${c.jumlah} akun ber-NIP pegawai tetapi bernama lain, misalnya "${c.contoh}"; NIP yang dipakai.`,
	istimewa_disimpulkan: () =>
		'Ekspor tidak punya kolom istimewa; akun istimewa disimpulkan dari nama perannya.',
	jenis_disimpulkan: () => 'Ekspor tidak punya kolom jenis; akun layanan disimpulkan dari nama akunnya.',
	baris_rusak: (c) => `${c.jumlah} baris tidak dapat dibaca, misalnya baris ${c.baris[0] ?? '?'}.`,
	sandi_huruf: () => 'Berkas tidak bersandi UTF-8; hurufnya dibaca sebagai Windows-1252 (Latin-1).',
	kolom_terlarang: (c) => `Kolom "${c.contoh}" tidak dibaca: kata sandi dan NIK tidak boleh diimpor.`,
	kolom_hilang: (c) => `Kolom "${c.contoh}" yang disebut peta tidak ada pada berkas.`,
	sel_rumus: (c) => `${c.jumlah} sel berisi rumus; yang dibaca nilai yang terakhir disimpan.`,
	lembar_lain: (c) => `Buku kerja punya lembar lain yang tidak dibaca: ${c.contoh}.`,
	berkas_terpotong: () => 'Baris terakhir tidak diakhiri ganti baris; pastikan berkas tidak terpotong.',
};

const catatanEn: Record<Catatan['kode'], (c: Catatan) => string> = {
	nilai_tidak_dikenal: (c) =>
		`Column ${c.kolom}: ${c.jumlah} cells hold an unknown value, such as "${c.contoh}"${c.kolom === 'status' ? '; the account counts as active' : '; taken as blank'}.`,
	tanggal_ragu: (c) =>
		`Column ${c.kolom}: ${c.jumlah} cells are no possible date, such as "${c.contoh}"; nothing is guessed.`,
	tanggal_campur: (c) =>
		`Column ${c.kolom}: some dates are day first and some month first, so "${c.contoh}" can be read two ways. Name the order in the mapping.`,
	tanggal_bulan_dulu: (c) =>
		`Column ${c.kolom} is month first (mm/dd/yyyy), by dates that can only be so; "${c.contoh}" was read that way.`,
	nip_bukan_nip: (c) =>
		`Column ${c.kolom}: ${c.jumlah} cells are no NIP, such as "${c.contoh}". If it reads like 1.98E+17, make the column text in Excel.`,
	akun_ganda: (c) =>
		`${c.jumlah} rows repeat an account, such as "${c.contoh}"; roles and contents were joined.`,
	tanpa_nama_akun: (c) => `${c.jumlah} rows without an account name were skipped, such as "${c.contoh}".`,
	pegawai_ganda: (c) => `${c.jumlah} rows repeat a NIP; the latest position holds.`,
	pegawai_tanpa_nama: (c) => `${c.jumlah} rows without NIP, name and mail were skipped.`,
	nip_beda_nama: (c) =>
		`${c.jumlah} accounts have an employee's NIP but another name, such as "${c.contoh}"; the NIP holds.`,
	istimewa_disimpulkan: () =>
		'The export has no column for privileged; it was concluded from the names of roles.',
	jenis_disimpulkan: () =>
		'The export has no column for the kind; service accounts were concluded from their names.',
	baris_rusak: (c) => `${c.jumlah} rows could not be read, such as row ${c.baris[0] ?? '?'}.`,
	sandi_huruf: () => 'The file is not UTF-8; its letters were read as Windows-1252 (Latin-1).',
	kolom_terlarang: (c) => `Column "${c.contoh}" is not read: passwords and NIK must not be imported.`,
	kolom_hilang: (c) => `Column "${c.contoh}" named by the mapping is not in the file.`,
	sel_rumus: (c) => `${c.jumlah} cells hold formulas; the value saved last was read.`,
	lembar_lain: (c) => `The workbook has further sheets that were not read: ${c.contoh}.`,
	berkas_terpotong: () => 'The last line does not end with a line break; make sure the file is not cut off.',
};

export const bacaCopy = {
	id: { berkas: berkasId, catatan: catatanId },
	en: { berkas: berkasEn, catatan: catatanEn },
};

/** "Kolom status: … (baris 3, 9, …)". */
export function kalimatCatatan(c: Catatan, lang: 'id' | 'en'): string {
	const isi = bacaCopy[lang].catatan[c.kode](c);
	if (c.baris.length === 0 || c.kode === 'baris_rusak') return isi;
	const kata = lang === 'id' ? 'baris' : 'row';
	return `${isi} (${kata} ${c.baris.join(', ')}${c.jumlah > c.baris.length ? ', …' : ''})`;
}
