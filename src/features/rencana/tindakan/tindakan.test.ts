import { describe, expect, it } from 'vitest';
import { insertPeran } from '#features/akun/peran.store.ts';
import { handOver } from '#features/kerjasama/hand-over.ts';
import { listAntrean } from '#features/penilaian/list-antrean.ts';
import { openPutaran } from '#features/penilaian/open-putaran.ts';
import { buatKota, isiSemua, type KotaUji } from '#features/penilaian/penilaian.testing.ts';
import type { Ctx } from '#platform/ctx.ts';
import { describeDatabase } from '#platform/database/testing.ts';
import { fillPeta } from '../peta/fill-peta.ts';
import { exportPeta, readPeta } from '../peta/read-peta.ts';
import { removePeta, savePeta } from '../peta/save-peta.ts';
import { readPimpinan } from '../pimpinan/read-pimpinan.ts';
import { bacaLapor, bacaTindakan } from './isian-tindakan.ts';
import { listTindakan } from './list-tindakan.ts';
import { readTindakan } from './read-tindakan.ts';
import { reportTindakan } from './report-tindakan.ts';
import { saveTindakan, type TindakanMasukan } from './save-tindakan.ts';
import { addTonggak, removeTonggak, tickTonggak } from './save-tonggak.ts';

type Unit = { id: number; jalur: string };
interface Panggung {
	kota: KotaUji;
	instansiId: number;
	koordinator: Ctx;
	operator: Ctx;
	lain: Ctx;
	dinas: Unit;
	seberang: Unit;
}

async function panggung(ctx: Ctx): Promise<Panggung> {
	const kota = await buatKota(ctx);
	const [dinas, seberang] = [await kota.unit('Dinas A', 'dinas'), await kota.unit('Dinas B', 'dinas')];
	const di = (u: Unit) => ({ peran: 'operator', unitId: u.id, jalur: u.jalur });
	return {
		...{ kota, instansiId: kota.id, dinas, seberang },
		koordinator: await kota.sebagai('koordinator', {}),
		operator: await kota.sebagai('operator', di(dinas)),
		lain: await kota.sebagai('lain', di(seberang)),
	};
}

async function nilai(p: Panggung, isi: string): Promise<void> {
	const buka = await openPutaran(p.koordinator, {
		...{ instansiId: p.instansiId, nama: 'Latihan', tahun: 2026, jenis: 'evaluasi', instrumen: 'spbe-2020' },
		tahap: [{ tahap: 'mandiri', mulai: '2026-11-01', selesai: '2026-12-15' }],
	});
	if (!buka.ok) throw new Error(buka.reason);
	const { penilaianId } = buka.value;
	await isiSemua(p.koordinator, {
		instansiId: p.instansiId,
		penilaianId,
		instrumen: 'spbe-2020',
		nilai: isi,
	});
}

const masukan = (p: Panggung, ubah: Partial<TindakanMasukan> = {}): TindakanMasukan => ({
	...{ instansiId: p.instansiId, ubah: null, tahun: 2026, judul: 'Arsitektur', uraian: '', bukti: 'Perwali' },
	...{ indikator: null, dari: null, ke: null, unitId: p.dinas.id, orangId: null },
	...{ mulai: '2026-10-01', tenggat: '2026-12-01', program: '', kegiatan: '', subKegiatan: 'Sub' },
	...{ kodeRekening: '5.1.02', sumberDana: 'APBD', pagu: 1_500_000n, realisasi: null, menunggu: [] },
	...ubah,
});
async function buat(p: Panggung, ubah: Partial<TindakanMasukan> = {}): Promise<number> {
	const hasil = await saveTindakan(p.koordinator, masukan(p, ubah));
	if (!hasil.ok) throw new Error(hasil.reason);
	return hasil.value.id;
}
const baca = async (ctx: Ctx, p: Panggung, id: number) => {
	const hasil = await readTindakan(ctx, { instansiId: p.instansiId, id });
	if (!hasil.ok) throw new Error(hasil.reason);
	return hasil.value;
};
const catatan = async (p: Panggung, id: number) =>
	(
		await p.koordinator.db
			.selectFrom('activity')
			.select('tindakan')
			.where('objek', '=', `tindakan/${id}`)
			.orderBy('nomor')
			.execute()
	).map((a) => a.tindakan);

