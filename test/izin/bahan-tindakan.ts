import { savePeta } from '#features/rencana/peta/save-peta.ts';
import { saveTindakan } from '#features/rencana/tindakan/save-tindakan.ts';
import { addTonggak } from '#features/rencana/tindakan/save-tonggak.ts';
import { findTindakan } from '#features/rencana/tindakan/tindakan.store.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Tempat } from './dunia.ts';
import { harus } from './penyiap.ts';

/** Actions of the unit, one of them to be cancelled, with milestones; and a row of the roadmap. */
export async function susunTindakan(ctx: Ctx, t: Tempat, bahan: Record<string, string>): Promise<void> {
	const instansiId = t.a.id;
	const kosong = { uraian: '', bukti: '', program: '', kegiatan: '', kodeRekening: '', sumberDana: '' };
	const buat = async (judul: string) =>
		harus(
			await saveTindakan(ctx, {
				...{ ...kosong, instansiId, ubah: null, judul, tahun: 2026, subKegiatan: 'Audit', unitId: t.unit },
				...{ indikator: null, dari: null, ke: null, orangId: null, menunggu: [] },
				...{ mulai: '2026-01-01', tenggat: '2099-12-31', pagu: null, realisasi: null },
			}),
		).value.id;
	const id = await buat('Audit');
	const tonggak = (nama: string) => addTonggak(ctx, { instansiId, id, nama, tanggal: '2026-06-01' });
	harus(await tonggak('Rancangan'));
	harus(await tonggak('Keliru'));
	const peta = await savePeta(ctx, {
		...{ id: null, instansiId, tahun: 2026, muatan: 'audit_tik', judul: 'Audit', indikator: null },
		...{ unitId: t.unit, kebutuhan: 1n, anggaran: null, subKegiatan: '', tindakanId: null },
	});
	const ubah = await buat('Akan diubah');
	const diubah = (await findTindakan(ctx.db, instansiId, ubah))?.diubah;
	const ada = await findTindakan(ctx.db, instansiId, id);
	Object.assign(bahan, {
		tindakan: String(id),
		tindakanUbah: String(ubah),
		tindakanDiubah: String(diubah?.getTime()),
		tindakanBatal: String(await buat('Akan dibatalkan')),
		tonggak: String(ada?.tonggak[0]?.id),
		tonggakHapus: String(ada?.tonggak[1]?.id),
		peta: String(harus(peta).value.id),
	});
}
