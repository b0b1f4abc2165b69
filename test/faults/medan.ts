import { insertOrang } from '#features/akun/orang.store.ts';
import { insertPeran } from '#features/akun/peran.store.ts';
import { startSesi } from '#features/akun/start-sesi.ts';
import { openPutaran } from '#features/penilaian/open-putaran.ts';
import type { Ctx, Orang } from '#platform/ctx.ts';
import { type Dunia, susunDunia } from '../izin/dunia.ts';

/** Somebody who writes all the time: to one indicator of one assessment that is theirs alone. */
export interface Penulis {
	nomor: number;
	kuki: string;
	/** Address of the workbench. */
	meja: string;
}

export interface Medan {
	dunia: Dunia;
	penulis: Penulis[];
}

const perPenilaian = 20;

/** The world of the permission test, and writers with an indicator each. */
export async function susunMedan(jenis: 'pglite' | 'postgresql', banyak: number): Promise<Medan> {
	const dunia = await susunDunia(jenis);
	const app = await dunia.buka();
	try {
		const ctx = app.ctxOf({ jenis: 'operator' });
		const { id: instansiId } = await ctx.db
			.selectFrom('instansi')
			.select('id')
			.where('slug', '=', dunia.bahan.slug ?? '')
			.executeTakeFirstOrThrow();
		const penulis: Penulis[] = [];
		let penilaianId = 0;
		for (let nomor = 0; nomor < banyak; nomor++) {
			const orang = await buatOrang(ctx, instansiId, nomor);
			if (nomor % perPenilaian === 0) penilaianId = await buka(ctx, instansiId, orang.id, nomor);
			const indikator = `I${String((nomor % perPenilaian) + 1).padStart(2, '0')}`;
			const meja = `/kerja/${dunia.bahan.slug}/penilaian/${penilaianId}/${indikator}`;
			penulis.push({ nomor, kuki: orang.kuki, meja });
		}
		return { dunia, penulis };
	} finally {
		await app.close();
	}
}

async function buatOrang(ctx: Ctx, instansiId: number, nomor: number): Promise<{ id: number; kuki: string }> {
	const kini = ctx.clock();
	return await ctx.db.transaction().execute(async (trx) => {
		const id = await insertOrang(trx, {
			nama: `penulis ${nomor}`,
			surel: `penulis.${nomor}@contoh.invalid`,
			dibuat: kini,
		});
		if (id === undefined) throw new Error(`penulis ${nomor} sudah ada`);
		const peran = 'entri_data' as const;
		await insertPeran(trx, { orangId: id, peran, instansiId, unitId: null, diberi: kini, oleh: null });
		const { token } = await startSesi(trx, id, { peramban: 'harness', alamat: '127.0.0.1' }, kini);
		return { id, kuki: `matang_sesi=${token}` };
	});
}

async function buka(ctx: Ctx, instansiId: number, orangId: number, nomor: number): Promise<number> {
	const who: Orang = {
		jenis: 'orang',
		id: orangId,
		nama: 'pembuka',
		sesiId: 0,
		ditegaskan: ctx.clock(),
		peran: [{ peran: 'koordinator', instansiId, unitId: null, jalur: null }],
	};
	const hasil = await openPutaran(
		{ ...ctx, who },
		{
			instansiId,
			nama: `Medan ${nomor}`,
			tahun: 2026,
			jenis: 'evaluasi',
			instrumen: 'pemdi-2026',
			tahap: [{ tahap: 'mandiri', mulai: '2000-01-01', selesai: '2099-12-31' }],
		},
	);
	if (!hasil.ok) throw new Error(hasil.reason);
	return hasil.value.penilaianId;
}
