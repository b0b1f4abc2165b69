import { expect, it } from 'vitest';
import { openPutaran } from '#features/penilaian/open-putaran.ts';
import { describeDatabase } from '#platform/database/testing.ts';
import {
	harus,
	mulaiAudit,
	type PanggungAudit,
	panggungAudit,
	siapkanPedoman,
	siapkanProgram,
	ujiDanSimpulkan,
} from '../audit.testing.ts';
import { advanceAudit } from '../kerja/advance-audit.ts';
import { takeBukti } from './take-bukti.ts';
import { bacaTujuan } from './tujuan.rules.ts';
import { unduhAudit, unduhProgram } from './unduh-audit.ts';

async function buka(p: PanggungAudit, instrumen: string): Promise<number> {
	const hasil = await openPutaran(p.koordinator, {
		...{ instansiId: p.instansiId, nama: instrumen, tahun: 2026, jenis: 'evaluasi', instrumen },
		tahap: [{ tahap: 'mandiri', mulai: '2026-11-01', selesai: '2026-12-15' }],
	});
	return harus(hasil).value.penilaianId;
}

describeDatabase('kertas audit sebagai bukti', (get) => {
	it('program, pedoman, surat tugas, dan laporan masuk sekali pada tingkatnya; yang berubah mendapat revisi', async () => {
		const p = await panggungAudit(get().ctx);
		const { instansiId, koordinator } = p;
		const ruang = { id: instansiId, slug: 'kota', nama: 'Kota Uji' };
		const penilaianId = await buka(p, 'spbe-2020');
		const ambil = { ruang, asal: 'I31' as const, penilaianId, tujuan: 'I31', tingkat: null };
		expect(await takeBukti(koordinator, ambil)).toEqual({ ok: false, reason: 'kertas_kosong' });
		const programId = await siapkanProgram(p);
		await siapkanPedoman(p);
		const auditId = await mulaiAudit(p, programId);
		await ujiDanSimpulkan(p, auditId);
		harus(await advanceAudit(p.auditor, { instansiId, auditId, dilaporkan: '2026-11-01' }));
		expect(harus(await takeBukti(koordinator, ambil)).value).toEqual({ baru: 6, diperbarui: 0, tetap: 0 });
		expect(harus(await takeBukti(koordinator, ambil)).value).toEqual({ baru: 0, diperbarui: 0, tetap: 6 });
		const bukti = await koordinator.db
			.selectFrom('bukti')
			.innerJoin('audit_bukti', 'audit_bukti.bukti_id', 'bukti.id')
			.select(['tingkat', 'kunci'])
			.where('penilaian_id', '=', penilaianId)
			.orderBy('huruf')
			.execute();
		expect(bukti.map((b) => `${b.tingkat} ${b.kunci.split('.')[0]}`)).toEqual([
			'1 program',
			'2 program',
			'2 laporan',
			'3 pedoman',
			'3 surat_tugas',
			'3 laporan',
		]);
		harus(await advanceAudit(p.auditor, { instansiId, auditId, dilaporkan: null }));
		await koordinator.db
			.updateTable('audit')
			.set({ kesimpulan: 'Diperbaiki' })
			.where('id', '=', auditId)
			.execute();
		expect(harus(await takeBukti(koordinator, ambil)).value).toEqual({ baru: 0, diperbarui: 2, tetap: 4 });
		expect(await takeBukti(p.auditor, ambil)).toEqual({ ok: false, reason: 'tidak_berwenang' });
		expect(await takeBukti(koordinator, { ...ambil, tujuan: 'I01' })).toEqual({
			ok: false,
			reason: 'bukan_padanan',
		});
		const pemdi = await buka(p, 'pemdi-2026');
		const lain = { ...ambil, penilaianId: pemdi, tujuan: 'I09' };
		expect(await takeBukti(koordinator, lain)).toEqual({ ok: false, reason: 'tingkat_belum_dipilih' });
		expect(harus(await takeBukti(koordinator, { ...lain, tingkat: 3 })).value.baru).toBe(4);
	}, 60_000);

	it('laporan dan program dapat diunduh; yang belum ada ditolak', async () => {
		const p = await panggungAudit(get().ctx);
		const ruang = { id: p.instansiId, slug: 'kota', nama: 'Kota Uji' };
		expect(await unduhProgram(p.auditor, { ruang, format: 'docx' })).toEqual({
			ok: false,
			reason: 'dokumen_tidak_ada',
		});
		const auditId = await mulaiAudit(p);
		const minta = { ruang, auditId, dokumen: 'laporan' as const };
		expect(harus(await unduhAudit(p.auditor, { ...minta, format: 'docx' })).value.nama).toMatch(/\.docx$/);
		expect(await unduhAudit(p.auditor, { ...minta, format: 'xlsx' })).toEqual({
			ok: false,
			reason: 'dokumen_tidak_ada',
		});
		const matriks = harus(
			await unduhAudit(p.auditor, { ...minta, dokumen: 'tindak-lanjut', format: 'xlsx' }),
		).value;
		expect(
			Buffer.from(matriks.isi as Uint8Array)
				.subarray(0, 2)
				.toString(),
		).toBe('PK');
		expect(await unduhAudit(p.operator, { ...minta, format: 'docx' })).toEqual({
			ok: false,
			reason: 'tidak_berwenang',
		});
	}, 60_000);
});

it('tujuan yang tidak terbaca ditolak', () => {
	const form = new FormData();
	form.set('asal', 'I31');
	form.set('ke', '12.I31; drop');
	expect(bacaTujuan(form)).toBeNull();
	form.set('ke', '12.I31');
	expect(bacaTujuan(form)).toEqual({ asal: 'I31', penilaianId: 12, tujuan: 'I31', tingkat: null });
	form.set('asal', 'I01');
	expect(bacaTujuan(form)).toBeNull();
});
