import { describe, expect, it } from 'vitest';
import { projectDir } from '#platform/config.ts';
import { describeDatabase } from '#platform/database/testing.ts';
import { harus, panggungAudit } from '../audit.testing.ts';
import { bacaBarisIndeks, hitungKategori, hitungPutusan, masaIndeks } from './indeks.rules.ts';
import { readAturanIndeks } from './read-aturan-indeks.ts';
import { type IndeksMasukan, readIndeks, saveIndeks, withdrawIndeks } from './save-indeks.ts';

const aturan = readAturanIndeks({ dir: { project: projectDir, data: '/tidak-ada' } });

describe('putusan indeks', () => {
	const [versi] = aturan.versi;
	if (!versi) throw new Error('tanpa versi');
	it.each([
		[247, 'Rendah', 'Tidak Layak'],
		[248, 'Rendah', 'Pemenuhan Kerangka Kerja Dasar'],
		[646, 'Tinggi', 'Pemenuhan Kerangka Kerja Dasar'],
		[647, 'Tinggi', 'Cukup Baik'],
		[864, 'Strategis', 'Cukup Baik'],
		[865, 'Strategis', 'Baik'],
		[918, 'Rendah', 'Baik'],
		[919, 'Rendah', null],
	] as const)('total %i kategori %s: %s', (total, kategori, harap) => {
		expect(hitungPutusan(total, kategori, versi, aturan)).toBe(harap);
	});

	it.each([
		[9, null],
		[15, 'Rendah'],
		[16, 'Tinggi'],
		[35, 'Strategis'],
		[51, null],
	])('skor kategori %i: %s', (skor, harap) => {
		expect(hitungKategori(skor, aturan)).toBe(harap);
	});

	it.each([
		['2025-11-24', 'segera'],
		['2026-06-01', 'berlaku'],
		['2025-11-23', 'lewat'],
		['2026-01-20', 'segera'],
	])('penilaian %s pada 24 November 2026: %s', (tanggal, harap) => {
		expect(masaIndeks(tanggal, '2026-11-24', 12).keadaan).toBe(harap);
	});

	it('tata letak berkas: nama dan nilai, area menurut nomor atau namanya', () => {
		const terbaca = bacaBarisIndeks(
			[
				['Jenis', 'kami'],
				['II', '', '90'],
				['pengelolaan risiko', '60'],
				['Status Kesiapan', 'Baik'],
				['tidak dikenal', '1'],
				['sendiri'],
			],
			aturan.area,
		);
		expect(terbaca).toEqual({ medan: { jenis: 'kami', putusan: 'Baik' }, area: { II: '90', III: '60' } });
	});
});

describeDatabase('indeks keamanan', (get) => {
	it('hasil dicatat dengan putusan menurut ambang, dan yang tidak menjumlah ditolak', async () => {
		const p = await panggungAudit(get().ctx);
		const { instansiId } = p;
		const isi: IndeksMasukan = {
			...{
				instansiId,
				jenis: 'kami',
				versi: '5.0',
				tanggal: '2026-05-01',
				kategori: 'Tinggi',
				skorKategori: 20,
			},
			area: { II: 100, III: 100, IV: 150, V: 150, VI: 100, VII: 60 },
			...{ total: 660, putusan: 'Baik', penilai: '', catatan: '', tautan: '' },
		};
		expect(await saveIndeks(p.auditor, { ...isi, total: 661 })).toEqual({
			ok: false,
			reason: 'indeks_total_salah',
		});
		expect(await saveIndeks(p.auditor, { ...isi, tanggal: '2027-01-01' })).toEqual({
			ok: false,
			reason: 'indeks_tanggal_nanti',
		});
		expect(await saveIndeks(p.auditor, { ...isi, skorKategori: 40 })).toEqual({
			ok: false,
			reason: 'indeks_salah',
		});
		expect(await saveIndeks(p.auditor, { ...isi, area: { II: 660 } })).toEqual({
			ok: false,
			reason: 'indeks_salah',
		});
		expect(await saveIndeks(p.operator, isi)).toEqual({ ok: false, reason: 'tidak_berwenang' });
		const { id, putusanHitung } = harus(await saveIndeks(p.auditor, isi)).value;
		expect(putusanHitung).toBe('Cukup Baik');
		expect(harus(await readIndeks(p.koordinator, instansiId)).value.daftar[0]).toMatchObject({
			total: 660,
			putusan: 'Baik',
			putusanHitung: 'Cukup Baik',
			sampai: '2027-05-01',
			keadaan: 'berlaku',
		});
		harus(await withdrawIndeks(p.koordinator, { instansiId, id }));
		expect(await withdrawIndeks(p.koordinator, { instansiId, id })).toEqual({
			ok: false,
			reason: 'indeks_tidak_ada',
		});
		expect(harus(await readIndeks(p.auditor, instansiId)).value.daftar).toEqual([]);
	});
});
