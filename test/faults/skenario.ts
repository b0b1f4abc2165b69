import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import pg from 'pg';
import { readSesi } from '#features/akun/read-sesi.ts';
import { recordNilai } from '#features/penilaian/record-nilai.ts';
import { type Site, startSite } from '../journey/site.ts';
import { type Medan, type Penulis, susunMedan } from './medan.ts';
import { periksa } from './periksa.ts';
import { Catatan, menulis } from './tulis.ts';

export interface Setelan {
	jenis: 'pglite' | 'postgresql';
	/** Kills and cuts. */
	siklus: number;
	penulis: number;
	/** Size of the large upload. */
	bita?: number;
	/** Same numbers for the same seed. */
	acak: () => number;
	/** When a long scenario ends although cycles are left, by `performance.now()`. */
	sampai?: number;
	/** Hears now and then how far a long scenario is. */
	maju?: (teks: string) => void;
}

export interface Hasil {
	/** What must never happen, and happened. */
	pelanggaran: string[];
	keterangan: string;
}

export type Skenario = (setelan: Setelan) => Promise<Hasil>;

export const tidur = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Numbers that look random and are the same for the same seed (mulberry32). */
export function acakDari(benih: number): () => number {
	let a = benih >>> 0;
	return () => {
		a = (a + 0x6d2b79f5) >>> 0;
		let t = Math.imul(a ^ (a >>> 15), 1 | a);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
	};
}

export async function bunuh(site: Site): Promise<void> {
	const pergi = new Promise((resolve) => site.child.once('exit', resolve));
	site.child.kill('SIGKILL');
	await pergi;
}

/** Waits until so many more writes were acknowledged, or the writers plainly get nowhere. */
async function tunggu(catatan: Catatan, lagi: number): Promise<boolean> {
	const tujuan = catatan.diakui.size + lagi;
	for (let i = 0; i < 3000 && catatan.diakui.size < tujuan; i++) await tidur(10);
	return catatan.diakui.size >= tujuan;
}

/** Runs the writers while `gangguan` happens, then looks at what is left. */
async function dengan(
	medan: Medan,
	gangguan: (alat: {
		mulai: () => Promise<Site>;
		catatan: Catatan;
		/** One more kill or cut was made. */
		hitung: () => number;
	}) => Promise<string[]>,
): Promise<Hasil> {
	const catatan = new Catatan();
	let alamat = 'http://127.0.0.1:9';
	let selesai = false;
	let kali = 0;
	let site: Site | undefined;
	const mulai = async () => {
		site = await startSite(medan.dunia.env, medan.dunia.dataDir);
		alamat = site.url;
		return site;
	};
	const tulis = medan.penulis.map((p) =>
		menulis(
			() => alamat,
			p,
			catatan,
			() => selesai,
		),
	);
	const pelanggaran: string[] = [];
	try {
		pelanggaran.push(...(await gangguan({ mulai, catatan, hitung: () => ++kali })));
	} finally {
		selesai = true;
		pelanggaran.push(
			...(await Promise.allSettled(tulis)).flatMap((t) =>
				t.status === 'rejected' ? [`penulis: ${t.reason}`] : [],
			),
		);
		await site?.stop();
	}
	const app = await medan.dunia.buka();
	try {
		pelanggaran.push(...(await periksa(app, catatan)));
	} finally {
		await app.close();
	}
	const { terkirim, diakui, putus, galat } = catatan;
	return {
		pelanggaran,
		keterangan: `${kali > 0 ? `${kali} gangguan, ` : ''}${terkirim.size} dikirim, ${diakui.size} diakui, ${putus} terputus, ${galat} dijawab galat`,
	};
}

/** Kills the server in the middle of saves and uploads, again and again. */
export const matiMendadak: Skenario = async ({
	jenis,
	siklus,
	penulis,
	acak,
	maju,
	sampai = Number.POSITIVE_INFINITY,
}) => {
	const medan = await susunMedan(jenis, penulis);
	try {
		return await dengan(medan, async ({ mulai, catatan, hitung }) => {
			for (let i = 0; i < siklus && performance.now() < sampai; i++) {
				const site = await mulai();
				if (!(await tunggu(catatan, 1 + Math.floor(acak() * 40))))
					return [`siklus ${i}: tidak ada yang diakui lagi`];
				await tidur(acak() * 30);
				await bunuh(site);
				if (hitung() % 25 === 0) maju?.(`${i + 1} siklus, ${catatan.diakui.size} diakui`);
			}
			await mulai();
			return (await tunggu(catatan, 1)) ? [] : ['sesudah mulai terakhir tidak ada yang diakui'];
		});
	} finally {
		await medan.dunia.hapus();
	}
};

