import { canAct } from '#features/akun/izin.rules.ts';
import { listOrangInstansi } from '#features/akun/peran.store.ts';
import { listUnitStore } from '#features/instansi/unit.store.ts';
import { hariIni } from '#features/penilaian/alur.rules.ts';
import type { Ctx } from '#platform/ctx.ts';
import { inScope, type Trx } from '#platform/database/scope.ts';
import { listSistemStore } from '../../sistem/sistem.store.ts';
import {
	berikutnya,
	type KeadaanAudit,
	listBelum,
	type Opini,
	type SebabBelum,
} from '../aturan/audit.rules.ts';
import { type Gangguan, listGangguan } from '../aturan/independensi.rules.ts';
import { type AturanOpini, type OpiniArea, simpulkanArea, simpulkanSemua } from '../aturan/opini.rules.ts';
import { readAturanAudit } from '../aturan/read-aturan-audit.ts';
import { listTemuanStore, type Temuan } from '../temuan/temuan.store.ts';
import { bahanMaju } from './advance-audit.ts';
import { type Audit, findAudit } from './audit.store.ts';
import { type Butir, type Kriteria, listDaftar, listKriteria } from './kriteria.store.ts';
import { listPermintaan, type Permintaan } from './permintaan.store.ts';
import { isTampakUnit, jalurLihat, type TolakAudit } from './require-audit.ts';

export type { Kriteria, Temuan };

export interface PilihanAudit {
	/** Systems of the register that run. */
	sistem: { id: number; nama: string }[];
	unit: { id: number; nama: string }[];
	orang: { id: number; nama: string }[];
}
export interface AuditTerbuka {
	audit: Audit;
	/** Whether the person sees the whole audit; otherwise only what is asked of their units. */
	penuh: boolean;
	gangguan: { timId: number; gangguan: Gangguan[] }[];
	berikut: KeadaanAudit | null;
	belum: SebabBelum[];
	kriteria: Kriteria[];
	area: OpiniArea[];
	/** What the rule comes to. */
	opini: Opini | null;
	aturanOpini: AturanOpini;
	daftar: { id: number; nama: string; jumlah: number }[];
	permintaan: Permintaan[];
	temuan: Temuan[];
	pilihan: PilihanAudit;
	boleh: { jalankan: boolean; tanggapi: boolean; terimaRisiko: boolean };
	kini: string;
}

/** One audit with everything in it that the person may see. */
export async function readAudit(
	ctx: Ctx,
	input: { instansiId: number; auditId: number },
): Promise<{ ok: true; value: AuditTerbuka } | TolakAudit> {
	if (ctx.who.jenis !== 'orang') return { ok: false, reason: 'belum_masuk' };
	const { who } = ctx;
	const { instansiId, auditId } = input;
	const jalur = jalurLihat(who, instansiId);
	if (jalur !== 'semua' && jalur.length === 0) return { ok: false, reason: 'tidak_berwenang' };
	const kini = hariIni(ctx.clock());
	return await inScope(ctx, who, async (trx): Promise<{ ok: true; value: AuditTerbuka } | TolakAudit> => {
		const audit = await findAudit(trx, instansiId, auditId);
		if (!audit) return { ok: false, reason: 'audit_tidak_ada' };
		const penuh = jalur === 'semua';
		const permintaan = (await listPermintaan(trx, { instansiId, auditId })).filter((p) =>
			isTampakUnit(jalur, p.jalur),
		);
		const temuan = (await listTemuanStore(trx, { instansiId, auditId })).filter((t) =>
			isTampakUnit(jalur, t.jalur),
		);
		if (!penuh && permintaan.length === 0 && temuan.length === 0)
			return { ok: false, reason: 'tidak_berwenang' };
		const kriteria = penuh ? await listKriteria(trx, instansiId, auditId) : [];
		const aturanOpini = readAturanAudit(ctx).opini;
		const area = simpulkanArea(kriteria, aturanOpini);
		const jalankan = canAct(who, 'audit.jalankan', { instansiId }).ok;
		return {
			ok: true,
			value: {
				...{ audit, penuh, kriteria, area, aturanOpini, permintaan, temuan, kini },
				gangguan: audit.tim.map((t) => ({
					timId: t.id,
					gangguan: listGangguan(t, audit.lingkup, audit.penanggungJawab),
				})),
				berikut: berikutnya(audit.keadaan),
				belum: listBelum(bahanMaju(audit, kini)),
				opini: simpulkanSemua(area, aturanOpini),
				daftar: jalankan
					? (await listDaftar(trx, instansiId)).map((d) => ({
							id: d.id,
							nama: d.nama,
							jumlah: (d.butir as Butir[]).length,
						}))
					: [],
				pilihan: jalankan ? await readPilihanAudit(trx, instansiId) : { sistem: [], unit: [], orang: [] },
				boleh: {
					jalankan,
					tanggapi: canAct(who, 'audit.tanggapi', {
						instansiId,
						jalur: jalur === 'semua' ? undefined : jalur[0],
					}).ok,
					terimaRisiko: canAct(who, 'audit.terima_risiko', { instansiId }).ok,
				},
			},
		};
	});
}

/** Units and people that the forms let choose from. */
export async function readPilihanAudit(trx: Trx, instansiId: number): Promise<PilihanAudit> {
	return {
		sistem: (await listSistemStore(trx, instansiId))
			.filter((s) => s.aktif)
			.map(({ id, nama }) => ({ id, nama })),
		unit: (await listUnitStore(trx, instansiId)).filter((u) => u.aktif).map(({ id, nama }) => ({ id, nama })),
		orang: (await listOrangInstansi(trx, instansiId))
			.filter((o) => o.peran.some((p) => p.peran !== 'asesor_eksternal'))
			.map(({ id, nama }) => ({ id, nama })),
	};
}
