import { BerkasAksesDitolak } from './tolak-berkas.ts';

/** One row of a file, its cells as text. */
export interface Rekaman {
	/** Line (CSV, LDIF) or row (XLSX) where it begins, from 1. */
	nomor: number;
	sel: string[];
}

const PANJANG_TERBESAR = 1_000_000;
const pembatas = [',', ';', '\t', '|'] as const;
const BARIS_DILIHAT = 30;

/** The separator that the first lines use most, outside of quotation marks; "sep=;" decides by itself. */
export function kenaliPembatas(teks: string): string {
	const sep = /^\ufeff?sep=([,;\t|])\r?\n/i.exec(teks)?.[1];
	if (sep) return sep;
	const baris = teks.replace(/"(?:[^"]|"")*"/g, '').split(/\r?\n/, BARIS_DILIHAT);
	const hitung = pembatas.map((p) => {
		const banyak = baris.map((b) => b.split(p).length - 1).filter((n) => n > 0);
		return { p, n: banyak.reduce((a, b) => a + b, 0) };
	});
	return hitung.reduce((a, b) => (b.n > a.n ? b : a)).p;
}

/**
 * Parts text into rows as it arrives. A quotation mark counts only where a cell begins; inside, two stand for one.
 * @throws BerkasAksesDitolak where a quotation mark is never closed, or a row is longer than 1 MB
 */
export async function* bacaCsv(teks: AsyncIterable<string>): AsyncGenerator<Rekaman[]> {
	const pengurai = createPengurai();
	for await (const blok of teks) {
		const baris = pengurai.urai(blok);
		if (baris.length > 0) yield baris;
	}
	const akhir = pengurai.selesai();
	if (akhir.length > 0) yield akhir;
}

const KUTIP = 34;
const LF = 10;
const CR = 13;

function createPengurai() {
	let pemisah = -1;
	let dalamKutip = false;
	/** Inside a cell that began with a quotation mark and whose mark was closed. */
	let habisKutip = false;
	let sel = '';
	let awalSel = true;
	let rekaman: string[] = [];
	let nomor = 1;
	let mulai = 1;
	let panjang = 0;
	let ekorKutip = false;

	function urai(blok: string): Rekaman[] {
		let isi = blok;
		if (pemisah < 0) {
			pemisah = kenaliPembatas(isi).charCodeAt(0);
			const sep = /^\ufeff?sep=[,;\t|]\r?\n/i.exec(isi)?.[0];
			if (sep) {
				isi = isi.slice(sep.length);
				nomor = mulai = 2;
			}
		}
		const hasil: Rekaman[] = [];
		let i = 0;
		const n = isi.length;
		if (ekorKutip && n > 0) {
			ekorKutip = false;
			if (isi.charCodeAt(0) === KUTIP) {
				sel += '"';
				i = 1;
			} else {
				dalamKutip = false;
				habisKutip = true;
			}
		}
		while (i < n) {
			if (dalamKutip) {
				const j = isi.indexOf('"', i);
				const sampai = j < 0 ? n : j;
				const potong = isi.slice(i, sampai);
				sel += potong;
				panjang += potong.length;
				for (let k = potong.indexOf('\n'); k >= 0; k = potong.indexOf('\n', k + 1)) nomor++;
				if (panjang > PANJANG_TERBESAR) throw new BerkasAksesDitolak('kutip_rusak', { baris: mulai });
				if (j < 0) break;
				if (j + 1 >= n) {
					ekorKutip = true; // whether it closes stands in the next block
					break;
				}
				if (isi.charCodeAt(j + 1) === KUTIP) {
					sel += '"';
					i = j + 2;
				} else {
					dalamKutip = false;
					habisKutip = true;
					i = j + 1;
				}
				continue;
			}
			const c = isi.charCodeAt(i);
			if (c === KUTIP && awalSel) {
				dalamKutip = true;
				awalSel = false;
				i++;
				continue;
			}
			if (c === pemisah) {
				tutupSel();
				i++;
				continue;
			}
			if (c === LF || c === CR) {
				// CR alone ends a line too; CR LF is one end.
				if (c === CR && (i + 1 >= n || isi.charCodeAt(i + 1) === LF)) {
					i++;
					continue;
				}
				nomor++;
				tutupRekaman(hasil);
				i++;
				continue;
			}
			let j = i;
			while (j < n) {
				const d = isi.charCodeAt(j);
				if (d === pemisah || d === LF || d === CR) break;
				j++;
			}
			sel += isi.slice(i, j);
			panjang += j - i;
			if (panjang > PANJANG_TERBESAR) throw new BerkasAksesDitolak('baris_panjang', { baris: mulai });
			awalSel = false;
			i = j;
		}
		return hasil;
	}

	function tutupSel(): void {
		rekaman.push(habisKutip ? sel : sel.trim());
		sel = '';
		awalSel = true;
		habisKutip = false;
	}

	function tutupRekaman(hasil: Rekaman[]): void {
		tutupSel();
		if (rekaman.length > 1 || rekaman[0] !== '') hasil.push({ nomor: mulai, sel: rekaman });
		rekaman = [];
		mulai = nomor;
		panjang = 0;
	}

	function selesai(): Rekaman[] {
		if (dalamKutip && !ekorKutip) throw new BerkasAksesDitolak('kutip_rusak', { baris: mulai });
		if (ekorKutip) habisKutip = true;
		const hasil: Rekaman[] = [];
		if (sel !== '' || rekaman.length > 0 || habisKutip) tutupRekaman(hasil);
		return hasil;
	}
	return { urai, selesai };
}
