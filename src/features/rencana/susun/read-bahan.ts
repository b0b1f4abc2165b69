import { hariIni } from '#features/penilaian/alur.rules.ts';
import { listPenugasan } from '#features/penilaian/penugasan.store.ts';
import type { Ctx, Orang } from '#platform/ctx.ts';
import { inScope } from '#platform/database/scope.ts';
import { buildTabelBawaan, listJenisUsaha, listTingkatLangkah } from '../solver/bawaan.rules.ts';
import { readDataRencana } from '../solver/read-data-rencana.ts';
import type { TabelUsaha } from '../solver/rencana.schema.ts';
import { listTindakanTuntas } from '../tindakan/tindakan.store.ts';
import type { Kueri } from './minta.rules.ts';
import { listOngkos, type Ongkos } from './ongkos.store.ts';
import { learnOngkos, type Pelajaran } from './pelajaran.rules.ts';
import { type Awal, readAwal } from './read-awal.ts';
import { listLapangan, listNilaiTiapTahap, listSasaran, type Sasaran } from './sasaran.store.ts';
import { countDariLedger } from './tabel-ongkos.rules.ts';

/** What every page of planning rests on, read at once. */
export interface Bahan {
	awal: Awal;
	ongkos: Ongkos[];
	/** Assumptions, with chances learnt from the institution's own history. */
	bawaan: TabelUsaha;
	/** Levels that steps lead to. */
	tingkat: number[];
	/** Steps in the history that assessors judged. */
	riwayat: number;
	/** What finished actions took, by kind of effort; kinds of indicators beside it. */
	pelajaran: Map<string, Pelajaran>;
	jenis: Map<string, string>;
	/** Unit of each indicator, from the assignments. */
	unit: Map<string, { id: number; nama: string }>;
	lapangan: { tahun: number; indeks: number[] } | null;
	sasaran: Sasaran[];
	/** Year that targets are looked up for. */
	tahun: number;
}

/** Reads levels, costs, units, targets and last year's field. The caller has authorised. */
export async function readBahan(ctx: Ctx, orang: Orang, instansiId: number, kueri: Kueri): Promise<Bahan> {
	const lapangan = await listLapangan(ctx.db, instansiId);
	const { awal, ongkos, nilai, tugas, sasaran, tuntas } = await inScope(ctx, orang, async (trx) => {
		const awal = await readAwal(ctx, trx, instansiId, kueri);
		return {
			awal,
			ongkos: await listOngkos(trx, instansiId, awal.instrumen.id),
			nilai: await listNilaiTiapTahap(trx, instansiId, awal.instrumen.id),
			tugas: awal.penilaian ? await listPenugasan(trx, instansiId, awal.penilaian.id) : [],
			sasaran: await listSasaran(trx, instansiId),
			tuntas: await listTindakanTuntas(trx, instansiId, awal.instrumen.id),
		};
	});
	const data = readDataRencana(ctx);
	const riwayat = countDariLedger(data, awal.instrumen, nilai);
	const jenis = listJenisUsaha(data, awal.instrumen);
	const selesai = tuntas.map((t) => ({ ...t, selesai: hariIni(t.selesai) }));
	const unit = new Map<string, { id: number; nama: string }>();
	for (const t of tugas.toSorted((a, b) => (a.tingkat ?? 0) - (b.tingkat ?? 0)))
		if (!unit.has(t.indikator)) unit.set(t.indikator, { id: t.unitId, nama: t.unit });
	return {
		...{ awal, ongkos, unit, lapangan, sasaran, jenis },
		pelajaran: learnOngkos(jenis, selesai),
		bawaan: buildTabelBawaan(data, awal.instrumen, riwayat),
		tingkat: listTingkatLangkah(awal.instrumen),
		riwayat: Object.values(riwayat).reduce((n, h) => n + h.diberi + h.ditolak, 0),
		tahun: pickTahun(ctx.clock().getUTCFullYear(), kueri.tahun, sasaran),
	};
}

/** The year asked for; else the nearest from now on that has a target for the index; else this one. */
function pickTahun(kini: number, diminta: string | undefined, sasaran: readonly Sasaran[]): number {
	if (diminta !== undefined && /^20[1-9]\d$/.test(diminta)) return Number(diminta);
	const depan = sasaran.filter((s) => s.simpul === 'indeks' && s.tahun >= kini).map((s) => s.tahun);
	return depan.length > 0 ? Math.min(...depan) : kini;
}
