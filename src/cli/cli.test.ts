import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { projectDir } from '#platform/config.ts';
import { controlPath } from '#platform/control/control-path.ts';
import { type Site, startSite } from '../../test/journey/site.ts';

const cwd = mkdtempSync(join(tmpdir(), 'matang-perintah-'));
const dataDir = join(cwd, 'data');
let site: Site | undefined;
afterAll(async () => {
	await site?.stop();
	rmSync(cwd, { recursive: true, force: true });
});

interface Akhir {
	kode: number | null;
	keluaran: string;
	pesan: string;
}

/** Runs the real command line on the shared data directory; `baca: false` hangs up at the first byte. */
function matang(argv: string[], { baca = true } = {}): Promise<Akhir> {
	const child = spawn(process.execPath, [join(projectDir, 'src', 'cli', 'main.ts'), ...argv], {
		cwd,
		env: { ...process.env, MATANG_DATA_DIR: dataDir, DATABASE_URL: '' },
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let [keluaran, pesan] = ['', ''];
	child.stdout.setEncoding('utf8').on('data', (bagian: string) => {
		keluaran += bagian;
		if (!baca) child.stdout.destroy();
	});
	child.stderr.setEncoding('utf8').on('data', (bagian: string) => {
		pesan += bagian;
	});
	return new Promise((resolve) => child.once('close', (kode) => resolve({ kode, keluaran, pesan })));
}

const kepala =
	'year,institution,type,province,index,predicate,source,d1_kebijakan,d2_tata_kelola,d3_manajemen,d4_layanan,note';
const baris = '2025,Kota Balikpapan,kota,Kalimantan Timur,4.00,Sangat Baik,Uji,4.00,4.00,4.00,4.00,';

describe('baris perintah', () => {
	let sebelum = '';

	it('menyiapkan direktori data yang baru, lalu menjawab: data di stdout, kemajuan di stderr', async () => {
		const argv = ['peringkat', '--tahun', '2024', '--provinsi', 'Kalimantan Timur', '--format', 'json'];
		const { kode, keluaran, pesan } = await matang(argv);
		expect(kode).toBe(0);
		expect(pesan).toContain('Memuat');
		const daftar = JSON.parse(keluaran);
		expect(daftar).toHaveLength(11);
		expect(daftar[0]).toMatchObject({
			peringkat: 1,
			instansi: 'Kota Balikpapan',
			slug: 'kota-balikpapan',
			indeks: '3.96',
			predikat: 'Sangat Baik',
		});
		expect(daftar.map((d: { slug: string }) => d.slug)).toContain('provinsi-kalimantan-timur');
	}, 60_000);

	it('mengekspor semuanya, dan memuatnya kembali tidak mengubah apa pun', async () => {
		const ekspor = await matang(['export']);
		expect([ekspor.kode, ekspor.pesan]).toEqual([0, '']);
		sebelum = ekspor.keluaran;
		expect(sebelum.split('\r\n').length).toBeGreaterThan(1200);
		writeFileSync(join(cwd, 'semua.csv'), sebelum);
		const impor = await matang(['import', 'hasil', 'semua.csv', '--format', 'json']);
		expect(JSON.parse(impor.keluaran)).toMatchObject({ ok: true, baru: 0, koreksi: 0, ditolak: 0 });
	}, 60_000);

	it.each([
		[['peringkat', '--asing'], 'Pilihan --asing tidak dikenal.'],
		[['peringkat', '--tahun'], 'Pilihan --tahun memerlukan nilai.'],
		[['import', 'hasil', 'a.csv', '--sebagian=ya'], 'Pilihan --sebagian tidak memakai nilai.'],
		[['import', 'hasil'], 'matang import hasil BERKAS'],
		[['import'], 'matang import hasil BERKAS'],
		[['entah'], 'tidak dikenal'],
	])(
		'salah pakai %j dijawab dalam bahasa Indonesia dengan cara pakainya, keluar 2',
		async (argv, kalimat) => {
			const { kode, keluaran, pesan } = await matang(argv);
			expect([kode, keluaran]).toEqual([2, '']);
			expect(pesan).toContain(kalimat);
			expect(pesan).not.toMatch(/option|argument/i);
		},
	);

	it('menjelaskan sekelompok perintah dengan --help', async () => {
		const { kode, keluaran } = await matang(['instrumen', '--help']);
		expect(kode).toBe(0);
		expect(keluaran).toContain('matang instrumen check');
		expect(keluaran).toContain('matang instrumen list');
	});

	it('menolak peringkat tahun tak lengkap dan provinsi yang tidak ada, tanpa keluaran', async () => {
		const tahun = await matang(['peringkat', '--tahun', '2022']);
		expect([tahun.kode, tahun.keluaran]).toEqual([1, '']);
		expect(tahun.pesan).toContain('2023, 2024');
		const provinsi = await matang(['peringkat', '--provinsi', 'Atlantis']);
		expect([provinsi.kode, provinsi.keluaran]).toEqual([1, '']);
	}, 60_000);
});

describe('baris perintah di samping peladen yang memegang basis data', () => {
	it('bekerja lewat peladen dan memberi byte yang sama', async () => {
		site = await startSite({ DATABASE_URL: '' }, dataDir);
		expect(statSync(controlPath(dataDir)).mode & 0o777).toBe(0o600);
		const tanpa = (await matang(['export'])).keluaran;
		expect(tanpa.length).toBeGreaterThan(200_000);
		expect(tanpa === readFileSync(join(cwd, 'semua.csv'), 'utf8')).toBe(true);
		const doctor = await matang(['doctor', '--format', 'json']);
		expect([doctor.kode, JSON.parse(doctor.keluaran).baik]).toEqual([0, true]);
	}, 60_000);

	it('memuat berkas bernama relatif, dan halaman langsung memakainya', async () => {
		writeFileSync(join(cwd, 'baru.csv'), `${kepala}\n${baris}\n`);
		const { kode, keluaran } = await matang(['import', 'hasil', 'baru.csv']);
		expect([kode, keluaran]).toEqual([0, 'Dimuat: 1 baru, 0 koreksi, 0 sama, 0 ditolak.\n']);
		const jawaban = await fetch(`${site?.url}/api/v1/hasil?tahun=2025&instansi=kota-balikpapan`);
		expect(await jawaban.json()).toMatchObject({ total: 1, data: [{ diumumkan: { indeks: '4.00' } }] });
	}, 60_000);

	it('menyebut baris dan kolom yang salah, keluar dengan 1, dan tidak menulis apa pun', async () => {
		writeFileSync(join(cwd, 'salah.csv'), `${kepala}\n${baris.replace('4.00,Sangat', '5.01,Sangat')}\n`);
		const { kode, keluaran, pesan } = await matang(['import', 'hasil', 'salah.csv']);
		expect([kode, keluaran]).toEqual([1, '']);
		expect(pesan).toMatch(/baris 2.*index/);
		expect((await matang(['import', 'hasil', 'tidak-ada.csv'])).kode).toBe(1);
	}, 60_000);

	it('menulis berkas di tempat perintah diketik', async () => {
		const { kode } = await matang(['export', '--format', 'xlsx', '--keluar', 'hasil.xlsx']);
		expect(kode).toBe(0);
		expect(readFileSync(join(cwd, 'hasil.xlsx')).subarray(0, 2).toString()).toBe('PK');
		expect((await matang(['export', '--format', 'xlsx'])).kode).toBe(2);
	}, 60_000);

	it('tidak terganggu pembaca yang pergi di tengah keluaran, atau pemisah baris Unicode', async () => {
		expect((await matang(['export'], { baca: false })).kode).toBe(0);
		const { kode, pesan } = await matang(['cari', 'zzz\u2028zzz']);
		expect(kode).toBe(1);
		expect(pesan).toContain('zzz\u2028zzz');
	}, 60_000);

	it('memeriksa keutuhan catatan aktivitas lewat peladen yang berjalan', async () => {
		const { kode, keluaran } = await matang(['verify', 'activity', '--format', 'json']);
		expect([kode, JSON.parse(keluaran)]).toEqual([
			0,
			{ utuh: true, rantai: 0, baris: 0, titik: 0, masalah: [] },
		]);
		expect((await matang(['verify', 'lain'])).kode).toBe(2);
	}, 60_000);

	it('melihat data yang sama sesudah peladen berhenti', async () => {
		await site?.stop();
		site = undefined;
		const { keluaran } = await matang(['export', '--tahun', '2025']);
		expect(keluaran).toContain('Kota Balikpapan');
	}, 60_000);
});
