import { canAct } from '#features/akun/izin.rules.ts';
import { listOrangInstansi } from '#features/akun/peran.store.ts';
import { authorize } from '#features/akun/require-orang.ts';
import { listUnitStore } from '#features/instansi/unit.store.ts';
import type { Ctx } from '#platform/ctx.ts';
import { inScope, type Trx } from '#platform/database/scope.ts';
import { findNotula, listHadir, listKeputusan, listNotulaStore } from './notula.store.ts';
import { listTugasNotula } from './tugas.store.ts';

/** Minutes of the institution; who may write new ones also gets the people to choose attendants from. */
export async function listNotula(ctx: Ctx, instansiId: number) {
	const boleh = authorize(ctx, 'notula.lihat', { instansiId });
	if (!boleh.ok) return boleh;
	const bolehTulis = canAct(boleh.orang, 'notula.tulis', { instansiId }).ok;
	return await inScope(ctx, boleh.orang, async (trx) => ({
		ok: true as const,
		value: {
			daftar: await listNotulaStore(trx, instansiId),
			bolehTulis,
			orang: bolehTulis ? await pilihanOrang(trx, instansiId) : [],
		},
	}));
}

/** One meeting with its decisions and what became of them. */
export async function readNotula(ctx: Ctx, input: { instansiId: number; id: number }) {
	const { instansiId, id } = input;
	const boleh = authorize(ctx, 'notula.lihat', { instansiId });
	if (!boleh.ok) return boleh;
	const bolehTulis = canAct(boleh.orang, 'notula.tulis', { instansiId }).ok;
	return await inScope(ctx, boleh.orang, async (trx) => {
		const notula = await findNotula(trx, instansiId, id);
		if (!notula) return { ok: false as const, reason: 'notula_tidak_ada' as const };
		const tugas = await listTugasNotula(trx, instansiId, id);
		const keputusan = (await listKeputusan(trx, instansiId, id)).map((k) => ({
			...k,
			tugas: tugas.filter((t) => t.keputusanId === k.id),
		}));
		return {
			ok: true as const,
			value: {
				notula: { ...notula, hadir: await listHadir(trx, instansiId, id), keputusan },
				bolehTulis,
				orang: bolehTulis ? await pilihanOrang(trx, instansiId) : [],
				unit: bolehTulis
					? (await listUnitStore(trx, instansiId))
							.filter((u) => u.aktif)
							.map((u) => ({ id: u.id, nama: u.nama }))
					: [],
			},
		};
	});
}
export type NotulaTerbaca = Extract<Awaited<ReturnType<typeof readNotula>>, { ok: true }>['value'];

async function pilihanOrang(trx: Trx, instansiId: number): Promise<{ id: number; nama: string }[]> {
	return (await listOrangInstansi(trx, instansiId))
		.filter((o) => o.peran.some((p) => p.peran !== 'asesor_eksternal'))
		.map(({ id, nama }) => ({ id, nama }));
}
