import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPutaran } from '#features/penilaian/open-putaran.ts';
import { buatKota, type KotaUji, titip } from '#features/penilaian/penilaian.testing.ts';
import type { Ctx } from '#platform/ctx.ts';
import { describeDatabase } from '#platform/database/testing.ts';
import { silentLog } from '#platform/log.ts';
import { startClamd } from '#platform/storage/clamav.testing.ts';
import { createPindai } from '#platform/storage/clamav.ts';
import { openBerkas } from './open-berkas.ts';
import { saveBukti } from './save-bukti.ts';
import { scanBerkas } from './scan-berkas.ts';

const dir = mkdtempSync(join(tmpdir(), 'matang-clamd-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe('pemindai virus', () => {
	const pindai = (alamat: string, isi: Buffer) =>
		createPindai(alamat, silentLog)(Readable.from([isi.subarray(0, 70_000), isi.subarray(70_000)]));
	it('membedakan yang bersih dan yang bervirus, lewat TCP dan lewat soket', async () => {
		for (const di of [undefined, join(dir, 'clamd.ctl')]) {
			const clamd = await startClamd('biasa', di);
			expect(await pindai(clamd.alamat, Buffer.alloc(3_000_000, 'bersih '))).toBe('bersih');
			expect(clamd.dipindai()).toBe(3_000_000);
			expect(await pindai(clamd.alamat, Buffer.from('isi VIRUS uji'))).toBe('terinfeksi');
			await clamd.close();
		}
	});
	it.each(['batas', 'putus'] as const)(
		'yang tidak menjawab dengan jelas (%s) berarti belum dipindai',
		async (cara) => {
			const clamd = await startClamd(cara);
			expect(await pindai(clamd.alamat, Buffer.alloc(5_000_000))).toBe('belum');
			await clamd.close();
			expect(await pindai(clamd.alamat, Buffer.from('x'))).toBe('belum');
		},
	);
});

describeDatabase('bukti dengan pemindai virus', (get) => {
	let kota: KotaUji;
	let kori: Ctx;
	let kunci: { instansiId: number; penilaianId: number };
	const simpan = async (ctx: Ctx, isi: string) =>
		await saveBukti(ctx, {
			...kunci,
			indikator: 'I01',
			tingkat: 1,
			judul: 'Perwali',
			berkas: await titip(ctx, isi),
			tautan: '',
			catatan: '',
			penunjuk: '',
			tanggal: null,
			berlakuSampai: null,
			ajukan: true,
		});
	const tanda = async (sha256: string) =>
		(
			await get()
				.ctx.db.selectFrom('berkas')
				.select('tanda')
				.where('instansi_id', '=', kota.id)
				.where('sha256', '=', sha256)
				.executeTakeFirstOrThrow()
		).tanda;

	beforeAll(async () => {
		kota = await buatKota(get().ctx);
		kori = await kota.sebagai('kori', {});
		const buka = await openPutaran(kori, {
			instansiId: kota.id,
			nama: 'Latihan',
			tahun: 2026,
			jenis: 'evaluasi',
			instrumen: 'spbe-2020',
			tahap: [{ tahap: 'mandiri', mulai: '2026-11-01', selesai: '2026-12-15' }],
			dariPenilaianId: null,
		});
		if (!buka.ok) throw new Error(buka.reason);
		kunci = { instansiId: kota.id, penilaianId: buka.value.penilaianId };
	});

	it('yang bervirus ditolak dan keterangannya tersimpan; yang tak terpindai diterima bertanda lalu dipindai ulang', async () => {
		const clamd = await startClamd();
		const pindai = createPindai(clamd.alamat, silentLog);
		expect(await simpan({ ...kori, pindai }, '%PDF-1.7 VIRUS')).toMatchObject({
			ok: true,
			value: { status: 'draf', sha256: null, peringatan: 'berkas_terinfeksi' },
		});
		const mati = { ...kori, pindai: createPindai('127.0.0.1:1', silentLog) };
		const [bersih, virus] = [await simpan(mati, '%PDF-1.7 wajar'), await simpan(mati, '%PDF-1.7 VIRUS baru')];
		if (!bersih.ok || !virus.ok) throw new Error('tidak tersimpan');
		const [a, b] = [bersih.value.sha256 ?? '', virus.value.sha256 ?? ''];
		expect([await tanda(a), await tanda(b)]).toEqual([['belum_dipindai'], ['belum_dipindai']]);
		const buka = () => openBerkas(kori, { ...kunci, buktiId: virus.value.id, revisi: 1 });
		expect((await buka()).ok).toBe(true);
		expect(await scanBerkas({ ...get().ctx, pindai: mati.pindai })).toMatchObject({ value: { belum: 2 } });
		expect(await scanBerkas({ ...get().ctx, pindai })).toEqual({
			ok: true,
			value: { bersih: 1, terinfeksi: [b], belum: 0 },
		});
		expect([await tanda(a), await tanda(b)]).toEqual([[], ['terinfeksi']]);
		expect(await buka()).toEqual({ ok: false, reason: 'berkas_bervirus' });
		expect(await scanBerkas(get().ctx)).toEqual({ ok: false, reason: 'tanpa_pemindai' });
		await clamd.close();
	});
});
