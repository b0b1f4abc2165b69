import type { IndikatorLengkap, InstrumenLengkap } from '#features/instrumen/instrumen.schema.ts';
import { requireRegistri } from '#features/instrumen/instrumen.ts';
import { bacaTingkat } from '#features/instrumen/instrumen-hitung.rules.ts';
import { hariIni } from '#features/penilaian/alur.rules.ts';
import { findUnit } from '#features/penilaian/penugasan.store.ts';
import { recordActivity } from '#platform/activity/record-activity.ts';
import type { Ctx } from '#platform/ctx.ts';
import { inScope, type Trx } from '#platform/database/scope.ts';
import { listIndikator } from '#scoring';
import { findSimpanan, markDipakai, type Simpanan } from '../susun/rencana.store.ts';
import { requireRencana, type TolakRencana } from '../susun/require-rencana.ts';
import type { LangkahTampil } from '../susun/simpanan.rules.ts';
import { insertTindakan } from './tindakan.store.ts';

export interface MulaiMasukan {
	instansiId: number;
	id: number;
	/** Indicator → unit, where another than the assigned one is to do it; null for none. */
	unit: Readonly<Record<string, number | null>>;
	/** ISO; all steps are due by then at the latest. Without it each step takes its months. */
	tenggat: string | null;
}

export type MulaiOutcome =
	| { ok: true; value: { banyak: number } }
	| TolakRencana
	| {
			ok: false;
			reason:
				| 'rencana_tidak_ada'
				| 'sudah_dipakai'
				| 'sudah_diarsipkan'
				| 'tanpa_langkah'
				| 'unit_tidak_ada'
				| 'tenggat_lewat'
				| 'bukan_rencana';
	  };

/** Turns a kept plan into work: one action for each step, once per plan, all or none. */
export async function startTindakan(ctx: Ctx, input: MulaiMasukan): Promise<MulaiOutcome> {
	const { instansiId, id, tenggat } = input;
	const boleh = requireRencana(ctx, 'rencana.kelola', instansiId);
	if (!boleh.ok) return boleh;
	const { orang } = boleh;
	const waktu = ctx.clock();
	const mulai = hariIni(waktu);
	if (tenggat !== null && tenggat < mulai) return { ok: false, reason: 'tenggat_lewat' };
	return await inScope(ctx, orang, async (trx): Promise<MulaiOutcome> => {
		const rencana = await findSimpanan(trx, instansiId, id);
		if (!rencana) return { ok: false, reason: 'rencana_tidak_ada' };
		if (rencana.diarsipkan) return { ok: false, reason: 'sudah_diarsipkan' };
		if (rencana.jenis !== 'rencana') return { ok: false, reason: 'bukan_rencana' };
		if (rencana.hasil.langkah.length === 0) return { ok: false, reason: 'tanpa_langkah' };
		const unit = await pickUnit(trx, instansiId, rencana, input.unit);
		if (!unit) return { ok: false, reason: 'unit_tidak_ada' };
		if (!(await markDipakai(trx, { instansiId, id, waktu }))) return { ok: false, reason: 'sudah_dipakai' };
		const instrumen = requireRegistri(ctx).get(rencana.instrumen);
		const { langkah } = rencana.hasil;
		for (const l of langkah)
			await insertTindakan(trx, {
				...{ instansiId, rencanaId: id, tahun: rencana.tahun, ...tulisIsi(instrumen, l) },
				...{ indikator: l.indikator, dari: l.dari, ke: l.ke, unitId: unit.get(l.indikator) ?? null },
				...{ orangId: null, mulai, tenggat: tenggatLangkah(mulai, l, tenggat), ...tanpaAnggaran },
				pagu: l.rupiah === null ? null : BigInt(l.rupiah),
				...{ waktu, oleh: orang.id },
			});
		await recordActivity(trx, {
			...{ instansiId, waktu, orangId: orang.id, tindakan: 'rencana.jalankan', objek: `rencana/${id}` },
			rincian: { banyak: langkah.length, tahun: rencana.tahun },
		});
		return { ok: true, value: { banyak: langkah.length } };
	});
}

const tanpaAnggaran = {
	...{ program: '', kegiatan: '', subKegiatan: '', kodeRekening: '', sumberDana: '', realisasi: null },
};

/** Unit of every step: the one chosen, else the one that it was planned for. Null where one is not there any more. */
async function pickUnit(
	trx: Trx,
	instansiId: number,
	{ hasil }: Simpanan,
	pilihan: MulaiMasukan['unit'],
): Promise<Map<string, number | null> | null> {
	const unit = new Map<string, number | null>();
	for (const { indikator, unitId } of hasil.langkah) {
		const dipilih = indikator in pilihan ? (pilihan[indikator] ?? null) : unitId;
		if (dipilih !== null && !(await findUnit(trx, instansiId, dipilih))) return null;
		unit.set(indikator, dipilih);
	}
	return unit;
}

/** Title, what the criteria on the way ask for, and the usual evidence of those levels. */
function tulisIsi(instrumen: InstrumenLengkap | undefined, l: LangkahTampil) {
	const semua = instrumen ? (listIndikator(instrumen) as IndikatorLengkap[]) : [];
	const indikator = semua.find((i) => i.id === l.indikator);
	const dilalui = Array.from(
		{ length: Math.ceil(l.ke / 100) - Math.floor(l.dari / 100) },
		(_, n) => Math.floor(l.dari / 100) + 1 + n,
	);
	const kriteria = dilalui.flatMap((t) => {
		const teks = instrumen && indikator && bacaTingkat(instrumen, indikator, t).kriteria;
		return teks ? [`Tingkat ${t}: ${teks}`] : [];
	});
	const profil = indikator?.profilBukti ? instrumen?.profilBukti[indikator.profilBukti] : undefined;
	const lazim = dilalui.flatMap((t) => profil?.tingkat[String(t)] ?? []);
	const bukti = new Set([...lazim.filter((b) => !/^bukti tingkat \d$/.test(b)), ...(indikator?.bukti ?? [])]);
	return {
		judul: `${l.indikator} ${l.pendek}: tingkat ${tulisTingkat(l.dari)} ke ${tulisTingkat(l.ke)}`.slice(
			0,
			300,
		),
		uraian: kriteria.join('\n').slice(0, 10_000),
		bukti: [...bukti]
			.map((b) => `- ${b}`)
			.join('\n')
			.slice(0, 5000),
	};
}

const tulisTingkat = (n: number) => (n % 100 === 0 ? String(n / 100) : String(n / 100).replace('.', ','));

function tenggatLangkah(mulai: string, { bulan }: LangkahTampil, paling: string | null): string {
	const sendiri = tambahBulan(mulai, Math.max(1, bulan ?? 1));
	return paling !== null && paling < sendiri ? paling : sendiri;
}

/** The same day some months later; the last of the month where it has no such day. */
export function tambahBulan(iso: string, bulan: number): string {
	const [t = 0, b = 0, h = 0] = iso.split('-').map(Number);
	const akhir = new Date(Date.UTC(t, b - 1 + bulan + 1, 0)).getUTCDate();
	return new Date(Date.UTC(t, b - 1 + bulan, Math.min(h, akhir))).toISOString().slice(0, 10);
}
