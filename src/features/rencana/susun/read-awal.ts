import type { InstrumenLengkap } from '#features/instrumen/instrumen.schema.ts';
import { requireRegistri } from '#features/instrumen/instrumen.ts';
import { findPenilaian, listNilaiTerbaru, listPenilaianStore } from '#features/penilaian/penilaian.store.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Trx } from '#platform/database/scope.ts';
import { type Jawaban, listIndikator } from '#scoring';
import { bacaIsian, bacaKode, tulisIsian, tulisKode } from '../hitung-isian.rules.ts';
import type { Kueri } from './minta.rules.ts';

/** Levels that a plan starts from, and where each comes from. */
export interface Awal {
	instrumen: InstrumenLengkap;
	jawaban: Jawaban;
	/** All levels in one short text. */
	kode: string;
	/** Indicators without a level. */
	kosong: string[];
	jumlah: number;
	/** The assessment that they come from first; null where all are typed. */
	penilaian: { id: number; nama: string; tahun: number; tahap: string; terisi: number } | null;
	/** Older assessments that fill what that one leaves open. */
	pelengkap: { nama: string; tahun: number; banyak: number }[];
	/** Levels that were typed and differ. */
	diketik: string[];
	/** Open ones that are taken as the lowest level. */
	dianggap: number;
	/** Assessments that it may start from. */
	pilihan: { id: number; nama: string; tahun: number; instrumen: string; terjawab: number }[];
	/** What of the address could not be used. */
	galat: ('penilaian_lain' | 'kode_rusak')[];
}

/** The instrument most results were made with, where nothing else says which. */
const BAWAAN = 'spbe-2020';
/** Older assessments looked at for what is open. */
const LALU = 3;

/**
 * The newest year's assessment with the most answers, as its ledger stands now; what it leaves open comes from older
 * ones of the same instrument. `dari` names another assessment, `n` holds levels typed by hand.
 */
export async function readAwal(ctx: Ctx, trx: Trx, instansiId: number, kueri: Kueri): Promise<Awal> {
	const semua = await listPenilaianStore(trx, instansiId);
	const pilihan = semua.map(({ id, nama, tahun, instrumen, terjawab }) => ({
		id,
		nama,
		tahun,
		instrumen,
		terjawab,
	}));
	const diminta = pilihan.find((p) => String(p.id) === kueri.dari);
	const dipilih = diminta ?? pickTerbaru(pilihan);
	const galat: Awal['galat'] = kueri.dari !== undefined && !diminta ? ['penilaian_lain'] : [];
	const p = dipilih && (await findPenilaian(trx, instansiId, dipilih.id));
	const instrumen = p?.rangka ?? pickInstrumen(ctx, kueri.instrumen);
	const ids = listIndikator(instrumen).map(({ id }) => id);
	const jawaban: Record<string, number> = {};
	const isiDari = async (id: number) => {
		const sebelum = Object.keys(jawaban).length;
		for (const n of await listNilaiTerbaru(trx, instansiId, id))
			if (n.nilai !== null && ids.includes(n.indikator)) jawaban[n.indikator] ??= n.nilai;
		return Object.keys(jawaban).length - sebelum;
	};
	const terisi = p ? await isiDari(p.id) : 0;
	const pelengkap: Awal['pelengkap'] = [];
	const lalu = pilihan.filter((q) => p && q.id !== p.id && q.instrumen === p.rangka.id && q.tahun <= p.tahun);
	for (const q of lalu.slice(0, LALU)) {
		if (Object.keys(jawaban).length === ids.length) break;
		const banyak = await isiDari(q.id);
		if (banyak > 0) pelengkap.push({ nama: q.nama, tahun: q.tahun, banyak });
	}
	const ketikan = readKetikan(instrumen, jawaban, kueri, galat);
	const isi: Record<string, Jawaban[string]> = { ...ketikan.jawaban };
	const terbuka = ids.filter((id) => isi[id] === undefined || isi[id] === null);
	if (kueri.anggap !== undefined) for (const id of terbuka) isi[id] = instrumen.skala.min;
	return {
		instrumen,
		jawaban: isi,
		kode: tulisKode(instrumen, tulisIsian(isi)),
		kosong: kueri.anggap === undefined ? terbuka : [],
		jumlah: ids.length,
		penilaian: p ? { id: p.id, nama: p.nama, tahun: p.tahun, tahap: p.tahap, terisi } : null,
		pelengkap,
		diketik: ketikan.diketik,
		dianggap: kueri.anggap === undefined ? 0 : terbuka.length,
		pilihan,
		galat,
	};
}

/** Of the newest year the one with the most answers, of equals the newest; an empty one yields to an older year. */
export function pickTerbaru<T extends { tahun: number; terjawab: number }>(
	daftar: readonly T[],
): T | undefined {
	const terisi = daftar.filter((p) => p.terjawab > 0);
	const [pertama] = terisi;
	if (!pertama) return daftar[0];
	return terisi.filter((p) => p.tahun === pertama.tahun).reduce((a, b) => (b.terjawab > a.terjawab ? b : a));
}

function pickInstrumen(ctx: Pick<Ctx, 'dir'>, id: string | undefined): InstrumenLengkap {
	const registri = requireRegistri(ctx);
	const dipilih = registri.get(id ?? BAWAAN) ?? registri.get(BAWAAN) ?? registri.list()[0];
	if (!dipilih) throw new Error('tidak ada instrumen');
	return dipilih;
}

function readKetikan(
	instrumen: InstrumenLengkap,
	ledger: Jawaban,
	kueri: Kueri,
	galat: Awal['galat'],
): { jawaban: Jawaban; diketik: string[] } {
	if (kueri.n === undefined) return { jawaban: ledger, diketik: [] };
	const isian = bacaKode(instrumen, kueri.n);
	if (!isian) {
		galat.push('kode_rusak');
		return { jawaban: ledger, diketik: [] };
	}
	const { jawaban } = bacaIsian(instrumen, isian);
	const asli = tulisIsian(ledger);
	const kini = tulisIsian(jawaban);
	const diketik = listIndikator(instrumen)
		.map(({ id }) => id)
		.filter((id) => (kini[id] ?? '') !== (asli[id] ?? ''));
	return { jawaban, diketik };
}
