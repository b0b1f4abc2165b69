/** What a stapled answer about revocation says; its signature is not checked here. */
export type StatusOcsp = 'tidak_ada' | 'baik' | 'dicabut' | 'tidak_dikenal' | 'tak_terbaca';

interface Simpul {
	tanda: number;
	isi: Uint8Array;
}

/** The parts inside a DER value; null where it is cut short. */
function belah(byte: Uint8Array): Simpul[] | null {
	const hasil: Simpul[] = [];
	let letak = 0;
	while (letak < byte.length) {
		const tanda = byte[letak] ?? 0;
		let panjang = byte[letak + 1] ?? 0;
		letak += 2;
		if (panjang & 0x80) {
			const banyak = panjang & 0x7f;
			if (banyak === 0 || banyak > 3) return null;
			panjang = 0;
			for (let i = 0; i < banyak; i++) panjang = panjang * 256 + (byte[letak + i] ?? 0);
			letak += banyak;
		}
		if (letak + panjang > byte.length) return null;
		hasil.push({ tanda, isi: byte.subarray(letak, letak + panjang) });
		letak += panjang;
	}
	return hasil;
}

const dalam = (s: Simpul | undefined) => (s ? (belah(s.isi) ?? []) : []);

/** RFC 6960: OCSPResponse → BasicOCSPResponse → the first SingleResponse's status. */
export function readOcsp(byte: Uint8Array | null): StatusOcsp {
	if (!byte || byte.length === 0) return 'tidak_ada';
	const [status, bungkus] = dalam(belah(byte)?.[0]);
	if (status?.tanda !== 0x0a || status.isi[0] !== 0 || !bungkus) return 'tak_terbaca';
	const oktet = dalam(dalam(bungkus)[0]).find((s) => s.tanda === 0x04);
	const data = dalam(dalam({ tanda: 0, isi: oktet?.isi ?? new Uint8Array() })[0])[0];
	const jawaban = dalam(data).find((s) => s.tanda === 0x30);
	const tanda = dalam(dalam(jawaban)[0])[1]?.tanda;
	if (tanda === 0x80) return 'baik';
	if (tanda === 0xa1) return 'dicabut';
	return tanda === 0x82 ? 'tidak_dikenal' : 'tak_terbaca';
}
