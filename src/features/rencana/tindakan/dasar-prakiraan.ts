import type { InstrumenLengkap } from '#features/instrumen/instrumen.schema.ts';
import type { SkorTersimpan } from '#features/penilaian/penilaian.rules.ts';
import { findPenilaian, listNilaiTerbaru, listPenilaianStore } from '#features/penilaian/penilaian.store.ts';
import type { Trx } from '#platform/database/scope.ts';
import type { Jawaban } from '#scoring';
import { listBatasMandiri } from './dasar.store.ts';

/** Where a forecast starts from. */
export interface DasarPrakiraan {
	/** The newest assessment with an answer to every indicator, or else the newest of all; null where there is none. */
	penilaian: { id: number; nama: string; tahun: number; skor: SkorTersimpan | null } | null;
	/** Frozen with that assessment. */
	instrumen: InstrumenLengkap | null;
	/** Its newest values, hundredths. */
	jawaban: Jawaban;
	/** Until when an action must be done to count: the end of a running self-assessment, or of this year. */
	batas: { tanggal: string; putaran: string | null };
}

/** The present levels of the institution and the day by which they must rise. */
export async function readDasar(trx: Trx, instansiId: number, kini: string): Promise<DasarPrakiraan> {
	const daftar = await listPenilaianStore(trx, instansiId);
	const pilih = daftar.find((p) => p.skor?.indeks) ?? daftar[0];
	const p = pilih && (await findPenilaian(trx, instansiId, pilih.id));
	const nilai = p ? await listNilaiTerbaru(trx, instansiId, p.id) : [];
	const batas = await listBatasMandiri(trx, instansiId, kini);
	const putaran = batas.find((b) => b.instrumen === p?.rangka.id) ?? batas[0];
	return {
		penilaian: p ? { id: p.id, nama: p.nama, tahun: p.tahun, skor: p.skor } : null,
		instrumen: p?.rangka ?? null,
		jawaban: Object.fromEntries(nilai.map((n) => [n.indikator, n.nilai])),
		batas: putaran
			? { tanggal: putaran.selesai, putaran: putaran.putaran }
			: { tanggal: `${kini.slice(0, 4)}-12-31`, putaran: null },
	};
}
