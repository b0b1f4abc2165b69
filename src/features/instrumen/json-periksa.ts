import { tulisPath } from './pesan-skema.ts';

export type BacaJson = { ok: true; nilai: unknown } | { ok: false; masalah: { path: string; pesan: string } };

const DALAM_MAKS = 100;
const angka = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const kata = /true|false|null/y;

class Salah extends Error {
	readonly posisi: number;
	readonly path: string;
	constructor(posisi: number, pesan: string, path = '') {
		super(pesan);
		this.posisi = posisi;
		this.path = path;
	}
}

/**
 * Reads JSON; a mistake is named with line and column (both from 1). Refuses a key written twice in one
 * object, which `JSON.parse` would let the last one win, and more than 100 levels of nesting.
 */
export function bacaJson(teks: string): BacaJson {
	try {
		new Pemeriksa(teks).periksa();
		return { ok: true, nilai: JSON.parse(teks) };
	} catch (error) {
		if (!(error instanceof Salah)) throw error;
		const sebelum = teks.slice(0, error.posisi).split('\n');
		const kolom = (sebelum.at(-1)?.length ?? 0) + 1;
		const pesan = `JSON tidak sah pada baris ${sebelum.length}, kolom ${kolom}: ${error.message}`;
		return { ok: false, masalah: { path: error.path, pesan } };
	}
}

/** Walks the text once by the grammar of RFC 8259 and throws `Salah` at the first mistake. */
class Pemeriksa {
	readonly #t: string;
	#i = 0;
	readonly #path: (string | number)[] = [];

	constructor(teks: string) {
		this.#t = teks;
	}

	periksa(): void {
		this.#nilai();
		if (this.#tanda() !== '') this.#tolak('ada isi sesudah akhir berkas');
	}

	#tolak(pesan: string, posisi = this.#i): never {
		throw new Salah(posisi, posisi >= this.#t.length ? 'berkas terpotong' : pesan, tulisPath(this.#path));
	}

	/** The next character that is not white space; '' at the end. */
	#tanda(): string {
		while (' \t\n\r'.includes(this.#t[this.#i] ?? 'x')) this.#i++;
		return this.#t[this.#i] ?? '';
	}

	#nilai(): void {
		if (this.#path.length > DALAM_MAKS) this.#tolak(`lebih dari ${DALAM_MAKS} lapis`);
		const awal = this.#tanda();
		if (awal === '{') this.#objek();
		else if (awal === '[') this.#daftar();
		else if (awal === '"') this.#string();
		else if (!this.#cocok(angka) && !this.#cocok(kata)) this.#tolak('bukan nilai JSON');
	}

	#cocok(pola: RegExp): boolean {
		pola.lastIndex = this.#i;
		if (!pola.test(this.#t)) return false;
		this.#i = pola.lastIndex;
		return true;
	}

	#string(): string {
		const awal = this.#i++;
		for (; this.#t[this.#i] !== '"'; this.#i++) {
			const huruf = this.#t.charCodeAt(this.#i);
			if (Number.isNaN(huruf) || huruf < 0x20) this.#tolak('teks tidak ditutup tanda kutip');
			if (huruf === 0x5c) this.#pelarian();
		}
		return JSON.parse(this.#t.slice(awal, ++this.#i)) as string;
	}

	#pelarian(): void {
		this.#i++;
		const huruf = this.#t[this.#i] ?? '';
		if (huruf === 'u' && /^[0-9a-fA-F]{4}$/.test(this.#t.slice(this.#i + 1, this.#i + 5))) this.#i += 4;
		else if (huruf === '' || !'"\\/bfnrt'.includes(huruf))
			this.#tolak('tanda \\ diikuti huruf yang tidak sah');
	}

	#objek(): void {
		const kunci = new Set<string>();
		this.#isi('}', () => {
			const awal = this.#i;
			if (this.#tanda() !== '"') this.#tolak('kunci harus teks bertanda kutip');
			const nama = this.#string();
			this.#path.push(nama);
			if (kunci.has(nama)) this.#tolak(`kunci "${nama}" tertulis dua kali`, awal);
			kunci.add(nama);
			if (this.#tanda() !== ':') this.#tolak('sesudah kunci harus ada titik dua');
			this.#i++;
			this.#nilai();
			this.#path.pop();
		});
	}

	#daftar(): void {
		let ke = 0;
		this.#isi(']', () => {
			this.#path.push(ke++);
			this.#nilai();
			this.#path.pop();
		});
	}

	/** Members between brackets, parted by commas. */
	#isi(penutup: string, anggota: () => void): void {
		this.#i++;
		if (this.#tanda() !== penutup) {
			for (;;) {
				this.#tanda();
				anggota();
				const lanjut = this.#tanda();
				if (lanjut === penutup) break;
				if (lanjut !== ',') this.#tolak(`harus ada koma atau ${penutup}`);
				this.#i++;
			}
		}
		this.#i++;
	}
}
