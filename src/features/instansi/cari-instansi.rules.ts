import { kunciNama, saranNama } from './instansi.rules.ts';

/** An institution as a name is looked up against it. */
export interface InstansiDikenal {
	id: number;
	nama: string;
	jenis: string;
	provinsi: string | null;
}

export interface PencariInstansi {
	/** The institution of that name or of a recorded variant; never one that only looks alike. */
	cari(nama: string): InstansiDikenal | undefined;
	/** Up to three names that look alike, to be suggested to a person. */
	saran(nama: string): string[];
	tambah(instansi: InstansiDikenal): void;
}

export function buatPencari(
	instansi: readonly InstansiDikenal[],
	alias: readonly { varian: string; instansiId: number }[],
): PencariInstansi {
	const id = new Map(instansi.map((i) => [i.id, i]));
	const kunci = new Map<string, InstansiDikenal>();
	for (const { varian, instansiId } of alias) {
		const tujuan = id.get(instansiId);
		if (tujuan) kunci.set(kunciNama(varian), tujuan);
	}
	for (const i of instansi) kunci.set(kunciNama(i.nama), i);
	const nama = instansi.map((i) => i.nama);
	return {
		cari: (dicari) => kunci.get(kunciNama(dicari)),
		saran: (dicari) => saranNama(dicari, nama),
		tambah: (baru) => {
			kunci.set(kunciNama(baru.nama), baru);
			nama.push(baru.nama);
		},
	};
}
