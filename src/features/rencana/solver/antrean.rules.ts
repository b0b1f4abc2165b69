/** A partial plan: rungs of the indicators before `n`, and an upper bound of the distribution of what they gain. */
export interface Simpul {
	n: number;
	pilih: readonly number[];
	biaya: number;
	/** Fixed point, masses up to `perlu`; the last cell holds what is at or above. */
	isi: Float64Array;
	/** What the chosen rungs gain, in the cells of every `Setara` of the search. */
	setara: readonly number[];
	/** No completion costs less. */
	bawah: number;
}

/** Partial plans by lower bound; of equals the longer first. */
export class Antrean {
	private readonly isi: Simpul[] = [];

	terkecil = () => this.isi[0]?.bawah ?? Number.POSITIVE_INFINITY;

	push(simpul: Simpul): void {
		if (simpul.bawah === Number.POSITIVE_INFINITY) return;
		let n = this.isi.push(simpul) - 1;
		while (n > 0) {
			const induk = (n - 1) >> 1;
			if (!this.before(n, induk)) break;
			this.swap(n, induk);
			n = induk;
		}
	}

	pop(): Simpul | undefined {
		const pertama = this.isi[0];
		const akhir = this.isi.pop();
		if (!pertama || !akhir || this.isi.length === 0) return pertama;
		this.isi[0] = akhir;
		for (let n = 0; ; ) {
			const [kiri, kanan] = [2 * n + 1, 2 * n + 2];
			let kecil = n;
			if (kiri < this.isi.length && this.before(kiri, kecil)) kecil = kiri;
			if (kanan < this.isi.length && this.before(kanan, kecil)) kecil = kanan;
			if (kecil === n) return pertama;
			this.swap(n, kecil);
			n = kecil;
		}
	}

	private before(a: number, b: number): boolean {
		const [x, y] = [this.isi[a] as Simpul, this.isi[b] as Simpul];
		return x.bawah !== y.bawah ? x.bawah < y.bawah : x.n > y.n;
	}

	private swap(a: number, b: number): void {
		[this.isi[a], this.isi[b]] = [this.isi[b] as Simpul, this.isi[a] as Simpul];
	}
}
