import { finishMuat } from '#features/audit/akses/finish-muat.ts';
import { openKampanye } from '#features/audit/akses/open-kampanye.ts';
import { readKampanye } from '#features/audit/akses/read-kampanye.ts';
import { uploadAkses } from '#features/audit/akses/upload-akses.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Tempat } from './dunia.ts';
import { harus } from './penyiap.ts';

const ekspor = 'username,nama,status,last login\nsuperadmin,Budi Contoh,aktif,2025-01-01\n';

/** A system of the unit with exports that wait and one that was read, and a campaign. */
export async function susunAkses(ctx: Ctx, t: Tempat, bahan: Record<string, string>): Promise<void> {
	const instansiId = t.a.id;
	const kini = ctx.clock();
	const { id: sistemId } = await ctx.db
		.insertInto('sistem')
		.values({
			...{ instansi_id: instansiId, nama: 'Sistem akses', unit_id: t.unit, kekritisan: 'tinggi', uraian: '' },
			...{ kelas_data: 'terbatas', kategori: null, dibuat: kini, diubah: kini },
			oleh: ctx.who.jenis === 'orang' ? ctx.who.id : 0,
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	const unggah = async () => {
		const berkas = await ctx.berkas.receive(
			[Buffer.from(ekspor)] as unknown as AsyncIterable<Uint8Array>,
			10_000,
		);
		return harus(await uploadAkses(ctx, { instansiId, sistemId, tanggal: '2026-01-01', berkas })).value.id;
	};
	const siap = await unggah();
	harus(await finishMuat(ctx, { instansiId, id: siap, peta: {}, urutan: 'otomatis', publik: null }));
	const buka = async (nama: string) =>
		harus(
			await openKampanye(ctx, { instansiId, muatId: siap, nama, tenggat: '2099-12-31', cakupan: 'semua' }),
		).value.id;
	const kampanye = await buka('Kampanye');
	const isi = harus(await readKampanye(ctx, { instansiId, id: kampanye, halaman: 1 })).value;
	Object.assign(bahan, {
		muatTunggu: String(await unggah()),
		muatBaca: String(await unggah()),
		muatBuang: String(await unggah()),
		muatSiap: String(siap),
		aksesKampanye: String(kampanye),
		aksesTutup: String(await buka('Akan ditutup')),
		aksesButir: String(isi.butir[0]?.id),
	});
}
