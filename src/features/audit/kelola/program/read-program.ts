import { canAct } from '#features/akun/izin.rules.ts';
import { authorize } from '#features/akun/require-orang.ts';
import { hariIni } from '#features/penilaian/alur.rules.ts';
import type { Ctx } from '#platform/ctx.ts';
import { inScope } from '#platform/database/scope.ts';
import { readAturanAudit } from '../aturan/read-aturan-audit.ts';
import { listProgram, type Program } from './program.store.ts';
import type { TolakProgram } from './save-program.ts';

export type { Program };

export interface ProgramTerbuka {
	baris: Program[];
	/** Where the limits come from, as sentences. */
	sumber: { nama: string; nilai: string; sumber: string; kepastian: string }[];
	boleh: { program: boolean; peta: boolean; jalankan: boolean };
	tahunIni: number;
}

/** The programme with the settings that it follows. */
export async function readProgram(
	ctx: Ctx,
	instansiId: number,
): Promise<{ ok: true; value: ProgramTerbuka } | TolakProgram> {
	const boleh = authorize(ctx, 'audit.lihat', { instansiId });
	if (!boleh.ok) return boleh;
	const { orang } = boleh;
	const { frekuensi, programTahun, berlakuBulan, tingkatDuaPerluAudit } = readAturanAudit(ctx).berkas;
	const baris = await inScope(ctx, orang, (trx) => listProgram(trx, instansiId));
	const may = (t: Parameters<typeof canAct>[1]) => canAct(orang, t, { instansiId }).ok;
	return {
		ok: true,
		value: {
			baris,
			sumber: [
				{ nama: 'instansiTahun', ...frekuensi.instansiTahun },
				{ nama: 'umumTahun', ...frekuensi.umumTahun },
				{ nama: 'programTahun', ...programTahun },
				{ nama: 'berlakuBulan', ...berlakuBulan },
				{ nama: 'tingkatDuaPerluAudit', ...tingkatDuaPerluAudit },
			].map((s) => ({ ...s, nilai: String(s.nilai) })),
			boleh: { program: may('audit.program'), peta: may('rencana.kelola'), jalankan: may('audit.jalankan') },
			tahunIni: Number(hariIni(ctx.clock()).slice(0, 4)),
		},
	};
}
