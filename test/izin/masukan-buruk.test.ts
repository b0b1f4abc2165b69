import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import yazl from 'yazl';
import { issueTautan } from '#features/akun/issue-tautan.ts';
import { upsertSandi } from '#features/akun/orang.store.ts';
import { hashSandi } from '#features/akun/sandi.ts';
import { type Site, startSite } from '../journey/site.ts';
import { type Dunia, susunDunia } from './dunia.ts';
import { isikan } from './jalan.ts';
import { tabel } from './tabel.ts';

const HARI = 86_400_000;
const sandi = 'sepeda biru di tepi laut';
/** Stored as it stands, shown as text. */
const jahat = (n: number) =>
	`<script>alert('x${n}')</script>"><img src=x onerror=alert(${n})>{{7*7}}\${7*7}</textarea></title>`;

describe('masukan buruk', () => {
	let dunia: Dunia;
	let site: Site;
	const log: string[] = [];
	const tautan: Record<'segar' | 'basi', string> = { segar: '', basi: '' };
	let aktivitas = 0;

	beforeAll(async () => {
		dunia = await susunDunia('pglite');
		const app = await dunia.buka();
		try {
			const ctx = app.ctxOf({ jenis: 'operator' });
			const buat = (id: number, waktu: Date) =>
				ctx.db.transaction().execute((trx) => issueTautan(trx, 'undangan', id, waktu));
			tautan.segar = await buat(cari('operator', 'unit').id, ctx.clock());
			tautan.basi = await buat(cari('operator', 'saudara').id, new Date(Date.now() - 8 * HARI));
			await upsertSandi(ctx.db, {
				orangId: cari('auditor', 'instansi').id,
				sandi: await hashSandi(sandi),
				diubah: ctx.clock(),
				lampau: [],
			});
			aktivitas = await hitungAktivitas(app.db.kysely);
		} finally {
			await app.close();
		}
		site = await startSite({ ...dunia.env, LOG_LEVEL: 'info' }, dunia.dataDir);
		site.child.stderr?.on('data', (isi) => log.push(String(isi)));
	}, 600_000);
	afterAll(async () => {
		await site?.stop();
		await dunia?.hapus();
	});

	const cari = (peran: string, letak: string) => {
		const satu = dunia.pelaku.find((p) => p.peran === peran && p.letak === letak);
		if (!satu) throw new Error(`tidak ada ${peran}/${letak}`);
		return satu;
	};
	const hitungAktivitas = async (db: Parameters<typeof upsertSandi>[0]) => {
		const { rows } = await sql<{ n: number }>`select count(*)::int as n from activity`.execute(db);
		return rows[0]?.n ?? 0;
	};
	const kirim = async (jalur: string, isi: BodyInit | null, lain: Record<string, string> = {}, kuki = '') => {
		const jawaban = await fetch(new URL(isikan(jalur, dunia.bahan), site.url), {
			method: 'POST',
			redirect: 'manual',
			headers: { origin: site.url, accept: 'application/json', cookie: kuki, ...lain },
			body: isi,
			duplex: 'half',
		} as RequestInit);
		return { status: jawaban.status, teks: await jawaban.text(), kepala: jawaban.headers };
	};
	const koordinator = () => cari('koordinator', 'instansi').kuki;
	const meja = '/kerja/{slug}/penilaian/{isi}/I01';

	describe('asal permintaan', () => {
		const formulir = tabel.filter((b) => b.pintu.startsWith('POST'));

		it('formulir dari situs lain ditolak di setiap pintu, apa pun bentuk isinya', async () => {
			const salah: string[] = [];
			for (const b of formulir)
				for (const jenis of [
					'application/x-www-form-urlencoded',
					'multipart/form-data; boundary=x',
					'text/plain',
					'',
				]) {
					const isi = new Blob([`${new URLSearchParams(b.isian)}`], { type: jenis });
					const asing = { origin: 'https://jahat.example', accept: 'text/html' };
					const { status } = await kirim(b.alamat, isi, asing, cari('admin_instansi', 'instansi').kuki);
					if (status !== 403) salah.push(`${b.pintu} (${jenis || 'tanpa jenis'}): ${status}`);
				}
			expect(salah).toEqual([]);
		}, 300_000);

		it('sesi yang dititipkan sebelum masuk tidak menjadi sesi orang itu', async () => {
			const titipan = `matang_sesi=${randomBytes(32).toString('base64url')}`;
			const isi = new URLSearchParams({ surel: 'auditor.instansi@contoh.invalid', sandi });
			const masuk = await kirim('/masuk?/sandi', isi, { accept: 'text/html' }, titipan);
			expect(masuk.status).toBe(303);
			const baru = masuk.kepala.getSetCookie().find((k) => k.startsWith('matang_sesi=')) ?? '';
			expect(baru).toMatch(/HttpOnly/i);
			expect(baru).not.toContain(titipan);
			const lihat = (kuki: string) =>
				fetch(`${site.url}/kerja`, { headers: { cookie: kuki }, redirect: 'manual' });
			expect((await lihat(titipan)).status).toBe(303);
			expect((await lihat(baru.split(';')[0] ?? '')).status).toBe(200);
		});

		it.each([
			'//jahat.example',
			'https://jahat.example',
			'/\\jahat.example',
			'javascript:alert(1)',
			'/kerja//../..//jahat.example',
		])('sesudah masuk tidak dikirim ke %s', async (ke) => {
			const isi = new URLSearchParams({ surel: 'auditor.instansi@contoh.invalid', sandi });
			const { kepala } = await kirim(`/masuk?/sandi&ke=${encodeURIComponent(ke)}`, isi, {
				accept: 'text/html',
			});
			const tujuan = new URL(kepala.get('location') ?? '', site.url);
			expect([tujuan.origin, tujuan.protocol]).toEqual([site.url, 'http:']);
		});

		it('tautan sekali pakai tidak berlaku dua kali, dan tidak sesudah waktunya', async () => {
			const tebus = async (jalur: string) => (await kirim(jalur, new URLSearchParams({ sandi }))).status;
			expect(await tebus(tautan.basi)).toBe(410);
			const dua = await Promise.all([tebus(tautan.segar), tebus(tautan.segar)]);
			expect(dua.toSorted()).toEqual([200, 410]);
			expect(await tebus(tautan.segar)).toBe(410);
		});
	});

	describe('teks', () => {
		it('apa pun yang diketik tampil sebagai teks, di setiap halaman', async () => {
			const tulis = async (jalur: string, isi: Record<string, string>, kuki = koordinator()) => {
				const { status, teks } = await kirim(jalur, new URLSearchParams(isi), {}, kuki);
				expect([jalur, status, teks.slice(0, 200)]).toEqual([
					jalur,
					200,
					expect.stringMatching(/success|redirect/),
				]);
			};
			await tulis(`${meja}?/simpan`, { nilai: '3', fakta: jahat(1), analisis: jahat(2), dasar: '0' });
			await tulis(`${meja}?/utas`, { jenis: 'komentar', isi: jahat(3) });
			await tulis(`${meja}?/bukti`, { tingkat: '1', judul: jahat(4), penunjuk: jahat(5), catatan: jahat(6) });
			await tulis(`${meja}/cakupan`, {
				'keadaan-{unit}': '',
				[`keadaan-${dunia.bahan.unit}`]: 'ya',
				[`catatan-${dunia.bahan.unit}`]: jahat(7),
			});
			const putaran = {
				tahun: '2026',
				jenis: 'evaluasi',
				instrumen: 'pemdi-2026',
				'mulai-mandiri': '2026-01-01',
				'selesai-mandiri': '2026-12-31',
			};
			await tulis('/kerja/{slug}/penilaian', { ...putaran, nama: jahat(8) });
			const admin = cari('admin_instansi', 'instansi').kuki;
			await tulis(
				'/kerja/{slug}/orang?/undang',
				{ nama: jahat(9), surel: 'jahat@contoh.invalid', peran: 'operator' },
				admin,
			);
			const form = new FormData();
			form.append(
				'berkas',
				new Blob([`nama,jenis,kode,induk\n"${jahat(10).replaceAll('"', '""')}",dinas,,\n`]),
				'unit.csv',
			);
			expect((await kirim('/kerja/{slug}/unit', form, {}, admin)).status).toBe(200);

			const halaman = [
				meja,
				`${meja}/cakupan`,
				'/kerja/{slug}',
				'/kerja/{slug}/penilaian',
				'/kerja/{slug}/penilaian/{isi}',
				'/kerja/{slug}/penilaian/{isi}/berita-acara',
				'/kerja/{slug}/orang',
				'/kerja/{slug}/unit',
				'/kerja',
			];
			const terlihat = new Set<number>();
			for (const jalur of halaman)
				for (const kuki of [koordinator(), admin, cari('operator', 'unit').kuki]) {
					const jawaban = await fetch(new URL(isikan(jalur, dunia.bahan), site.url), {
						headers: { cookie: kuki },
					});
					const html = await jawaban.text();
					expect([jalur, /<script>alert|<img src=x|"><img/.exec(html)?.[0]]).toEqual([jalur, undefined]);
					expect(jawaban.headers.get('content-security-policy') ?? html).toMatch(/script-src 'self'/);
					for (const [, n] of html.matchAll(/&lt;script(?:>|&gt;)alert\((?:'|&#39;)x(\d+)/g))
						terlihat.add(Number(n));
				}
			expect([...terlihat].toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
		}, 300_000);

		it.each([
			'javascript:alert(1)',
			'data:text/html,<script>1</script>',
			'vbscript:x',
			' JaVaScRiPt:alert(1)',
			'https://a:b@c.example',
			'file:///etc/passwd',
		])('tautan bukti %s ditolak dengan kalimat', async (alamat) => {
			const isi = new URLSearchParams({ tingkat: '1', judul: 'Tautan', tautan: alamat });
			const { status, teks } = await kirim(`${meja}?/bukti`, isi, {}, koordinator());
			expect([status, teks]).toEqual([422, expect.stringContaining('tautan_tidak_sah')]);
		});
	});

	describe('berkas', () => {
		const unggah = async (nama: string, isi: BlobPart) => {
			const form = new FormData();
			form.append('tingkat', '1');
			form.append('berkas', new Blob([isi]), nama);
			return await kirim(`${meja}?/bukti`, form, {}, koordinator());
		};

		it.each([
			['../../../etc/passwd', 'passwd'],
			['..\\..\\C:\\x.txt', 'x.txt'],
			['C:\\x', 'x'],
			['/etc/shadow', 'shadow'],
			['.htaccess', 'htaccess'],
			['x"; filename=y.html', 'filename=y.html'],
			['\u202etxt.exe', 'txt.exe'],
		])('nama %j tidak menunjuk ke luar', async (nama, akhir) => {
			const { status } = await unggah(nama, `isi ${nama.length}`);
			expect(status).toBe(200);
			const halaman = await fetch(new URL(isikan(meja, dunia.bahan), site.url), {
				headers: { cookie: koordinator() },
			});
			const html = await halaman.text();
			const alamat = [...html.matchAll(/href="([^"]*\/bukti\/\d+\/1)"/g)].map((m) => m[1] ?? '');
			const kepala = await Promise.all(
				alamat.map(async (a) => {
					const jawaban = await fetch(new URL(a, site.url), { headers: { cookie: koordinator() } });
					await jawaban.arrayBuffer();
					return `${decodeURIComponent(jawaban.headers.get('content-disposition') ?? '')} ${jawaban.headers.get('x-content-type-options')}`;
				}),
			);
			const milik = kepala.filter((k) => k.includes(akhir));
			expect(milik.length).toBeGreaterThan(0);
			for (const k of milik) expect(k).toMatch(/^attachment; filename\*=UTF-8''[^/\\\0"]+ nosniff$/);
		});

		it('nama dengan NUL tidak terbaca sebagai berkas, dan tidak ada yang tersimpan', async () => {
			const { status, teks } = await unggah('a\0b.txt', 'isi dengan nama NUL');
			expect([status, teks]).toEqual([422, expect.stringMatching(/isian_bukti_salah|unggahan_terputus/)]);
		});

		it.each([
			['halaman web', 'x.pdf', '<!doctype html><script>alert(1)</script>'],
			['gambar berskrip', 'x.png', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
			['program Windows', 'x.pdf', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(600)])],
			['program Linux', 'x.docx', Buffer.concat([Buffer.from('\x7fELF\x02\x01\x01'), Buffer.alloc(600)])],
			['GIF yang juga skrip', 'x.gif', "GIF89a=1;alert('x')//"],
			['skrip', 'x.txt', '#!/bin/sh\nrm -rf /\n\x00'],
			[
				'XML dengan entitas luar',
				'x.xml',
				'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
			],
		])('%s tidak disimpan sebagai berkas; keterangannya tetap', async (_, nama, isi) => {
			const { status, teks } = await unggah(nama, isi);
			expect([status, teks]).toEqual([200, expect.stringContaining('jenis_berkas_ditolak')]);
		});

		it('zip yang mengembang, yang keluar dari foldernya, atau yang rusak ditolak, dan peladen tetap hidup', async () => {
			const bom = await zip({ 'xl/workbook.xml': Buffer.alloc(120 * 1024 * 1024, 0x20) });
			const ganda = await zip({
				'xl/worksheets/sheet1.xml': Buffer.from('<a/>'),
				'../../x.xml': Buffer.from('x'),
			});
			for (const isi of [bom, ganda, Buffer.from('PK\u0003\u0004rusak')]) {
				for (const jalur of ['/kerja/{slug}/unit', '/hitung?/impor']) {
					const form = new FormData();
					form.append('berkas', new Blob([new Uint8Array(isi)]), 'unit.xlsx');
					const { status } = await kirim(jalur, form, {}, koordinator());
					expect([jalur, isi.length, status]).toEqual([jalur, isi.length, 422]);
				}
			}
			expect((await fetch(`${site.url}/health/ready`)).status).toBe(200);
		}, 300_000);

		const zip = async (isi: Record<string, Buffer>): Promise<Buffer> => {
			const berkas = new yazl.ZipFile();
			// yazl refuses names that leave the directory; the test puts them in afterwards
			for (const [nama, b] of Object.entries(isi)) berkas.addBuffer(b, nama.replaceAll('..', 'zz'));
			berkas.end();
			const bagian: Buffer[] = [];
			for await (const b of berkas.outputStream) bagian.push(b as Buffer);
			return Buffer.from(Buffer.concat(bagian).toString('latin1').replaceAll('zz/zz', '../..'), 'latin1');
		};

		it('isi yang terlalu besar ditolak sebelum dibaca', async () => {
			const besar = 'x'.repeat(3 * 1024 * 1024);
			expect(
				(
					await kirim(
						`${meja}?/utas`,
						new URLSearchParams({ jenis: 'komentar', isi: besar }),
						{},
						koordinator(),
					)
				).status,
			).toBe(413);
			expect(
				(
					await kirim('/api/v1/hitung', JSON.stringify({ instrumen: besar }), {
						'content-type': 'application/json',
					})
				).status,
			).toBe(413);
			const dalam = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
			const json = await kirim('/api/v1/hitung', dalam, { 'content-type': 'application/json' });
			expect(json.status).toBe(422);
		});
	});

	it('yang ditolak tercatat di log, dan tidak meninggalkan jejak di buku aktivitas', async () => {
		await site.stop();
		const baris = log
			.join('')
			.split('\n')
			.filter((b) => b.startsWith('{'));
		for (const status of [403, 410, 413, 422])
			expect([status, baris.some((b) => (JSON.parse(b) as { status?: number }).status === status)]).toEqual([
				status,
				true,
			]);
		expect(log.join('')).not.toContain(tautan.segar.split('/').at(-1));
		const app = await dunia.buka();
		const { rows } = await sql<{
			tindakan: string;
		}>`select distinct tindakan from activity order by 1`.execute(app.db.kysely);
		const kini = await hitungAktivitas(app.db.kysely);
		await app.close();
		expect(rows.map((r) => r.tindakan)).not.toContain('peran.cabut');
		expect(kini).toBeGreaterThan(aktivitas);
	});
});