describeDatabase('tindakan', (get) => {
	it('koordinator membuat, unitnya melaporkan, dan setiap perubahan tercatat', async () => {
		const p = await panggung(get().ctx);
		const id = await buat(p);
		const { instansiId } = p;
		const lapor = await reportTindakan(p.operator, {
			...{ instansiId, id, keadaan: 'berjalan', kemajuan: 40, realisasi: 2_000_000n },
		});
		expect(lapor).toEqual({
			ok: true,
			value: { keadaan: 'berjalan', peringatan: ['realisasi_melebihi_pagu'] },
		});
		expect(
			await addTonggak(p.operator, { instansiId, id, nama: 'Rancangan', tanggal: '2026-11-01' }),
		).toEqual({
			ok: true,
		});
		const { tindakan, peringatan } = await baca(p.operator, p, id);
		expect(peringatan).toEqual(['realisasi_melebihi_pagu']);
		expect(tindakan).toMatchObject({
			kemajuan: 40,
			realisasi: 2_000_000n,
			pagu: 1_500_000n,
			unit: 'Dinas A',
		});
		const tonggakId = tindakan.tonggak[0]?.id ?? 0;
		expect(await tickTonggak(p.operator, { instansiId, id, tonggakId, selesai: true })).toEqual({ ok: true });
		expect((await baca(p.operator, p, id)).tindakan.tonggak[0]?.selesai).toBe(true);
		expect(await removeTonggak(p.operator, { instansiId, id, tonggakId })).toEqual({ ok: true });
		expect(await removeTonggak(p.operator, { instansiId, id, tonggakId })).toMatchObject({
			reason: 'tonggak_tidak_ada',
		});
		await reportTindakan(p.operator, { instansiId, id, keadaan: 'selesai' });
		const selesai = (await baca(p.operator, p, id)).tindakan;
		expect([selesai.kemajuan, selesai.selesai !== null]).toEqual([100, true]);
		await reportTindakan(p.operator, { instansiId, id, keadaan: 'selesai' });
		expect(await catatan(p, id)).toEqual([
			'tindakan.buat',
			'tindakan.lapor',
			'tindakan.tonggak',
			'tindakan.tonggak_selesai',
			'tindakan.tonggak_hapus',
			'tindakan.lapor',
		]);
		const kabar = await p.koordinator.db
			.selectFrom('pemberitahuan')
			.select('tujuan')
			.where('instansi_id', '=', instansiId)
			.execute();
		expect(kabar).toEqual([]); // nobody holds a stored role here
	});

	it('unit lain tidak melihat dan tidak mengubah; unit sendiri tidak membuat dan tidak membatalkan', async () => {
		const p = await panggung(get().ctx);
		const { instansiId } = p;
		const id = await buat(p);
		const daftar = async (ctx: Ctx) => {
			const hasil = await listTindakan(ctx, instansiId);
			return hasil.ok ? [hasil.value.daftar.map((t) => t.id), hasil.value.prakiraan !== null] : hasil.reason;
		};
		expect(await daftar(p.koordinator)).toEqual([[id], true]);
		expect(await daftar(p.operator)).toEqual([[id], false]);
		expect(await daftar(p.lain)).toEqual([[], false]);
		expect(await daftar({ ...p.lain, who: { jenis: 'publik' } })).toBe('belum_masuk');
		const tolak = { ok: false, reason: 'tidak_berwenang' };
		expect(await readTindakan(p.lain, { instansiId, id })).toEqual(tolak);
		expect(await reportTindakan(p.lain, { instansiId, id, keadaan: 'selesai' })).toEqual(tolak);
		expect(await addTonggak(p.lain, { instansiId, id, nama: 'x', tanggal: '2026-11-01' })).toEqual(tolak);
		expect(await saveTindakan(p.operator, masukan(p))).toEqual(tolak);
		expect(await reportTindakan(p.operator, { instansiId, id, keadaan: 'batal' })).toMatchObject({
			reason: 'batal_hanya_pengelola',
		});
		const asesor = await p.kota.sebagai('asesor', { peran: 'asesor_eksternal' });
		expect(await daftar(asesor)).toBe('tidak_berwenang');
		expect(await catatan(p, id)).toEqual(['tindakan.buat']);
		const kota = await panggung(get().ctx);
		expect(await readTindakan(kota.koordinator, { instansiId: kota.instansiId, id })).toMatchObject({
			reason: 'tindakan_tidak_ada',
		});
	});

	it('antrean memuat tindakan sendiri dan tindakan unit menurut tenggat, dan serah terima memindahkannya', async () => {
		const p = await panggung(get().ctx);
		const idOf = (ctx: Ctx) => (ctx.who.jenis === 'orang' ? ctx.who.id : 0);
		const antrean = async (ctx: Ctx) =>
			(await listAntrean(ctx, p.instansiId)).antrean
				.filter((a) => a.jenis === 'tindakan')
				.map((a) => [a.pendek, a.tujuan, a.sisaHari]);
		const rekan = await p.kota.sebagai('rekan', {
			...{ peran: 'operator', unitId: p.dinas.id, jalur: p.dinas.jalur },
		});
		for (const orang of [p.operator, rekan])
			await insertPeran(get().ctx.db, {
				...{ orangId: idOf(orang), peran: 'operator', instansiId: p.instansiId, unitId: p.dinas.id },
				...{ diberi: get().ctx.clock(), oleh: null },
			});
		const kini = get().ctx.clock().toISOString().slice(0, 10);
		const hari = (n: number) => new Date(Date.parse(kini) + n * 86_400_000).toISOString().slice(0, 10);
		const unit = await buat(p, { judul: 'Unit', tenggat: hari(9) });
		const telat = await buat(p, { judul: 'Telat', mulai: hari(-40), tenggat: hari(-3) });
		await buat(p, { judul: 'Nanti', mulai: hari(60), tenggat: hari(90) });
		await buat(p, { judul: 'Seberang', unitId: p.seberang.id });
		const dia = await buat(p, { judul: 'Dia', orangId: idOf(p.operator), tenggat: hari(20) });
		const bersama = [
			['Telat', `/tindakan/${telat}`, -3],
			['Unit', `/tindakan/${unit}`, 9],
		];
		expect(await antrean(p.operator)).toEqual([...bersama, ['Dia', `/tindakan/${dia}`, 20]]);
		expect(await antrean(rekan)).toEqual(bersama);
		expect((await antrean(p.lain)).map(([judul]) => judul)).toEqual(['Seberang']);
		expect(await antrean(p.koordinator)).toEqual([]);
		const selesai = { instansiId: p.instansiId, id: telat, keadaan: 'selesai', kemajuan: 100 } as const;
		expect((await reportTindakan(p.operator, { ...selesai, realisasi: null })).ok).toBe(true);
		const admin = await p.kota.sebagai('admin', { peran: 'admin_instansi' });
		const serah = { instansiId: p.instansiId, slug: 'x', dariId: idOf(p.operator), kepadaId: idOf(rekan) };
		expect(await handOver(admin, serah)).toMatchObject({ ok: true, value: { tindakan: 1 } });
		expect(await antrean(rekan)).toEqual([bersama[1], ['Dia', `/tindakan/${dia}`, 20]]);
		expect((await baca(p.koordinator, p, telat)).tindakan.orangId).toBeNull();
	});
	it('lingkaran ditolak dengan menyebut tindakannya, rujukan yang tidak ada disebut', async () => {
		const p = await panggung(get().ctx);
		const a = await buat(p, { judul: 'A' });
		const b = await buat(p, { judul: 'B', menunggu: [a] });
		const c = await buat(p, { judul: 'C', menunggu: [b] });
		const { diubah } = (await baca(p.koordinator, p, a)).tindakan;
		const ubah = { id: a, diubah: diubah.getTime() };
		expect(await saveTindakan(p.koordinator, masukan(p, { judul: 'A', ubah, menunggu: [c] }))).toEqual({
			ok: false,
			reason: 'lingkaran',
			lingkaran: ['A', 'C', 'B', 'A'],
		});
		expect(await saveTindakan(p.koordinator, masukan(p, { judul: 'A', ubah, menunggu: [a] }))).toMatchObject({
			lingkaran: ['A', 'A'],
		});
		const coba = async (isi: Partial<TindakanMasukan>) => {
			const hasil = await saveTindakan(p.koordinator, masukan(p, isi));
			return hasil.ok ? 'ok' : hasil.reason;
		};
		expect(await coba({ menunggu: [999_999] })).toBe('syarat_tidak_ada');
		expect(await coba({ unitId: 999_999 })).toBe('unit_tidak_ada');
		expect(await coba({ orangId: 999_999 })).toBe('orang_tidak_ada');
		expect(await coba({ indikator: 'I11', ke: 300 })).toBe('indikator_tidak_ada'); // no assessment yet
		expect(await coba({ ubah: { id: 999_999, diubah: 0 } })).toBe('tindakan_tidak_ada');
		expect(await coba({ ubah: { id: a, diubah: 1 } })).toBe('bentrok_tindakan');
		expect(await coba({ judul: 'A2', ubah })).toBe('ok');
		expect((await baca(p.koordinator, p, b)).menunggu.map((t) => t.judul)).toEqual(['A2']);
	});

	it('prakiraan, halaman pimpinan, dan tiga keputusannya mengikuti tindakan', async () => {
		const p = await panggung(get().ctx);
		const { instansiId } = p;
		await nilai(p, '2');
		await buat(p, { judul: 'Terlambat', indikator: 'I31', dari: 200, ke: 300, tenggat: '2026-11-20' });
		const tepat = await buat(p, { judul: 'Tepat', indikator: 'I11', dari: 200, ke: 300 });
		await buat(p, {
			judul: 'Tanpa unit',
			indikator: 'I12',
			dari: 200,
			ke: 300,
			unitId: null,
			tenggat: '2026-12-16',
		});
		const pimpinan = await p.kota.sebagai('wali', { peran: 'pimpinan' });
		const halaman = async () => {
			const hasil = await readPimpinan(pimpinan, instansiId);
			if (!hasil.ok) throw new Error(hasil.reason);
			return hasil.value;
		};
		const satu = await halaman();
		expect(satu.indeks).toMatchObject({ nilai: '2.00', tahun: 2026, sumber: 'Latihan', resmi: false });
		expect(satu.prakiraan).toMatchObject({ kini: '2.00', nanti: '2.03', naik: '0.025', hilang: '0.040' });
		expect(satu.prakiraan.batas).toEqual({ tanggal: '2026-12-15', putaran: 'Latihan' });
		expect(satu.keputusan.map((k) => k.jenis)).toEqual([
			'tetapkan_sasaran',
			'perintahkan_unit',
			'tunjuk_unit',
		]);
		expect(satu.keputusan[1]).toMatchObject({ unit: 'Dinas A', banyak: 1, hari: 4, poin: '0.015' });
		expect(satu.telat).toMatchObject([{ unit: 'Dinas A', tindakan: 1, hari: 4 }]);
		expect(satu.penahan.length).toBe(3);
		await p.koordinator.db
			.insertInto('sasaran')
			.values({
				...{ instansi_id: instansiId, tahun: 2026, simpul: 'indeks', nilai: 320, alasan: '' },
				...{
					waktu: p.koordinator.clock(),
					oleh: p.koordinator.who.jenis === 'orang' ? p.koordinator.who.id : 0,
				},
			})
			.execute();
		await reportTindakan(p.koordinator, { instansiId, id: tepat, keadaan: 'batal' });
		const dua = await halaman();
		expect(dua.sasaran).toMatchObject({ nilai: 320, tahun: 2026 });
		expect(dua.prakiraan.nanti).toBe('2.00');
		expect(dua.keputusan.map((k) => k.jenis)).toEqual(['perintahkan_unit', 'tunjuk_unit', 'tambah_tindakan']);
		expect(await readPimpinan(p.operator, instansiId)).toMatchObject({ reason: 'tidak_berwenang' });
	});

	it('peta rencana terisi dari tindakan sekali saja, diubah, dihapus, dan diunduh aman', async () => {
		const p = await panggung(get().ctx);
		const { instansiId } = p;
		await nilai(p, '2');
		const id = await buat(p, { judul: '=SUM(A1)', indikator: 'I31', ke: 300 });
		expect(await fillPeta(p.operator, instansiId)).toMatchObject({ reason: 'tidak_berwenang' });
		expect(await fillPeta(p.koordinator, instansiId)).toEqual({ ok: true, value: { baru: 1 } });
		expect(await fillPeta(p.koordinator, instansiId)).toEqual({ ok: true, value: { baru: 0 } });
		const isi = {
			...{ id: null, instansiId, tahun: 2026, muatan: 'aplikasi' as const, judul: 'Portal', indikator: null },
			...{ unitId: p.seberang.id, kebutuhan: 10n, anggaran: 4n, subKegiatan: '', tindakanId: null },
		};
		const simpan = await savePeta(p.koordinator, isi);
		const peta = async (ctx: Ctx) => {
			const hasil = await readPeta(ctx, instansiId);
			if (!hasil.ok) throw new Error(hasil.reason);
			return hasil.value;
		};
		const penuh = await peta(p.koordinator);
		expect(penuh.baris.map((b) => [b.muatan, b.judul, b.tindakanId])).toEqual([
			['aplikasi', 'Portal', null],
			['audit_tik', '=SUM(A1)', id],
		]);
		expect(penuh.masalah?.map((m) => m.jenis).slice(0, 2)).toEqual([
			'melebihi_anggaran',
			'tanpa_sub_kegiatan',
		]);
		expect((await peta(p.lain)).baris.map((b) => b.judul)).toEqual(['Portal']);
		const csv = await exportPeta(p.koordinator, { instansiId, slug: 'kota', format: 'csv' });
		expect(csv.ok && csv.value.isi).toContain(
			"audit_tik,'=SUM(A1),I31,Dinas A,1500000,1500000,Sub,'=SUM(A1)",
		);
		const xlsx = await exportPeta(p.koordinator, { instansiId, slug: 'kota', format: 'xlsx' });
		expect(xlsx.ok && xlsx.value.isi.length).toBeGreaterThan(1000);
		const petaId = simpan.ok ? simpan.value.id : 0;
		expect(await savePeta(p.koordinator, { ...isi, id: petaId, anggaran: 10n })).toMatchObject({ ok: true });
		expect(await savePeta(p.koordinator, { ...isi, tindakanId: 999_999 })).toMatchObject({
			reason: 'tindakan_tidak_ada',
		});
		expect(await removePeta(p.operator, { instansiId, id: petaId })).toMatchObject({
			reason: 'tidak_berwenang',
		});
		expect(await removePeta(p.koordinator, { instansiId, id: petaId })).toEqual({ ok: true });
		expect(await removePeta(p.koordinator, { instansiId, id: petaId })).toMatchObject({
			reason: 'peta_tidak_ada',
		});
	});
});