/** Cuts every connection to PostgreSQL while people write; the server goes on by itself. */
export const basisDataTerputus: Skenario = async ({
	jenis,
	siklus,
	penulis,
	acak,
	sampai = Number.POSITIVE_INFINITY,
}) => {
	if (jenis !== 'postgresql') return { pelanggaran: [], keterangan: 'dilewati: hanya untuk PostgreSQL' };
	const medan = await susunMedan(jenis, penulis);
	const client = new pg.Client({ connectionString: process.env.TEST_DATABASE_URL });
	await client.connect();
	const nama = new URL(medan.dunia.env.DATABASE_URL ?? '').pathname.slice(1);
	try {
		return await dengan(medan, async ({ mulai, catatan, hitung }) => {
			const site = await mulai();
			for (let i = 0; i < siklus && performance.now() < sampai; i++) {
				if (!(await tunggu(catatan, 1 + Math.floor(acak() * 60))))
					return [`pemutusan ${i}: peladen tidak pulih`];
				await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [
					nama,
				]);
				hitung();
			}
			if (site.child.exitCode !== null) return ['peladen berhenti'];
			return (await tunggu(catatan, 1)) ? [] : ['sesudah pemutusan terakhir tidak ada yang diakui'];
		});
	} finally {
		await client.end();
		await medan.dunia.hapus();
	}
};

/** No room for files: words are kept, the answer says so, and it goes on once there is room. */
export const penyimpananPenuh: Skenario = async ({ jenis, penulis }) => {
	const mount = (...args: string[]) => spawnSync('mount', args).status === 0;
	const medan = await susunMedan(jenis, Math.min(penulis, 8));
	const dir = join(medan.dunia.dataDir, 'berkas');
	mkdirSync(dir, { recursive: true });
	cpSync(dir, `${dir}.asal`, { recursive: true });
	if (process.getuid?.() !== 0 || !mount('-t', 'tmpfs', '-o', 'size=256k,mode=700', 'tmpfs', dir)) {
		await medan.dunia.hapus();
		return { pelanggaran: [], keterangan: 'DILEWATI: perlu root untuk memasang tmpfs' };
	}
	cpSync(`${dir}.asal`, dir, { recursive: true });
	try {
		return await dengan(medan, async ({ mulai, catatan }) => {
			const site = await mulai();
			catatan.terkirim.set('t-besar', 'bukti');
			const pertama = medan.penulis[0] as Penulis;
			const masalah: string[] = [];
			const isi = Buffer.alloc(400_000, 'penuh ');
			const besar = await unggah(site.url, pertama, isi);
			if (besar.status !== 507) masalah.push(`penyimpanan penuh dijawab ${besar.status}, seharusnya 507`);
			if (!(await tunggu(catatan, 20))) masalah.push('nilai tidak tersimpan selagi penyimpanan berkas penuh');
			mount('-o', 'remount,size=64m', dir);
			const lagi = await unggah(site.url, pertama, isi);
			if (lagi.status !== 200) masalah.push(`sesudah ada ruang dijawab ${lagi.status}`);
			return masalah;
		});
	} finally {
		spawnSync('umount', ['-l', dir]);
		await medan.dunia.hapus();
	}
};

async function unggah(url: string, { kuki, meja }: Penulis, isi: Buffer<ArrayBuffer>): Promise<Response> {
	const form = new FormData();
	form.append('tingkat', '1');
	form.append('judul', 't-besar');
	form.append('berkas', new Blob([isi]), 'besar.txt');
	const headers = { cookie: kuki, origin: url, accept: 'application/json' };
	return await fetch(new URL(`${meja}?/bukti`, url), { method: 'POST', headers, body: form });
}

