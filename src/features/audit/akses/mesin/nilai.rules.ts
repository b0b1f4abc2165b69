const ya = new Set(
	'ya y yes true t 1 benar aktif active enabled enable on sudah ada v x ✓ ✔ wajib punya terpasang totp sms otp passkey fido webauthn'.split(
		' ',
	),
);
const tidak = new Set(
	'tidak t n no false f 0 salah nonaktif inactive disabled disable off belum - tiada none null tanpa kosong tdk'.split(
		' ',
	),
);

/** A yes or no; null where the cell is blank, undefined where it says something else. */
export function bacaYa(teks: string): boolean | null | undefined {
	const t = rapikan(teks);
	if (t === '') return null;
	if (t === 't') return undefined; // true in one system, "tidak" in another
	if (ya.has(t) && t !== 't') return true;
	if (tidak.has(t) || /^(?:tidak|belum|tanpa|non)\b/.test(t)) return false;
	return undefined;
}

const rapikan = (teks: string) =>
	teks
		.trim()
		.toLowerCase()
		.replace(/[_\s]+/g, ' ');

const aktif =
	/^(?:1|aktif|active|enabled?|true|ya|y|yes|normal|hidup|buka|open|berjalan|ok|valid|512|66048|544)$/;
const mati =
	/^(?:0|2|(?:tidak|non|tdk|belum)[ -]?aktif|in-?active|disabled?|false|tidak|n|no|locked?(?: out)?|terkunci|kunci|di ?kunci|blokir|diblokir|blocked|suspend(?:ed)?|ditangguhkan|beku|dibekukan|di ?hapus|deleted?|closed?|ditutup|tutup|expired|kedaluwarsa|kadaluarsa|cabut|dicabut|revoked?|mati|nonaktif sementara|archived?|arsip|514|66050|546)$/;

/** Whether the account is active; null where the cell is blank, undefined where it says something else. */
export function bacaStatus(teks: string): boolean | null | undefined {
	const t = rapikan(teks);
	if (t === '' || t === '-') return null;
	if (mati.test(t)) return false;
	return aktif.test(t) ? true : undefined;
}

export type JenisAkun = 'orang' | 'layanan' | 'bersama' | 'vendor';
const polaJenis: readonly [JenisAkun, RegExp][] = [
	[
		'vendor',
		/vendor|pihak (?:ke)?(?:tiga|3)|rekanan|kontraktor|third|external|eksternal|mitra|penyedia|outsourc|konsultan/,
	],
	['bersama', /bersama|shared?|generi[ck]|kelompok|g?roup|umum|kolektif/],
	[
		'layanan',
		/layanan|service|svc|sistem|system|aplikasi|robot|\bbot\b|\bapi\b|mesin|machine|daemon|batch|teknis/,
	],
	[
		'orang',
		/orang|personal|pegawai|user|individu|pribadi|asn|pns|pppk|staf|karyawan|pengguna|human|named|internal/,
	],
];

/** The kind of account; null where blank, undefined where it says something else. */
export function bacaJenis(teks: string): JenisAkun | null | undefined {
	const t = rapikan(teks);
	if (t === '' || t === '-') return null;
	return polaJenis.find(([, pola]) => pola.test(t))?.[0];
}

const layananNama =
	/^(?:svc|srv|service|layanan|sys|system|app|api|bot|cron|job|batch|backup|daemon|msol|krbtgt)[-_.$]|\$$|^krbtgt$/i;
/** By the account's name, where the export does not say its kind. */
export const isNamaLayanan = (akun: string): boolean => layananNama.test(akun);

/** Roles of a cell: parted by semicolon, stroke, new line or comma; of a directory name only its CN. */
export function bacaPeran(teks: string): string[] {
	const t = teks.trim();
	if (t === '' || t === '-') return [];
	if (/^cn=/i.test(t))
		return t
			.split(/[;|\n]|(?<=dc=[^,;|]+),(?=cn=)/i)
			.map(namaCn)
			.filter(Boolean);
	return t
		.split(/[;|,\n]/)
		.map((p) => p.trim())
		.filter(Boolean);
}

/** "CN=Domain Admins,CN=Users,DC=kota" → "Domain Admins". */
export function namaCn(dn: string): string {
	const cocok = /^\s*(?:cn|uid|ou)=((?:\\.|[^,\\])*)/i.exec(dn);
	return (cocok?.[1] ?? dn).replace(/\\(.)/g, '$1').trim();
}

/** Bits of userAccountControl: 2 disabled, 0x10000 password never expires. */
export function bacaUac(teks: string): { aktif: boolean; abadi: boolean } | null {
	if (!/^\d{1,10}$/.test(teks.trim())) return null;
	const bit = Number(teks);
	return { aktif: (bit & 2) === 0, abadi: (bit & 0x10000) !== 0 };
}

/** NIP digits only; '' where the cell holds none. Excel's apostrophe and spaces go; 1.98E+17 is no NIP. */
export function bacaNip(teks: string): string {
	const t = teks.trim();
	if (/^\d(?:[.,]\d+)?e\+?\d+$/i.test(t)) return '';
	const digit = t.replace(/[\s.'’`-]/g, '');
	return /^\d{5,20}$/.test(digit) && !/^0+$/.test(digit) ? digit : '';
}

const pegawaiAktif =
	/^(?:1|aktif|active|ya|true|pns|cpns|asn|pppk|p3k|tetap|kontrak|honorer|thl|tenaga ahli|dpk|dpb|tugas belajar|cuti.*|aktif.*|bekerja|pegawai tetap)$/;
const pegawaiLepas =
	/^(?:0|(?:tidak|non|tdk)[ -]?aktif|in-?active|berhenti.*|di ?berhentikan.*|pensiun.*|purna ?(?:bakti|tugas)|bup|meninggal.*|wafat|tewas|almarhum(?:ah)?|mutasi keluar|pindah.*|keluar|resign|mengundurkan diri|kontrak (?:habis|berakhir)|selesai kontrak|phk|ptdh|hilang|retired|terminated|false)$/;

/** Whether the person still works here; null where blank, undefined where it says something else. */
export function bacaStatusPegawai(teks: string): boolean | null | undefined {
	const t = rapikan(teks);
	if (t === '' || t === '-') return null;
	if (pegawaiLepas.test(t)) return false;
	return pegawaiAktif.test(t) ? true : undefined;
}
