import { type InstrumenHitung, pickInstrumenHitung } from '#features/instrumen/instrumen-hitung.rules.ts';
import type { Ctx } from '#platform/ctx.ts';
import {
	type Instrumen,
	type Jawaban,
	listIndikator,
	raise,
	roundPerseratus,
	score,
	toDesimal,
	toPersis,
} from '#scoring';
import { bacaBerkasHitung } from '../berkas-hitung.ts';
import { bacaIsian, bacaKode, type Isian, tulisIsian, tulisKode } from '../hitung-isian.rules.ts';
import { type Kueri, tulisKueri } from './minta.rules.ts';
import { type KeadaanAwal, susunKeadaan } from './open-susun.ts';
import { type Bahan, readBahan } from './read-bahan.ts';
import { mayKelola, requireRencana, type TolakRencana } from './require-rencana.ts';
import { keepHasil, NAMA_TERPANJANG } from './simpan-hasil.ts';
import { type HasilTersimpan, type LangkahTampil, rankOf } from './simpanan.rules.ts';
import { sumRupiah, susunTabel } from './tabel-ongkos.rules.ts';
import { namaPendek, tingkatPredikat } from './tampil-rencana.ts';

export interface SimulasiTerbuka {
	/** Where the institution stands, without what is tried out. */
	awal: KeadaanAwal;
	instrumen: InstrumenHitung;
	/** Fields: as they stand, and what they are compared with. */
	isian: Isian;
	isianAwal: Isian;
	/** Index of everybody else in the newest complete list, highest first; hundredths. */
	lapangan: Bahan['lapangan'];
}

const tanpaN = ({ n: _, ...sisa }: Kueri): Kueri => sisa;

/** Every level free to change, beside where the institution stands. */
export async function openSimulasi(
	ctx: Ctx,
	input: { instansiId: number; kueri: Kueri },
): Promise<{ ok: true; value: SimulasiTerbuka } | TolakRencana> {
	const { instansiId, kueri } = input;
	const boleh = requireRencana(ctx, 'rencana.lihat', instansiId);
	if (!boleh.ok) return boleh;
	const bahan = await readBahan(ctx, boleh.orang, instansiId, tanpaN(kueri));
	const { instrumen, jawaban } = bahan.awal;
	const isianAwal = tulisIsian(jawaban);
	const coba = kueri.n === undefined ? null : bacaKode(instrumen, kueri.n);
	return {
		ok: true,
		value: {
			awal: await susunKeadaan(ctx, instansiId, bahan, mayKelola(boleh.orang, instansiId)),
			instrumen: pickInstrumenHitung(instrumen),
			isian: coba ?? isianAwal,
			isianAwal,
			lapangan: bahan.lapangan,
		},
	};
}

export type BerkasOutcome =
	| { ok: true; value: { kueri: string } }
	| TolakRencana
	| { ok: false; reason: 'berkas_kosong' | 'instrumen_berkas_lain' }
	| { ok: false; reason: 'berkas_ditolak'; masalah: string[] };

/** Levels from a file of the calculator, as an address; nothing is stored. */
export async function readBerkasSimulasi(
	ctx: Ctx,
	input: { instansiId: number; kueri: Kueri; isi: Uint8Array },
): Promise<BerkasOutcome> {
	const buka = await openSimulasi(ctx, input);
	if (!buka.ok) return buka;
	if (input.isi.length === 0) return { ok: false, reason: 'berkas_kosong' };
	const { instrumen } = buka.value;
	const hasil = await bacaBerkasHitung(ctx, { isi: input.isi, bawaan: instrumen.id });
	if (!hasil.ok) return { ok: false, reason: 'berkas_ditolak', masalah: hasil.masalah };
	if (hasil.value.instrumen !== instrumen.id) return { ok: false, reason: 'instrumen_berkas_lain' };
	return {
		ok: true,
		value: { kueri: tulisKueri(tanpaN(input.kueri), { n: tulisKode(instrumen, hasil.value.isian) }) },
	};
}

export interface SkenarioMasukan {
	instansiId: number;
	kueri: Kueri;
	isian: Isian;
	nama: string;
	alasan: string;
}