/** Two tabs save upon the same entry at once, a step is pressed twice, and a form comes after signing out. */
export const duaTab: Skenario = async ({ jenis }) => {
	const medan = await susunMedan(jenis, 1);
	const { dunia } = medan;
	const site = await startSite(dunia.env, dunia.dataDir);
	const pelanggaran: string[] = [];
	const kirim = async (kuki: string, jalur: string, isi: Record<string, string>) => {
		const headers = { cookie: kuki, origin: site.url, accept: 'application/json' };
		const badan = new URLSearchParams(isi);
		const jawaban = await fetch(new URL(jalur, site.url), { method: 'POST', headers, body: badan });
		const teks = await jawaban.text();
		return teks.startsWith('{"type":"redirect"') ? 303 : jawaban.status;
	};
	const [tab] = medan.penulis as [Penulis];
	const simpan = (fakta: string) =>
		kirim(tab.kuki, `${tab.meja}?/simpan`, { nilai: '2', fakta, analisis: '', dasar: '0' });
	const dua = await Promise.all([simpan('tab satu'), simpan('tab dua')]);
	if (dua.toSorted().join() !== '303,409')
		pelanggaran.push(`dua tab dijawab ${dua}, seharusnya satu 303 dan satu 409`);
	const pj = dunia.pelaku.find((p) => p.peran === 'koordinator' && p.letak === 'instansi')?.kuki ?? '';
	const langkah = { aksi: 'serahkan', jabatan: 'Kepala', publikasi: 'ya', alasan: '' };
	const jalur = `/kerja/${dunia.bahan.slug}/penilaian/${dunia.bahan.alur}?/alur`;
	const klik = await Promise.all([kirim(pj, jalur, langkah), kirim(pj, jalur, langkah)]);
	if (klik.toSorted().join() !== '200,409') pelanggaran.push(`klik ganda dijawab ${klik}`);
	await kirim(tab.kuki, '/keluar', {});
	const usai = await simpan('sesudah keluar');
	if (usai !== 303)
		pelanggaran.push(`formulir sesudah keluar dijawab ${usai}, seharusnya 303 ke halaman masuk`);
	await site.stop();
	const app = await dunia.buka();
	const nilai = await app.db.kysely
		.selectFrom('nilai')
		.select('fakta')
		.where('fakta', 'like', '%tab%')
		.execute();
	const keluar = await app.db.kysely
		.selectFrom('nilai')
		.select('id')
		.where('fakta', '=', 'sesudah keluar')
		.execute();
	if (nilai.length !== 1) pelanggaran.push(`dua tab menulis ${nilai.length} baris`);
	if (keluar.length > 0) pelanggaran.push('formulir sesudah keluar tertulis');
	await app.close();
	await dunia.hapus();
	return { pelanggaran, keterangan: 'dua tab, klik ganda, formulir sesudah keluar' };
};

/** The clock of the machine jumps back two days and forth by more than a year while people write. */
export const jamMelompat: Skenario = async ({ jenis }) => {
	const medan = await susunMedan(jenis, 1);
	const app = await medan.dunia.buka();
	const pelanggaran: string[] = [];
	try {
		const [satu] = medan.penulis as [Penulis];
		const dasarCtx = app.ctxOf({ jenis: 'publik' });
		const who = await readSesi(dasarCtx, satu.kuki.split('=')[1]);
		if (!who) throw new Error('sesi penulis tidak berlaku');
		const [, , slug = '', , id = '', indikator = ''] = satu.meja.split('/');
		const instansi = app.db.kysely.selectFrom('instansi').select('id').where('slug', '=', slug);
		const { id: instansiId } = await instansi.executeTakeFirstOrThrow();
		let dasar = '0';
		for (const [n, hari] of [0, -2, 400, 1].entries()) {
			const clock = () => new Date(Date.now() + hari * 86_400_000);
			const hasil = await recordNilai(
				{ ...dasarCtx, clock, who },
				{
					instansiId,
					penilaianId: Number(id),
					indikator,
					nilai: String(n + 1),
					fakta: `t-jam-${n}`,
					analisis: '',
					justifikasi: '',
					luar: '',
					dasar,
				},
			);
			if (!hasil.ok) pelanggaran.push(`jam ${hari} hari: ${hasil.reason}`);
			else dasar = String(hasil.value.id);
			const berlaku = (await readSesi({ ...dasarCtx, clock }, satu.kuki.split('=')[1])) !== null;
			if (berlaku !== hari < 3)
				pelanggaran.push(`jam ${hari} hari: sesi ${berlaku ? 'masih' : 'tidak'} berlaku`);
		}
		const akhir = await app.db.kysely
			.selectFrom('nilai')
			.select('nilai')
			.orderBy('id', 'desc')
			.executeTakeFirst();
		if (akhir?.nilai !== 400)
			pelanggaran.push(`nilai terbaru ${akhir?.nilai}, seharusnya yang terakhir ditulis (400)`);
		const catatan = new Catatan();
		for (let n = 0; n < 4; n++) {
			catatan.terkirim.set(`t-jam-${n}`, 'nilai');
			catatan.diakui.add(`t-jam-${n}`);
		}
		pelanggaran.push(...(await periksa(app, catatan)));
	} finally {
		await app.close();
		await medan.dunia.hapus();
	}
	return { pelanggaran, keterangan: 'mundur dua hari, maju 400 hari' };
};

export const semuaSkenario: Readonly<Record<string, Skenario>> = {
	'mati-mendadak': matiMendadak,
	'basis-data-terputus': basisDataTerputus,
	'penyimpanan-penuh': penyimpananPenuh,
	'dua-tab': duaTab,
	'jam-melompat': jamMelompat,
};
