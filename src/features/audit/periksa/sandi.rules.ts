/** Protocol versions as they stand on the wire. */
export const versiTls = {
	'SSL 3.0': 0x0300,
	'TLS 1.0': 0x0301,
	'TLS 1.1': 0x0302,
	'TLS 1.2': 0x0303,
	'TLS 1.3': 0x0304,
} as const;
export type VersiTls = keyof typeof versiTls;
export const daftarVersi = Object.keys(versiTls) as VersiTls[];

/** Groups of cipher suites (IANA numbers); each is offered alone to see whether a server takes it. */
export const golonganSandi = {
	/** Without encryption, without a key of its own, or broken on purpose. */
	kosong: [
		0x0001, 0x0002, 0x002c, 0x002d, 0x002e, 0x003b, 0xc001, 0xc006, 0xc00b, 0xc010, 0xc015, 0x0018, 0x001b,
		0x0034, 0x003a, 0x0046, 0x0089, 0x006c, 0x006d, 0x00a6, 0x00a7, 0xc016, 0xc017, 0xc018, 0xc019, 0x0003,
		0x0006, 0x0008, 0x000b, 0x000e, 0x0011, 0x0014, 0x0017, 0x0019,
	],
	/** RC4, DES, 3DES, IDEA, SEED. */
	usang: [
		0x0004, 0x0005, 0xc002, 0xc007, 0xc00c, 0xc011, 0x0009, 0x000c, 0x000f, 0x0012, 0x0015, 0x000a, 0x000d,
		0x0010, 0x0013, 0x0016, 0xc003, 0xc008, 0xc00d, 0xc012, 0x0007, 0x0096, 0x0099, 0x009a,
	],
	/** Key sent under the certificate's key: whoever gets that key later reads everything recorded before. */
	rsa: [
		0x002f, 0x0035, 0x003c, 0x003d, 0x009c, 0x009d, 0x0041, 0x0084, 0x00ba, 0x00c0, 0xc09c, 0xc09d, 0xc0a0,
		0xc0a1, 0xc03c, 0xc03d, 0xc050, 0xc051,
	],
	dhe: [
		0x0033, 0x0039, 0x0067, 0x006b, 0x009e, 0x009f, 0xccaa, 0x0032, 0x0038, 0x0040, 0x006a, 0x00a2, 0x00a3,
		0x0045, 0x0088, 0xc09e, 0xc09f, 0xc052, 0xc053,
	],
	cbc: [
		0xc009, 0xc00a, 0xc013, 0xc014, 0xc023, 0xc024, 0xc027, 0xc028, 0xc072, 0xc073, 0xc076, 0xc077, 0xc048,
		0xc049, 0xc04c, 0xc04d,
	],
} as const;
export type GolonganSandi = keyof typeof golonganSandi;
export const daftarGolongan = Object.keys(golonganSandi) as GolonganSandi[];

/** Authenticated encryption with a key of its own for every connection. */
export const sandiBaik = [0xc02b, 0xc02c, 0xc02f, 0xc030, 0xcca8, 0xcca9, 0xc0ac, 0xc0ad] as const;
export const sandiTiga = [0x1301, 0x1302, 0x1303, 0x1304, 0x1305] as const;
export const sandiLama = [...sandiBaik, ...daftarGolongan.flatMap((g) => [...golonganSandi[g]])];

const nama: Record<number, string> = {
	4: 'RC4-MD5',
	5: 'RC4-SHA',
	10: '3DES-CBC-SHA',
	22: 'DHE-RSA-3DES-CBC-SHA',
	47: 'RSA-AES128-CBC-SHA',
	53: 'RSA-AES256-CBC-SHA',
	59: 'RSA-NULL-SHA256',
	60: 'RSA-AES128-CBC-SHA256',
	61: 'RSA-AES256-CBC-SHA256',
	156: 'RSA-AES128-GCM-SHA256',
	157: 'RSA-AES256-GCM-SHA384',
	51: 'DHE-RSA-AES128-CBC-SHA',
	57: 'DHE-RSA-AES256-CBC-SHA',
	103: 'DHE-RSA-AES128-CBC-SHA256',
	107: 'DHE-RSA-AES256-CBC-SHA256',
	158: 'DHE-RSA-AES128-GCM-SHA256',
	159: 'DHE-RSA-AES256-GCM-SHA384',
	49159: 'ECDHE-ECDSA-RC4-SHA',
	49161: 'ECDHE-ECDSA-AES128-CBC-SHA',
	49162: 'ECDHE-ECDSA-AES256-CBC-SHA',
	49168: 'ECDHE-RSA-NULL-SHA',
	49169: 'ECDHE-RSA-RC4-SHA',
	49170: 'ECDHE-RSA-3DES-CBC-SHA',
	49171: 'ECDHE-RSA-AES128-CBC-SHA',
	49172: 'ECDHE-RSA-AES256-CBC-SHA',
	49187: 'ECDHE-ECDSA-AES128-CBC-SHA256',
	49188: 'ECDHE-ECDSA-AES256-CBC-SHA384',
	49191: 'ECDHE-RSA-AES128-CBC-SHA256',
	49192: 'ECDHE-RSA-AES256-CBC-SHA384',
};

/** A cipher suite's name, or its number where it is a rare one. */
export const namaSandi = (kode: number): string => nama[kode] ?? `0x${kode.toString(16).padStart(4, '0')}`;
