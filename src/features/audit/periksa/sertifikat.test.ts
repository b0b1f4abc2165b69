import { createServer as createHttps, type ServerOptions } from 'node:https';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { alatUji, Kandang, Pabrik, periksaUji } from './periksa.testing.ts';

const pabrik = new Pabrik();
const kandang = new Kandang();
afterEach(() => kandang.kosongkan());
afterAll(() => pabrik.buang());
const NAMA = 'app.kota.go.id';

async function lihat(pasang: ServerOptions, ubah: Parameters<typeof alatUji>[1] = {}) {
	const server = createHttps({ ...pasang }, (_, jawab) => jawab.end('<html><title>Kota</title>'));
	const porta = await kandang.dengar(server);
	const setelan = { ca: [pabrik.pem('ca')], nama: { [NAMA]: ['127.0.0.1'] }, ...ubah };
	const { alat } = alatUji([`127.0.0.1:${porta}`], setelan);
	return await periksaUji(alat, `${NAMA}:${porta}`);
}

describe('sertifikat', () => {
	it('yang baik memenuhi rantai, masa, dan kunci', async () => {
		const { di, fakta } = await lihat(pabrik.terbit('baik', `DNS:${NAMA}`));
		for (const id of ['TLS-05', 'TLS-06', 'TLS-07']) expect(di(id).status).toBe('LULUS');
		expect(di('TLS-11')).toMatchObject({ status: 'TIDAK BERLAKU' });
		expect(fakta.aman).toMatchObject({
			value: { jabat: { sertifikat: { kunci: { jenis: 'ec', kurva: 'prime256v1' } } } },
		});
	});

	it('nama lain, tanda tangan sendiri, akar asing, dan kedaluwarsa masing-masing disebut', async () => {
		const nama = await lihat(pabrik.terbit('nama', 'DNS:lain.kota.go.id'));
		expect(nama.di('TLS-05')).toMatchObject({
			status: 'GAGAL',
			kata: 'namaSalah',
			isi: [NAMA, 'DNS:lain.kota.go.id'],
		});
		const mandiri = await lihat(pabrik.terbit('mandiri', `DNS:${NAMA}`, { mandiri: true }));
		expect(mandiri.di('TLS-05')).toMatchObject({ status: 'GAGAL', kata: 'rantaiMandiri' });
		const asing = await lihat(pabrik.terbit('asing', `DNS:${NAMA}`), { ca: undefined });
		expect(asing.di('TLS-05')).toMatchObject({ status: 'GAGAL', kata: 'rantaiPutus' });
		const lewat = await lihat(pabrik.terbit('lewat', `DNS:${NAMA}`, { sampai: '20260301000000Z' }));
		expect(lewat.di('TLS-05')).toMatchObject({ status: 'GAGAL', kata: 'rantaiKedaluwarsa' });
		expect(lewat.di('TLS-06')).toMatchObject({ status: 'GAGAL', kata: 'masaLewat', isi: ['2026-03-01'] });
		const belum = await lihat(pabrik.terbit('belum', `DNS:${NAMA}`, { dari: '20340101000000Z' }));
		expect(belum.di('TLS-05')).toMatchObject({ status: 'GAGAL', kata: 'rantaiBelumBerlaku' });
	});

	it.each([
		['2034-12-31', 'TLS-06', 'GAGAL', 'masaKritis'],
		['2034-12-10', 'TLS-06', 'INFO', 'masaSisa'],
		['2034-11-01', 'TLS-06', 'LULUS', 'masaSisa'],
		['2035-01-02', 'TLS-06', 'GAGAL', 'masaLewat'],
	])('pada %s masa berlakunya: %s %s', async (hari, id, status, kata) => {
		const pasang = pabrik.terbit(`masa${hari}`, `DNS:${NAMA}`);
		const { di } = await lihat(pasang, { clock: () => new Date(`${hari}T00:00:00Z`) });
		expect(di(id)).toMatchObject({ status, kata });
	});

	it.each([
		[['-newkey', 'rsa:1024'], 'sha256', 'GAGAL', 'kunciLemah'],
		[['-newkey', 'rsa:2048'], 'sha256', 'LULUS', 'kunciBertahap'],
		[['-newkey', 'rsa:3072'], 'sha256', 'LULUS', 'kunciBaik'],
		[['-newkey', 'rsa:3072'], 'sha1', 'GAGAL', 'tandaTanganLemah'],
		[['-newkey', 'ed25519'], 'sha256', 'LULUS', 'kunciBaik'],
	])('kunci %j dengan %s: %s', async (kunci, md, status, kata) => {
		const pasang = pabrik.terbit(`k${kunci[1]?.replace(':', '')}${md}`, `DNS:${NAMA}`, { kunci, md });
		const { di } = await lihat({ ...pasang, ciphers: 'DEFAULT:@SECLEVEL=0' });
		expect(di('TLS-07')).toMatchObject({ status, kata });
	});
});
