import { mundur } from '#features/bukti/peringatan.rules.ts';

export const daftarJenisDokumen = [
	'perda',
	'perkada',
	'keputusan',
	'surat_edaran',
	'sop',
	'lainnya',
] as const;
export type JenisDokumen = (typeof daftarJenisDokumen)[number];
export const daftarStatusDokumen = ['draf', 'ditetapkan', 'berlaku', 'diubah', 'dicabut'] as const;
export type StatusDokumen = (typeof daftarStatusDokumen)[number];
export const daftarHubungan = ['turunan', 'mengubah', 'mencabut'] as const;
export type Hubungan = (typeof daftarHubungan)[number];

/** One condition of a level, as data/kebijakan-spbe-2020.json states it. */
export type SyaratTingkat =
	| { jenis: 'ditetapkan' }
	/** Every one of these points is mapped to an article; with `sebagian` one is enough. */
	| { jenis: 'muatan'; syarat: readonly string[]; sebagian?: boolean | undefined }
	/** A review not older than so many months, with finding and recommendation. */
	| { jenis: 'reviu'; bulan: number }
	/** An enacted document that acts on a recommendation of a review that still counts. */
	| { jenis: 'tindak_lanjut' };

export interface AturanKebijakan {
	syarat: readonly { id: string; teks: string }[];
	/** By level, "2" to "5"; cumulative. */
	tingkat: Readonly<Record<string, readonly SyaratTingkat[]>>;
	ketidakpastian: readonly string[];
}

export interface Dokumen {
	id: number;
	indukId: number | null;
	hubungan: Hubungan | null;
	reviuId: number | null;
	status: StatusDokumen;
	/** ISO; null for a draft. */
	tanggal: string | null;
}
export interface Reviu {
	id: number;
	dokumenId: number;
	tanggal: string;
}
export interface Pasal {
	dokumenId: number;
	syarat: string;
	penunjuk: string;
}
export interface Register {
	dokumen: readonly Dokumen[];
	/** Without those taken back. */
	reviu: readonly Reviu[];
	pasal: readonly Pasal[];
}

/** One condition with what meets it or what is missing. */
export type Butir =
	| { jenis: 'ditetapkan'; ok: boolean; dokumen: number[] }
	| { jenis: 'muatan'; ok: boolean; sebagian: boolean; ada: string[]; kurang: string[] }
	| {
			jenis: 'reviu';
			ok: boolean;
			/** The newest review; null where there is none. */
			reviu: number | null;
			/** Last day on which it counts, ISO. */
			sampai: string | null;
	  }
	| { jenis: 'tindak_lanjut'; ok: boolean; dokumen: number[] };

export interface Dukungan {
	/** The level that the register supports; null where it holds nothing. */
	tingkat: number | null;
	/** Only drafts are recorded. */
	draf: boolean;
	/** Conditions of every level from 2 on, met or not. */
	rincian: { tingkat: number; ok: boolean; butir: Butir[] }[];
	/** The newest review of a policy that counts, and its last day. */
	reviu: { id: number; sampai: string } | null;
}

/** Documents that count as policy on that day: enacted, in force or amended, and repealed by no other. */
export function listEfektif(dokumen: readonly Dokumen[], kini: string): Dokumen[] {
	const sah = dokumen.filter(
		(d) => d.status !== 'draf' && d.status !== 'dicabut' && d.tanggal !== null && d.tanggal <= kini,
	);
	return sah.filter((d) => !sah.some((x) => x.hubungan === 'mencabut' && x.indukId === d.id));
}

/**
 * The level that the register supports, with what each level's conditions rest on. Levels are cumulative: the first
 * one that is not met ends the climb. It proposes; the assessor decides.
 */
