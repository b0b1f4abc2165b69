import { createHash, randomBytes } from 'node:crypto';
import { request } from 'node:http';
import { MAKS_BERKAS } from '#features/bukti/bukti.rules.ts';
import { type Site, startSite } from '../journey/site.ts';
import { type Penulis, susunMedan } from './medan.ts';
import { periksa } from './periksa.ts';
import { bunuh, type Skenario } from './skenario.ts';
import { Catatan } from './tulis.ts';

const MB = 1024 ** 2;
/** As the browser sends it. */
const BAGIAN = 8 * MB;
/** What the server may grow by, whatever the size of the file. */
const MEMORI = 400 * MB;

/**
 * A whole file of the largest size goes up in pieces over one connection after the other. In the middle the connection
 * is cut within a piece, and a little later the server is killed; it goes on from what is safely stored.
 */
export const unggahanBesar: Skenario = async ({ jenis, bita = MAKS_BERKAS, maju }) => {
	const { dunia, penulis } = await susunMedan(jenis, 1);
	const [p] = penulis as [Penulis];
	const acuan = buatIsi(bita);
	const pelanggaran: string[] = [];
	const catatan = new Catatan();
	let site: Site | undefined;
	const ukur = { awal: 0, puncak: 0, detik: 0, jeda: 0 };
	try {
		site = await startSite(dunia.env, dunia.dataDir);
		const jalur = await mulai(site.url, p, bita);
		ukur.awal = ukur.puncak = await memori(site.url);
		const t = performance.now();
		let kirimSampai = 0;
		let tanda: string | null = null;
		let putus = false;
		let mati = false;
		while (kirimSampai < bita) {
			const separuh = kirimSampai > bita / 2;
			if (separuh && !putus) {
				putus = true;
				await kirim(site.url, p, jalur, kirimSampai, acuan.bagian(kirimSampai), MB).catch(() => null);
				const tersimpan = await letak(site.url, p, jalur);
				if (tersimpan !== kirimSampai)
					pelanggaran.push(`sesudah putus tersimpan ${tersimpan}, seharusnya ${kirimSampai}`);
				continue;
			}
			if (kirimSampai > bita * 0.6 && !mati) {
				mati = true;
				const t0 = performance.now();
				await bunuh(site);
				site = await startSite(dunia.env, dunia.dataDir);
				const tersimpan = await letak(site.url, p, jalur);
				if (tersimpan !== kirimSampai)
					pelanggaran.push(`sesudah kill -9 tersimpan ${tersimpan}, seharusnya ${kirimSampai}`);
				ukur.awal = Math.max(ukur.awal, await memori(site.url));
				ukur.jeda = performance.now() - t0;
			}
			const jawab = await kirim(site.url, p, jalur, kirimSampai, acuan.bagian(kirimSampai));
			if (jawab.status !== 204) throw new Error(`bagian ${kirimSampai} dijawab ${jawab.status}`);
			kirimSampai = jawab.offset;
			tanda = jawab.tanda;
			if ((kirimSampai / BAGIAN) % 8 === 0) ukur.puncak = Math.max(ukur.puncak, await memori(site.url));
			if ((kirimSampai / BAGIAN) % 64 === 0)
				maju?.(`${kirimSampai / MB} MB, memori ${Math.round(ukur.puncak / MB)} MB`);
		}
		ukur.detik = (performance.now() - t - ukur.jeda) / 1000;
		if (tanda !== acuan.sidik) pelanggaran.push(`tanda terima ${tanda}, seharusnya ${acuan.sidik}`);
		await jadikanBukti(site.url, p, jalur, acuan.sidik, catatan);
		ukur.puncak = Math.max(ukur.puncak, await memori(site.url));
		if (ukur.puncak - ukur.awal > MEMORI)
			pelanggaran.push(`memori bertambah ${Math.round((ukur.puncak - ukur.awal) / MB)} MB`);
		await site.stop();
		const app = await dunia.buka();
		pelanggaran.push(...(await periksa(app, catatan).finally(() => app.close())));
	} finally {
		if (site) await site.stop();
		await dunia.hapus();
	}
	const { awal, puncak, detik } = ukur;
	return {
		pelanggaran,
		keterangan: `${Math.round(bita / MB)} MB dalam ${detik.toFixed(1)} detik (${Math.round(bita / MB / detik)} MB/detik), memori ${Math.round(awal / MB)} → ${Math.round(puncak / MB)} MB, SHA-256 ${acuan.sidik.slice(0, 12)}…`,
	};
};