describe('formulir tindakan', () => {
	const form = (isi: Record<string, string>) => {
		const f = new FormData();
		const dasar = { judul: 'A', tahun: '2026', mulai: '2026-01-01', tenggat: '2026-02-01' };
		for (const [k, v] of Object.entries({ ...dasar, ...isi })) f.append(k, v);
		return f;
	};
	it.each([
		[{ judul: ' ' }, 'judul'],
		[{ tahun: '26' }, 'tahun'],
		[{ mulai: '2026-02-30' }, 'mulai'],
		[{ tenggat: '31/12/2026' }, 'tenggat'],
		[{ tenggat: '2025-12-31' }, 'tenggat_sebelum'],
		[{ indikator: 'I01', ke: '6' }, 'ke'],
		[{ indikator: 'I01', dari: 'satu', ke: '2' }, 'dari'],
		[{ indikator: 'I01' }, 'ke_kosong'],
		[{ indikator: 'I01', dari: '3', ke: '3' }, 'ke_tidak_naik'],
		[{ pagu: '1.5' }, 'pagu'],
		[{ realisasi: '1,5 juta' }, 'realisasi'],
	])('%j ditolak karena %s', (isi, medan) =>
		expect(bacaTindakan(form(isi as Record<string, string>))).toEqual({ ok: false, salah: [medan] }),
	);
	it('membaca tingkat, uang, dan tindakan yang ditunggu', () => {
		const f = form({ indikator: 'I01', dari: '1', ke: '2,5', pagu: 'Rp 1.500.000', menunggu: '7' });
		expect(bacaTindakan(f)).toMatchObject({
			ok: true,
			value: { dari: 100, ke: 250, pagu: 1_500_000n, realisasi: null, menunggu: [7], ubah: null },
		});
	});
	it('laporan tanpa medan uang membiarkan realisasi', () => {
		const f = new FormData();
		f.append('keadaan', 'selesai');
		expect(bacaLapor(f)).toEqual({ ok: true, value: { keadaan: 'selesai' } });
		f.append('kemajuan', '101');
		expect(bacaLapor(f)).toEqual({ ok: false, salah: ['kemajuan'] });
	});
});