export function hitungDukungan(aturan: AturanKebijakan, register: Register, kini: string): Dukungan {
	const efektif = listEfektif(register.dokumen, kini);
	const reviu = listReviuSah(aturan, register, efektif, kini);
	const terbaru = reviu[0] ?? null;
	const rincian = Object.keys(aturan.tingkat)
		.map(Number)
		.sort((a, b) => a - b)
		.map((tingkat) => {
			const butir = (aturan.tingkat[tingkat] ?? []).map((s) =>
				periksa(s, register.pasal, efektif, reviu, kini),
			);
			return { tingkat, ok: butir.every((b) => b.ok), butir };
		});
	const pertama = rincian.findIndex((r) => !r.ok);
	const puncak = rincian[(pertama < 0 ? rincian.length : pertama) - 1]?.tingkat ?? 1;
	return {
		tingkat: register.dokumen.length === 0 ? null : puncak,
		draf: efektif.length === 0 && register.dokumen.some((d) => d.status === 'draf'),
		rincian,
		reviu: terbaru && { id: terbaru.id, sampai: terbaru.sampai },
	};
}

type ReviuSah = Reviu & { sampai: string };

/** Reviews of policies that count, or of what such a policy followed, newest first, each with its last day. */
function listReviuSah(
	aturan: AturanKebijakan,
	{ reviu }: Register,
	efektif: readonly Dokumen[],
	kini: string,
): ReviuSah[] {
	const syarat = Object.values(aturan.tingkat).flat();
	const bulan = syarat.find((s) => s.jenis === 'reviu')?.bulan ?? 0;
	return reviu
		.filter((r) => r.tanggal <= kini && efektif.some((d) => [d.id, d.indukId].includes(r.dokumenId)))
		.map((r) => ({ ...r, sampai: mundur(r.tanggal, -bulan) }))
		.sort((a, b) => (a.tanggal < b.tanggal ? 1 : -1));
}

function periksa(
	s: SyaratTingkat,
	pasal: readonly Pasal[],
	efektif: readonly Dokumen[],
	reviu: readonly ReviuSah[],
	kini: string,
): Butir {
	switch (s.jenis) {
		case 'ditetapkan':
			return { jenis: s.jenis, ok: efektif.length > 0, dokumen: efektif.map((d) => d.id) };
		case 'muatan': {
			const milik = pasal.filter((p) => efektif.some((d) => d.id === p.dokumenId));
			const ada = s.syarat.filter((id) => milik.some((p) => p.syarat === id));
			const kurang = s.syarat.filter((id) => !ada.includes(id));
			const sebagian = s.sebagian === true;
			return { jenis: s.jenis, ok: sebagian ? ada.length > 0 : kurang.length === 0, sebagian, ada, kurang };
		}
		case 'reviu': {
			const { id = null, sampai = null } = reviu[0] ?? {};
			return { jenis: s.jenis, ok: sampai !== null && kini <= sampai, reviu: id, sampai };
		}
		case 'tindak_lanjut': {
			const dokumen = efektif.filter((d) => isTindakLanjut(d, reviu, kini)).map((d) => d.id);
			return { jenis: s.jenis, ok: dokumen.length > 0, dokumen };
		}
	}
}

/** Acts on a review whose time has not run out, and was enacted on its day or after. */
function isTindakLanjut(d: Dokumen, reviu: readonly ReviuSah[], kini: string): boolean {
	const r = reviu.find((x) => x.id === d.reviuId);
	return r !== undefined && d.tanggal !== null && r.tanggal <= d.tanggal && kini <= r.sampai;
}

/** Whole months from one ISO date to another; negative where that one is earlier. */
export function selisihBulan(dari: string, ke: string): number {
	if (ke < dari) return -selisihBulan(ke, dari);
	const [a = 0, b = 1] = dari.split('-').map(Number);
	const [c = 0, d = 1] = ke.split('-').map(Number);
	const bulan = c * 12 + d - (a * 12 + b);
	return mundur(dari, -bulan) <= ke ? bulan : bulan - 1;
}

export type Langkah = 'kosong' | SyaratTingkat['jenis'] | 'reviuSegera' | 'tuntas';

/** What is worth doing next: the first thing missing, or a review about to run out. */
export function langkahBerikut(d: Dukungan, sisaBulan: number | null): Langkah {
	if (d.tingkat === null) return 'kosong';
	const kurang = d.rincian.flatMap((r) => r.butir).find((b) => !b.ok);
	if (sisaBulan !== null && sisaBulan >= 0 && sisaBulan <= 6 && kurang?.jenis !== 'muatan')
		return 'reviuSegera';
	return kurang?.jenis ?? 'tuntas';
}
