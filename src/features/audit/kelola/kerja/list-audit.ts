import { canAct } from '#features/akun/izin.rules.ts';
import { requireRegistri } from '#features/instrumen/instrumen.ts';
import { listPenerus } from '#features/instrumen/padanan.rules.ts';
import { listPenilaianTerbuka, type PenilaianTerbuka } from '#features/kebijakan/kebijakan.store.ts';
import { listIndikatorTujuan } from '#features/kebijakan/read-kebijakan.ts';
import { hariIni } from '#features/penilaian/alur.rules.ts';
import type { Ctx, Orang } from '#platform/ctx.ts';
import { inScope, type Trx } from '#platform/database/scope.ts';
import type { JenisAudit, KeadaanAudit, Opini, Pelaksana } from '../aturan/audit.rules.ts';
import { listProgram, type Program } from '../program/program.store.ts';
import { desakan } from '../temuan/temuan.rules.ts';
import { listTemuanStore, type Temuan } from '../temuan/temuan.store.ts';
import { listAuditStore } from './audit.store.ts';
import { hitungSemuaTingkat, readPedoman, type TingkatJenis } from './hitung-tingkat.ts';
import { listPermintaan, type Permintaan } from './permintaan.store.ts';
import { isTampakUnit, jalurLihat, type TolakAudit } from './require-audit.ts';

export const INSTRUMEN_AUDIT = 'spbe-2020';

export interface BarisAudit {
	id: number;
	judul: string;
	jenis: JenisAudit;
	pelaksana: Pelaksana;
	keadaan: KeadaanAudit;
	mulai: string;
	selesai: string;
	opini: Opini | null;
	dilaporkan: string | null;
	kriteria: number;
	teruji: number;
	temuan: number;
	temuanTerbuka: number;
}
export type BarisTemuan = Pick<
	Temuan,
	| 'id'
	| 'auditId'
	| 'audit'
	| 'nomor'
	| 'judul'
	| 'risiko'
	| 'unit'
	| 'orang'
	| 'tenggat'
	| 'keadaan'
	| 'sikap'
	| 'sampai'
> & { desakan: ReturnType<typeof desakan> };

export interface TingkatTampil extends TingkatJenis {
	/** What continues the indicator in Pemdi. */
	penerus: string[];
	/** Running assessments that the papers can serve, with the indicators there. */
	penilaian: (PenilaianTerbuka & { indikator: string[]; sama: boolean })[];
}
export interface RuangAudit {
	/** Null for who is limited to units: they see what is asked of them. */
	semua: { tingkat: TingkatTampil[]; program: Program[]; audit: BarisAudit[] } | null;
	/** Open ones first, the nearest due date first. */
	temuan: BarisTemuan[];
	/** Not closed yet. */
	permintaan: Permintaan[];
	boleh: { jalankan: boolean; program: boolean; peta: boolean; pakai: boolean };
	kini: string;
}

/** The room of ICT audits: levels, programme, audits, findings and requests that the person may see. */
export async function listAudit(
	ctx: Ctx,
	instansiId: number,
): Promise<{ ok: true; value: RuangAudit } | TolakAudit> {
	if (ctx.who.jenis !== 'orang') return { ok: false, reason: 'belum_masuk' };
	const { who } = ctx;
	const jalur = jalurLihat(who, instansiId);
	if (jalur !== 'semua' && jalur.length === 0) return { ok: false, reason: 'tidak_berwenang' };
	const kini = hariIni(ctx.clock());
	return await inScope(ctx, who, async (trx) => {
		const temuan = (await listTemuanStore(trx, { instansiId })).filter((t) => isTampakUnit(jalur, t.jalur));
		const permintaan = (await listPermintaan(trx, { instansiId })).filter(
			(p) => p.keadaan !== 'ditutup' && isTampakUnit(jalur, p.jalur),
		);
		return {
			ok: true as const,
			value: {
				semua: jalur === 'semua' ? await readSemua(ctx, trx, instansiId, kini) : null,
				temuan: temuan.map((t) => barisTemuan(t, kini)).sort(urut),
				permintaan,
				boleh: bolehAudit(who, instansiId),
				kini,
			},
		};
	});
}

const bolehAudit = (who: Orang, instansiId: number): RuangAudit['boleh'] => ({
	jalankan: canAct(who, 'audit.jalankan', { instansiId }).ok,
	program: canAct(who, 'audit.program', { instansiId }).ok,
	peta: canAct(who, 'rencana.kelola', { instansiId }).ok,
	pakai: canAct(who, 'nilai.isi', { instansiId }).ok,
});

export const barisTemuan = (t: Temuan, kini: string): BarisTemuan => ({
	...{ id: t.id, auditId: t.auditId, audit: t.audit, nomor: t.nomor, judul: t.judul, risiko: t.risiko },
	...{
		unit: t.unit,
		orang: t.orang,
		tenggat: t.tenggat,
		keadaan: t.keadaan,
		sikap: t.sikap,
		sampai: t.sampai,
	},
	desakan: desakan(t, kini),
});

const urutanDesakan = ['habis', 'terlambat', 'berjalan', 'tuntas'] as const;
const urut = (a: BarisTemuan, b: BarisTemuan): number =>
	urutanDesakan.indexOf(a.desakan) - urutanDesakan.indexOf(b.desakan) || a.tenggat.localeCompare(b.tenggat);

async function readSemua(ctx: Ctx, trx: Trx, instansiId: number, kini: string) {
	const program = await listProgram(trx, instansiId);
	const audit = await listAuditStore(trx, instansiId);
	const pedoman = await readPedoman(ctx, trx, instansiId, kini);
	const terbuka = await listPenilaianTerbuka(trx, instansiId);
	const tingkat = hitungSemuaTingkat(ctx, { kini, program, pedoman, audit });
	return {
		program,
		tingkat: tingkat.map((t) => ({
			...t,
			penerus: listPenerus(requireRegistri(ctx).padanan, {
				instrumen: INSTRUMEN_AUDIT,
				indikator: t.indikator,
			}).map((p) => p.ke.indikator),
			penilaian: susunTujuan(ctx, t.indikator, terbuka),
		})),
		audit: audit.map((a) => ({
			...{
				id: a.id,
				judul: a.judul,
				jenis: a.jenis,
				pelaksana: a.pelaksana,
				keadaan: a.keadaan,
				opini: a.opini,
			},
			...{ mulai: a.mulai, selesai: a.selesai, dilaporkan: a.dilaporkan },
			...{ kriteria: a.jumlah.kriteria, teruji: a.jumlah.teruji, temuan: a.temuan.length },
			temuanTerbuka: a.temuan.filter((t) => desakan(t, kini) !== 'tuntas').length,
		})),
	};
}

/** Running assessments that have the indicator, or what continues it. */
export function susunTujuan(ctx: Ctx, indikator: string, terbuka: readonly PenilaianTerbuka[]) {
	return terbuka
		.map((p) => ({
			...p,
			sama: p.instrumen === INSTRUMEN_AUDIT,
			indikator: listIndikatorTujuan(ctx, INSTRUMEN_AUDIT, indikator, p.instrumen),
		}))
		.filter((p) => p.indikator.length > 0)
		.sort((a, b) => Number(b.sama) - Number(a.sama));
}
