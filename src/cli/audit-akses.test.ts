import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { eksporUji, pegawaiUji } from '#features/audit/akses/akses.testing.ts';
import { runCli } from './run.ts';

const cwd = mkdtempSync(join(tmpdir(), 'matang-cli-akses-'));
afterAll(() => rmSync(cwd, { recursive: true, force: true }));
const tulis = (nama: string, isi: string) => writeFileSync(join(cwd, nama), isi);
tulis('pegawai.csv', pegawaiUji);
tulis('akun.csv', eksporUji([{ nama_akun: 'superadmin', terakhir_masuk: '2026-01-01' }], ['mfa']));

async function jalankan(...argv: string[]) {
	const [out, err]: [string[], string[]] = [[], []];
	const kode = await runCli(['audit', 'akses', ...argv], {
		cwd,
		out: (t) => void out.push(t),
		err: (t) => void err.push(t),
		openApp: () => Promise.reject(new Error('tidak perlu basis data')),
	});
	return { kode, out: out.join(''), err: err.join('') };
}
const dua = ['--akun', 'akun.csv', '--pegawai', 'pegawai.csv', '--tanggal', '2026-11-25'];

describe('matang audit akses', () => {
	it('menulis temuan sebagai JSON dan yang tidak diuji ke keluaran galat', async () => {
		const { kode, out, err } = await jalankan(...dua, '--format', 'json');
		expect(kode).toBe(0);
		expect(JSON.parse(out)).toEqual([
			{
				...{ aturan: 'ACC-01', akun: 'superadmin', sistem: 'SIMDA', keparahan: 'tinggi' },
				alasan: 'Akun aktif terakhir dipakai 1 Januari 2026, 328 hari lalu; ambangnya 45 hari.',
			},
		]);
		expect(err).toContain('ACC-08 tidak diuji: tidak ada mfa');
	});
	it('memakai peta: kolom, ambang, dan pasangan', async () => {
		tulis(
			'peta.json',
			JSON.stringify({ ambang: { 'ACC-01': { hari: 400 } }, akun: { nama_akun: 'nama_akun' } }),
		);
		expect(JSON.parse((await jalankan(...dua, '--peta', 'peta.json')).out)).toEqual([]);
	});
	it.each([
		[['--akun', 'akun.csv'], 2, 'daftar pegawainya'],
		[[...dua, '--format', 'xml'], 2, 'tidak dikenal'],
		[['--akun', 'tidak.csv', '--pegawai', 'pegawai.csv'], 1, 'Berkas tidak ada'],
		[['--akun', 'akun.csv', '--pegawai', 'pegawai.csv', '--tanggal', '31/12/2026'], 2, 'bukan tanggal'],
	])('%j keluar dengan %i', async (argv, harap, kalimat) => {
		const { kode, out, err } = await jalankan(...argv);
		expect([kode, out]).toEqual([harap, '']);
		expect(err).toContain(kalimat);
	});
	it.each([
		['{', 'bukan JSON'],
		['{"akun": {"entah": "x"}}', 'akun.entah tidak dikenal'],
		['{"ambang": {"ACC-01": {"entah": 1}}}', 'Ambang tidak dikenal: ACC-01.entah'],
		['{"lain": 1}', 'lain'],
	])('peta %s ditolak dengan sebabnya', async (isi, kalimat) => {
		tulis('buruk.json', isi);
		const { kode, err } = await jalankan(...dua, '--peta', 'buruk.json');
		expect(kode).toBe(1);
		expect(err).toContain(kalimat);
	});
});
