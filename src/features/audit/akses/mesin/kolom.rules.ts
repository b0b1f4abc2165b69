/** What a column of an account export or of a personnel list can hold. */
export const medanAkun = [
	'aplikasi',
	'nama_akun',
	'pemilik_nama',
	'pemilik_nip',
	'surel',
	'jenis',
	'unit',
	'peran',
	'istimewa',
	'status',
	'dibuat',
	'mulai',
	'akhir',
	'terakhir_masuk',
	'sandi_diubah',
	'sandi_tak_kedaluwarsa',
	'mfa',
	'disetujui_oleh',
	'disetujui_tanggal',
	'tanggal_reviu',
	'tujuan',
	'kontrak_akhir',
	'log_masuk',
	'akses_jauh',
	'publik',
	'uac',
] as const;
export type MedanAkun = (typeof medanAkun)[number];

export const medanPegawai = [
	'nip',
	'nama',
	'surel',
	'unit',
	'jabatan',
	'status',
	'tmt_jabatan',
	'tmt_berhenti',
] as const;
export type MedanPegawai = (typeof medanPegawai)[number];

export type Medan = MedanAkun | MedanPegawai;
/** Which column of the file stands for which field: the column's name as the file writes it. */
export type PetaMedan<M extends string = Medan> = Partial<Record<M, string>>;

/** Names by which a column is known, without signs and spaces; the first of a field is the surest. */
const sebutanAkun: Record<MedanAkun, string> = {
	aplikasi: 'aplikasi namaaplikasi sistem namasistem application app modul domain sumber layanan',
	nama_akun:
		'namaakun akun username usernameakun user userid iduser idpengguna namapengguna pengguna login loginname loginid samaccountname uid account accountname useraccount logonname namalogin userlogin userprincipalname',
	pemilik_nama:
		'pemiliknama namapemilik pemilik nama namalengkap namapegawai displayname fullname name cn owner ownername namaorang penanggungjawab namapenanggungjawab realname employeename givenname',
	pemilik_nip:
		'pemiliknip nippemilik nip nipbaru nippegawai nipnik employeeid employeenumber idpegawai nomorinduk nomorindukpegawai nik18 nipnrp nrp',
	surel: 'surel email mail emailaddress alamatemail emailpengguna surelpemilik useremail emaildinas',
	jenis: 'jenis jenisakun tipe tipeakun accounttype type usertype kategori kategoriakun jenispengguna',
	unit: 'unit unitkerja opd skpd department departemen unitorganisasi namaopd namaskpd instansi satker satuankerja bagian bidang ou organisasi kantor perangkatdaerah unitakun dinas',
	peran:
		'peran role roles hak hakakses memberof grup group groups userrole level levelakses leveluser otoritas wewenang kelompok namarole privilege privileges permission permissions profil jabatanaplikasi',
	istimewa:
		'istimewa hakistimewa privileged isprivileged isadmin admin administrator superuser issuperuser admincount akunistimewa adminflag superadmin',
	status:
		'status statusakun aktif active enabled isactive accountstatus statuspengguna keadaan isenabled state statusaktif',
	dibuat:
		'dibuat tanggaldibuat tgldibuat created createdat createdon createddate whencreated tanggalbuat tglbuat creationdate createtimestamp tanggalpembuatan tgldaftar tanggaldaftar datecreated',
	mulai:
		'mulai tanggalmulai tglmulai mulaiberlaku berlakudari start startdate validfrom tmtmulai berlakumulai tanggalaktif',
	akhir:
		'akhir tanggalakhir tglakhir akhirberlaku berlakusampai masaberlaku end enddate validto validuntil accountexpires expires expiry expirydate accountexpirationdate tanggalkedaluwarsa expiredate tglkedaluwarsa berlakuhingga expireddate',
	terakhir_masuk:
		'terakhirmasuk terakhirlogin loginterakhir lastlogin lastlogon lastlogindate lastlogontimestamp lastlogondate lastlogintime tanggalloginterakhir lastactive lastseen aktivitasterakhir terakhiraktif tglloginterakhir lastsignin lastaccess terakhirakses aksesterakhir lastloginat',
	sandi_diubah:
		'sandidiubah passworddiubah pwdlastset passwordlastset lastpasswordchange passwordchanged pwdchangedtime gantisandi gantipassword tanggalgantipassword passwordlastchanged tglubahpassword tglgantipassword tanggalubahsandi passwordchangedat sanditerakhirdiubah',
	sandi_tak_kedaluwarsa:
		'sanditakkedaluwarsa sanditidakkedaluwarsa passwordneverexpires passwordneverexpire pwdneverexpires neverexpires passwordtidakkedaluwarsa passwordtakkedaluwarsa sandiabadi passwordtidakexpired dontexpirepassword',
	mfa: 'mfa 2fa twofactor totp otp mfaaktif mfaenabled autentikasidua duafaktor multifactor is2fa mfastatus verifikasidualangkah autentikasiduafaktor statusmfa 2faaktif',
	disetujui_oleh:
		'disetujuioleh approvedby penyetuju persetujuan disetujui approver pemberipersetujuan namapenyetuju',
	disetujui_tanggal:
		'disetujuitanggal tanggalpersetujuan tanggaldisetujui approvedat approvaldate approvedon tglpersetujuan tgldisetujui approveddate',
	tanggal_reviu:
		'tanggalreviu tglreviu reviu review lastreview reviewdate tanggalreview reviuterakhir lastreviewed direviu revieweddate tanggalreviuterakhir reviewterakhir tglreview lastreviewdate',
	tujuan: 'tujuan keterangan kegunaan purpose description deskripsi fungsi peruntukan tujuanakun catatan',
	kontrak_akhir:
		'kontrakakhir akhirkontrak kontrakberakhir contractend contractenddate tanggalakhirkontrak kontraksampai tglakhirkontrak berakhirkontrak contractexpiry',
	log_masuk:
		'logmasuk loginlog riwayatlogin loginhistory jamlogin logakses riwayatmasuk signinlog lokasilogin accesslog',
	akses_jauh: 'aksesjauh remote remoteaccess vpn aksesvpn jarakjauh aksesjarakjauh dialin',
	publik: 'publik internet terbukakeinternet public exposed aplikasipublik terbuka internetfacing',
	uac: 'useraccountcontrol uac',
};