/** Content that needs no room: a block that is marked with its place; the whole has the head of a PDF. */
function buatIsi(bita: number): { sidik: string; bagian: (letak: number) => Buffer } {
	const dasar = randomBytes(BAGIAN);
	const bagian = (letak: number) => {
		const isi = Buffer.from(dasar.subarray(0, Math.min(BAGIAN, bita - letak)));
		isi.write(letak === 0 ? '%PDF-1.7\n' : `bagian ${letak}\n`);
		return isi;
	};
	const hash = createHash('sha256');
	for (let letak = 0; letak < bita; letak += BAGIAN) hash.update(bagian(letak));
	return { sidik: hash.digest('hex'), bagian };
}

const kepala = (url: string, p: Penulis) => ({ cookie: p.kuki, origin: url, 'tus-resumable': '1.0.0' });

async function mulai(url: string, p: Penulis, bita: number): Promise<string> {
	const [, , , , penilaian, indikator] = p.meja.split('/');
	const html = await (await fetch(new URL(p.meja, url), { headers: { cookie: p.kuki } })).text();
	const instansi = /data-unggah-tempat="[^"]*?instansi&quot;:(\d+)/.exec(html)?.[1] ?? '';
	const isi = { instansi, penilaian: penilaian ?? '', indikator: indikator ?? '', filename: 'besar.pdf' };
	const metadata = Object.entries(isi).map(([k, v]) => `${k} ${Buffer.from(v).toString('base64')}`);
	const jawab = await fetch(new URL('/unggahan', url), {
		method: 'POST',
		headers: { ...kepala(url, p), 'upload-length': String(bita), 'upload-metadata': metadata.join(',') },
	});
	if (jawab.status !== 201) throw new Error(`unggahan dijawab ${jawab.status}: ${await jawab.text()}`);
	return jawab.headers.get('location') ?? '';
}

async function letak(url: string, p: Penulis, jalur: string): Promise<number> {
	const jawab = await fetch(new URL(jalur, url), { method: 'HEAD', headers: kepala(url, p) });
	return Number(jawab.headers.get('upload-offset') ?? -1);
}

/** Sends one piece; with `potong` the connection is cut after so many bytes of it. */
function kirim(
	url: string,
	p: Penulis,
	jalur: string,
	offset: number,
	isi: Buffer,
	potong?: number,
): Promise<{ status: number; offset: number; tanda: string | null }> {
	return new Promise((jadi, gagal) => {
		const req = request(new URL(jalur, url), {
			method: 'PATCH',
			headers: {
				...kepala(url, p),
				'upload-offset': String(offset),
				'content-type': 'application/offset+octet-stream',
				'content-length': String(isi.length),
				'upload-checksum': `sha256 ${createHash('sha256').update(isi).digest('base64')}`,
			},
		});
		req.once('error', gagal).once('response', (res) => {
			res.resume().once('end', () =>
				jadi({
					status: res.statusCode ?? 0,
					offset: Number(res.headers['upload-offset'] ?? -1),
					tanda: (res.headers['upload-sha256'] as string | undefined) ?? null,
				}),
			);
		});
		if (potong === undefined) req.end(isi);
		else req.write(isi.subarray(0, potong), () => setTimeout(() => req.destroy(new Error('diputus')), 200));
	});
}

async function jadikanBukti(
	url: string,
	p: Penulis,
	jalur: string,
	sidik: string,
	catatan: Catatan,
): Promise<void> {
	catatan.terkirim.set('t-besar', 'bukti');
	const isi = { tingkat: '1', judul: 't-besar', unggahan: jalur.split('/').at(-1) ?? '' };
	const form = new FormData();
	for (const [k, v] of Object.entries(isi)) form.append(k, v);
	const jawab = await fetch(new URL(`${p.meja}?/bukti`, url), {
		method: 'POST',
		headers: { cookie: p.kuki, origin: url, accept: 'application/json' },
		body: form,
	});
	const teks = await jawab.text();
	if (!teks.includes('"success"') || !teks.includes(sidik))
		throw new Error(`bukti dijawab ${teks.slice(0, 300)}`);
	catatan.diakui.add('t-besar');
	catatan.tandaTerima.set('t-besar', sidik);
}

/** Resident bytes of the server. */
async function memori(url: string): Promise<number> {
	const teks = await (await fetch(new URL('/metrics', url))).text();
	return Number(/^process_resident_memory_bytes (\S+)$/m.exec(teks)?.[1]);
}
