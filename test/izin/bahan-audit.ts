import { saveIzin } from '#features/audit/sistem/izin-sistem.ts';
import { insertPeriksa } from '#features/audit/sistem/periksa.store.ts';
import { saveSistem } from '#features/audit/sistem/save-sistem.ts';
import { findSistem } from '#features/audit/sistem/sistem.store.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Tempat } from './dunia.ts';
import { harus } from './penyiap.ts';

/** Systems of the unit with a result, and a permit to be revoked. */
export async function susunAudit(ctx: Ctx, t: Tempat, bahan: Record<string, string>): Promise<void> {
	const instansiId = t.a.id;
	const buat = async (nama: string) =>
		harus(
			await saveSistem(ctx, {
				...{
					instansiId,
					ubah: null,
					nama,
					uraian: '',
					unitId: t.unit,
					kekritisan: 'sedang',
					kelasData: 'terbuka',
				},
				...{ kategori: null, aktif: true, alamat: [{ host: 'a.invalid', porta: 443 }] },
			}),
		).value.id;
	const id = await buat('Portal');
	const ubah = await buat('Akan diubah');
	const izin = await saveIzin(ctx, {
		...{ instansiId, nomor: '1', pemberi: 'Kepala Dinas', sasaran: ['b.invalid:443'], tambahan: [] },
		...{ berlakuDari: '2026-01-01', berlakuSampai: '2026-12-31' },
	});
	const periksa = await insertPeriksa(ctx.db, {
		...{
			instansiId,
			sistemId: id,
			host: 'a.invalid',
			porta: 443,
			izinId: null,
			pekerjaanId: null,
			oleh: null,
		},
		...{ waktu: ctx.clock(), keadaan: 'ditolak', alasan: 'di_luar_izin', alamat: '', nilai: null, hasil: [] },
		...{ fakta: {}, sambungan: [], sertifikatSampai: null, perubahan: [] },
	});
	Object.assign(bahan, {
		sistem: String(id),
		sistemUbah: String(ubah),
		sistemDiubah: String((await findSistem(ctx.db, instansiId, ubah))?.diubah.getTime()),
		izinCabut: String(harus(izin).value.id),
		periksa: String(periksa),
	});
}