const sebutanPegawai: Record<MedanPegawai, string> = {
	nip: 'nip nipbaru nippegawai pemiliknip nipnik nipnrp nomorindukpegawai nomorinduk employeeid employeenumber idpegawai nrp nipn',
	nama: 'nama namapegawai namalengkap namaasn fullname name displayname pemiliknama employeename namapns',
	surel: 'surel email mail emailaddress alamatemail emaildinas',
	unit: 'unit unitkerja opd skpd unitorganisasi namaopd namaskpd satker satuankerja department departemen instansi perangkatdaerah unor namaunor organisasi bidang unitorganisasiinduk dinas',
	jabatan: 'jabatan namajabatan position title jobtitle jabatanakhir',
	status:
		'status statuspegawai statuskepegawaian keadaan kedudukan kedudukanhukum employmentstatus statusaktif aktif kedudukanpegawai statuskerja',
	tmt_jabatan: 'tmtjabatan tmt tanggalmulaijabatan tmtunit tmtmutasi tmtunitkerja tmtpindah positionsince',
	tmt_berhenti:
		'tmtberhenti tmtpensiun tanggalberhenti tglberhenti tanggalpensiun tglpensiun enddate terminationdate tmtakhir tmtkeluar tanggalkeluar akhirkontrak',
};

/** Columns that must not be read at all, whatever the mapping says. */
const terlarang =
	/password(?!.*(?:never|last|chang|expir|diubah|kedaluwarsa|ganti|set))|^(?:sandi|katasandi|pwd|passwd|userpassword|unicodepwd|hash|passwordhash|salt|ktp|nik|noktp|nomorktp|nikktp|pin|token|secret|apikey|privatekey)$/;
export const isTerlarang = (kepala: string): boolean => terlarang.test(rapat(kepala));

/** "Nama Akun (login)" → "namaakunlogin". */
export const rapat = (teks: string): string =>
	teks
		.normalize('NFKD')
		.toLowerCase()
		.replace(/[^a-z0-9]/g, '');

export type JenisDaftar = 'akun' | 'pegawai';
const tabelSebutan = (sebutan: Record<string, string>) =>
	Object.entries(sebutan).map(([medan, kata]) => ({ medan, kata: kata.split(' ') }));
const tabel = { akun: tabelSebutan(sebutanAkun), pegawai: tabelSebutan(sebutanPegawai) };

/** How surely a heading names a field: 100 its own name, less the further down the list; 0 not at all. */
function cocokKepala(kepala: string, kata: readonly string[]): number {
	const tepat = kata.indexOf(kepala);
	if (tepat >= 0) return 100 - tepat;
	if (kepala.length < 5) return 0;
	const memuat = kata.findIndex((k) => k.length >= 5 && (kepala.startsWith(k) || kepala.endsWith(k)));
	return memuat < 0 ? 0 : 40 - memuat;
}

/** Fields suggested by the names of the columns; each column and each field at most once, the surest first. */
export function sarankanPeta(kepala: readonly string[], jenis: JenisDaftar): PetaMedan {
	const calon = kepala.flatMap((nama, kolom) => {
		const polos = rapat(nama);
		if (polos === '' || isTerlarang(nama)) return [];
		return tabel[jenis].flatMap(({ medan, kata }) => {
			const nilai = cocokKepala(polos, kata);
			return nilai > 0 ? [{ medan, kolom, nama, nilai }] : [];
		});
	});
	calon.sort((a, b) => b.nilai - a.nilai || a.kolom - b.kolom);
	const peta: Record<string, string> = {};
	const dipakai = new Set<number>();
	for (const { medan, kolom, nama } of calon) {
		if (medan in peta || dipakai.has(kolom)) continue;
		peta[medan] = nama;
		dipakai.add(kolom);
	}
	return peta;
}

/** How many fields the cells of a row would name. */
export const nilaiKepala = (sel: readonly string[], jenis: JenisDaftar): number =>
	Object.keys(sarankanPeta(sel, jenis)).length;

/** Without one of these nobody can say whose row it is. */
export const medanWajib: Record<JenisDaftar, readonly Medan[]> = {
	akun: ['nama_akun'],
	pegawai: ['nip', 'nama', 'surel'],
};

/** Where the mapped columns stand; `hilang` are those that the file does not have. */
export function letakKolom(
	kepala: readonly string[],
	peta: PetaMedan,
): { letak: Partial<Record<Medan, number>>; hilang: string[] } {
	const polos = kepala.map(rapat);
	const letak: Partial<Record<Medan, number>> = {};
	const hilang: string[] = [];
	for (const [medan, nama] of Object.entries(peta)) {
		if (!nama || isTerlarang(nama)) continue;
		const tepat = kepala.indexOf(nama);
		const n = tepat >= 0 ? tepat : polos.indexOf(rapat(nama));
		if (n >= 0) letak[medan as Medan] = n;
		else hilang.push(nama);
	}
	return { letak, hilang };
}
