import type { AddressInfo } from 'node:net';
import { createServer, type Server, type Socket } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Ctx } from '../ctx.ts';
import { describeDatabase, pencatatJobs } from '../database/testing.ts';
import { pekerjaSurat } from './deliver-surat.ts';
import { openMail } from './mail.ts';
import { openSmtp } from './smtp.ts';

/** A real mail server on this machine that keeps what arrives and refuses addresses that say so. */
function bukaPeladen() {
	const diterima: { dari: string; kepada: string[]; teks: string }[] = [];
	const peladen = new SMTPServer({
		authOptional: true,
		disabledCommands: ['STARTTLS'],
		onAuth: (auth, _, done) =>
			auth.username === 'matang' && auth.password === 'rahasia'
				? done(null, { user: 'matang' })
				: done(new Error('salah')),
		onRcptTo: (alamat, _, done) => {
			if (!alamat.address.startsWith('ditolak')) return done();
			done(Object.assign(new Error('tidak ada kotak surat itu'), { responseCode: 550 }));
		},
		onData: (aliran, sesi, done) => {
			let teks = '';
			aliran.on('data', (b: Buffer) => {
				teks += b;
			});
			aliran.on('end', () => {
				const { mailFrom, rcptTo } = sesi.envelope;
				diterima.push({
					dari: mailFrom ? mailFrom.address : '',
					kepada: rcptTo.map((r) => r.address),
					teks,
				});
				done();
			});
		},
	});
	return new Promise<{ url: string; diterima: typeof diterima; tutup: () => Promise<void> }>((resolve) => {
		peladen.listen(0, '127.0.0.1', () => {
			const { port } = peladen.server.address() as AddressInfo;
			const tutup = () => new Promise<void>((selesai) => peladen.close(() => selesai()));
			resolve({ url: `smtp://matang:rahasia@127.0.0.1:${port}`, diterima, tutup });
		});
	});
}

describeDatabase('surat', (get) => {
	let peladen: Awaited<ReturnType<typeof bukaPeladen>>;
	let diam: Server;
	const sambungan: Socket[] = [];
	beforeAll(async () => {
		peladen = await bukaPeladen();
		diam = createServer((s) => sambungan.push(s)); // accepts, and never says a word
		await new Promise<void>((siap) => diam.listen(0, '127.0.0.1', siap));
	});
	afterAll(async () => {
		await peladen.tutup();
		for (const s of sambungan) s.destroy();
		diam.close();
	});

	const tulis = async (isian: { alamat?: string; nama?: string; perihal?: string; sampai?: Date } = {}) => {
		const { ctx } = get();
		const jobs = pencatatJobs();
		const mail = openMail(jobs, 'https://matang.uji.go.id');
		const terkirim = await ctx.db.transaction().execute((trx) =>
			mail.send(trx, {
				kepada: { nama: isian.nama ?? 'Siti', alamat: isian.alamat ?? 'siti@kota.go.id' },
				perihal: isian.perihal ?? 'Undangan',
				isi: 'Buka https://matang.uji.go.id/tautan/abc\n',
				jenis: 'undangan',
				dibuat: ctx.clock(),
				sampai: isian.sampai ?? new Date(ctx.clock().getTime() + 1000),
			}),
		);
		return { terkirim, tugas: jobs.tugas[0]?.isi as { surat: number } };
	};
	const kirim = (ctx: Ctx, isi: unknown, url = peladen.url, batasMs = 5000) =>
		pekerjaSurat(ctx, openSmtp({ smtpUrl: url, dari: 'Matang <matang@uji.go.id>' }, batasMs), 'uji').kerjakan(
			isi,
		);
	const baca = (id: number) =>
		get().ctx.db.selectFrom('surat').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

	it('sampai ke peladen surel, sekali walau dikerjakan dua kali, lalu isinya dikosongkan', async () => {
		const { ctx } = get();
		const { tugas } = await tulis();
		const sebelum = peladen.diterima.length;
		await kirim(ctx, tugas);
		await kirim(ctx, tugas);
		const baru = peladen.diterima.slice(sebelum);
		expect(baru).toHaveLength(1);
		expect(baru[0]).toMatchObject({ dari: 'matang@uji.go.id', kepada: ['siti@kota.go.id'] });
		expect(baru[0]?.teks).toContain('https://matang.uji.go.id/tautan/abc');
		expect(await baca(tugas.surat)).toMatchObject({ isi: '', terkirim: ctx.clock() });
	});

	it.each([
		['nama', { nama: 'Siti\r\nBcc: maling@x.id' }],
		['perihal', { perihal: 'Undangan\r\nBcc: maling@x.id\r\n\r\nisi palsu' }],
	])('%s dengan baris baru tidak menjadi kepala surat', async (_, isian) => {
		const { tugas } = await tulis(isian);
		await kirim(get().ctx, tugas);
		const surat = peladen.diterima.at(-1);
		expect(surat?.kepada).toEqual(['siti@kota.go.id']);
		expect(surat?.teks).not.toMatch(/^Bcc:/im);
	});

	it.each([
		'siti@kota.go.id\r\nRCPT TO:<maling@x.id>',
		'siti@kota.go.id,maling@x.id',
		'a@contoh.invalid',
		'bukan',
	])('alamat %j tidak masuk kotak keluar', async (alamat) => {
		expect(await tulis({ alamat })).toEqual({ terkirim: false, tugas: undefined });
	});

	it('peladen yang diam dilepas pada batas waktunya, dan suratnya dicoba lagi', async () => {
		const { tugas } = await tulis();
		const { port } = diam.address() as AddressInfo;
		await expect(kirim(get().ctx, tugas, `smtp://127.0.0.1:${port}`, 300)).rejects.toThrow('belum terkirim');
		expect(await baca(tugas.surat)).toMatchObject({ percobaan: 1, terkirim: null, batal: null });
		await kirim(get().ctx, tugas);
		expect(await baca(tugas.surat)).toMatchObject({ terkirim: get().ctx.clock() });
	});

	it('penolakan tetap tidak diulang, dan isinya tidak disimpan', async () => {
		const { tugas } = await tulis({ alamat: 'ditolak@kota.go.id' });
		await kirim(get().ctx, tugas);
		expect(await baca(tugas.surat)).toMatchObject({ isi: '', batal: get().ctx.clock(), terkirim: null });
	});

	it('yang sudah lewat waktunya tidak dikirim lagi', async () => {
		const { tugas } = await tulis({ sampai: get().ctx.clock() });
		const sebelum = peladen.diterima.length;
		await kirim(get().ctx, tugas);
		expect(peladen.diterima).toHaveLength(sebelum);
		expect(await baca(tugas.surat)).toMatchObject({ batal: get().ctx.clock() });
	});
});
