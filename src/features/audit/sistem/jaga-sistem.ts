import { hariIni } from '#features/penilaian/alur.rules.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Pekerja } from '#platform/jobs/jobs.ts';
import { startPekerjaan } from '#platform/jobs/pekerjaan.ts';
import { kabariSertifikat } from './kabari-sistem.ts';
import { JENIS_PERIKSA, type PermintaanPeriksa } from './minta-periksa.ts';
import {
	listBelumDiperiksa,
	listJadwalJatuh,
	listSertifikat,
	updateDiperingatkan,
	upsertJadwal,
} from './periksa.store.ts';
import { peringatanSertifikat } from './perubahan.rules.ts';

const SEHARI = 86_400_000;

/** Every hour: begins the checks whose day has come, and warns of certificates that end. */
export function pekerjaJaga(ctx: Ctx): Pekerja {
	return {
		batas: 600,
		ulang: 1,
		jeda: 60,
		jadwal: '17 * * * *',
		kerjakan: async () => {
			await mulaiTerjadwal(ctx);
			await ingatkanSertifikat(ctx);
		},
	};
}

/** @returns how many institutions were begun; each in the transaction that moves its day on */
export async function mulaiTerjadwal(ctx: Ctx): Promise<number> {
	const waktu = ctx.clock();
	const hari = hariIni(waktu);
	let banyak = 0;
	for (const j of await listJadwalJatuh(ctx.db, hari)) {
		const { instansiId, selang, oleh } = j;
		banyak += await ctx.db.transaction().execute(async (trx) => {
			const berikut = hariIni(new Date(waktu.getTime() + (selang === 'mingguan' ? 7 : 30) * SEHARI));
			await upsertJadwal(trx, { instansiId, selang, oleh, waktu, berikut });
			const isi: PermintaanPeriksa = { instansiId, sistemId: null };
			const alamat = await listBelumDiperiksa(trx, { ...isi, pekerjaanId: 0 });
			if (alamat.length === 0) return 0;
			await startPekerjaan(ctx, trx, { jenis: JENIS_PERIKSA, instansiId, jumlah: alamat.length, isi, oleh });
			return 1;
		});
	}
	return banyak;
}

/** Tells of certificates that end within thirty days and again within seven, once each. @returns how many */
export async function ingatkanSertifikat(ctx: Ctx): Promise<number> {
	const waktu = ctx.clock();
	const hari = hariIni(waktu);
	let banyak = 0;
	for (const a of await listSertifikat(ctx.db)) {
		const jatuh = peringatanSertifikat(a.sampai, hari, a.diperingatkan);
		if (!jatuh) continue;
		await ctx.db.transaction().execute(async (trx) => {
			await updateDiperingatkan(trx, { ...a, tanda: jatuh.tanda });
			await kabariSertifikat(trx, {
				instansiId: a.instansiId,
				slug: a.slug,
				sistem: a,
				sisa: jatuh.sisa,
				waktu,
			});
		});
		banyak++;
	}
	return banyak;
}