export type SkenarioOutcome =
	| { ok: true; value: { id: number } }
	| TolakRencana
	| { ok: false; reason: 'nama_kosong' | 'skenario_tidak_lengkap' };

/** Keeps a what-if under a name. */
export async function saveSkenario(ctx: Ctx, input: SkenarioMasukan): Promise<SkenarioOutcome> {
	const { instansiId } = input;
	const boleh = requireRencana(ctx, 'rencana.kelola', instansiId);
	if (!boleh.ok) return boleh;
	const { orang } = boleh;
	const nama = input.nama.trim().slice(0, NAMA_TERPANJANG);
	if (nama === '') return { ok: false, reason: 'nama_kosong' };
	const kueri = tanpaN(input.kueri);
	const bahan = await readBahan(ctx, orang, instansiId, kueri);
	const { instrumen } = bahan.awal;
	const { jawaban, masalah } = bacaIsian(instrumen, input.isian);
	const hasil = hitungSkenario(bahan, jawaban);
	if (Object.keys(masalah).length > 0 || !hasil) return { ok: false, reason: 'skenario_tidak_lengkap' };
	return await keepHasil(ctx, orang, {
		...{ instansiId, tahun: bahan.tahun, nama, alasan: input.alasan, jenis: 'skenario' },
		...{ instrumen: instrumen.id, awal: bahan.awal, hasil },
		diminta: { kueri: tulisKueri(kueri, { n: hasil.kode }), target: null },
	});
}

/** What a set of levels means; null while one is missing. */
function hitungSkenario(bahan: Bahan, jawaban: Jawaban): HasilTersimpan | null {
	const { instrumen, jawaban: awal } = bahan.awal;
	const skor = score(instrumen, jawaban);
	const kini = score(instrumen, awal);
	if (!skor.indeks) return null;
	const langkah = listPerubahan(bahan, instrumen, awal, jawaban);
	const jumlah = (medan: 'biaya' | 'hari') => langkah.reduce((n, l) => n + (l[medan] ?? 0), 0);
	return {
		indeks: toDesimal(skor.indeks),
		persis: toPersis(skor.indeks),
		kini: toDesimal(kini.indeks ?? kini.rentang[0]),
		predikat: skor.predikat,
		tingkat: tingkatPredikat(instrumen, skor.predikat),
		...{ satuan: 'usaha', biaya: jumlah('biaya'), hari: jumlah('hari') },
		bulan: langkah.reduce((n, l) => Math.max(n, l.bulan ?? 0), 0),
		...{ kepastian: null, peluang: null, risiko: [], langkah },
		peringkat: rankOf(bahan.lapangan, roundPerseratus(skor.indeks)),
		kode: tulisKode(instrumen, tulisIsian(jawaban)),
	};
}

function listPerubahan(bahan: Bahan, instrumen: Instrumen, awal: Jawaban, nanti: Jawaban): LangkahTampil[] {
	const nama = namaPendek(instrumen);
	const tabel = susunTabel(bahan.bawaan, bahan.tingkat, bahan.ongkos, 'usaha');
	return listIndikator(instrumen).flatMap(({ id }) => {
		const [dari, ke] = [awal[id], nanti[id]];
		if (typeof dari !== 'number' || typeof ke !== 'number' || dari === ke) return [];
		const tangga = (tabel[id] ?? []).filter((_, n) => {
			const t = (bahan.tingkat[n] ?? 0) * 100;
			return t > dari && t <= Math.ceil(ke / 100) * 100;
		});
		const jumlah = (medan: 'biaya' | 'hari' | 'bulan') =>
			ke > dari ? tangga.reduce((n, l) => n + l[medan], 0) : null;
		const unit = bahan.unit.get(id);
		return [
			{
				...{ indikator: id, pendek: nama.get(id) ?? '', dari, ke },
				...{ biaya: jumlah('biaya'), hari: jumlah('hari'), bulan: jumlah('bulan') },
				rupiah: ke > dari ? sumRupiah(bahan.ongkos, id, dari, ke) : null,
				...{ unitId: unit?.id ?? null, unit: unit?.nama ?? null, peluang: null, peringatan: [] },
				poin: toPersis(raise(instrumen, awal, id, ke) ?? { p: 0n, q: 1n }),
			},
		];
	});
}
