import { sql } from 'kysely';
import { type Site, startSite } from '../journey/site.ts';
import { susunMedan } from './medan.ts';
import { bunuh, type Skenario, tidur } from './skenario.ts';

/** A dead worker is noticed within a minute; with its pause and a busy machine it may take longer. */
const SABAR_MS = 240_000;
const PEMBUNUHAN = 3;

/** The server dies while it opens a national round in the background: each is opened in the end, once and whole. */
export const pekerjaMati: Skenario = async ({ jenis, siklus, acak, maju }) => {
	const { dunia } = await susunMedan(jenis, 1);
	const kuki = dunia.pelaku.find((p) => p.peran === 'admin_nasional' && p.letak === 'nasional')?.kuki ?? '';
	const pelanggaran: string[] = [];
	const nama: string[] = [];
	let peserta = 0;
	let site: Site | undefined;
	try {
		for (let i = 0; i < Math.min(siklus, PEMBUNUHAN); i++) {
			site = await startSite(dunia.env, dunia.dataDir);
			const putaran = `Pekerja ${i}`;
			const jalur = await minta(site.url, kuki, putaran);
			nama.push(putaran);
			// the queue is looked into every two seconds, and the work takes one or two
			await tidur(acak() * 3500);
			await bunuh(site);
			site = await startSite(dunia.env, dunia.dataDir);
			const akhir = await tungguAkhir(site.url, kuki, jalur);
			maju?.(`${i + 1} pekerja dibunuh, ${akhir}`);
			if (akhir !== 'selesai') pelanggaran.push(`${putaran}: ${akhir}`);
			await site.stop();
		}
		const app = await dunia.buka();
		try {
			for (const n of nama) {
				const { rows } = await sql<{ putaran: number; penilaian: number; peserta: number; jejak: number }>`
					select count(distinct u.id)::int as putaran, count(p.id)::int as penilaian,
						count(distinct p.instansi_id)::int as peserta,
						(select count(*)::int from activity a where a.tindakan = 'putaran.buka' and a.objek in
							(select 'penilaian/' || q.id from penilaian q join putaran v on v.id = q.putaran_id and v.nama = ${n})) as jejak
					from putaran u left join penilaian p on p.putaran_id = u.id where u.nama = ${n}`.execute(
					app.db.kysely,
				);
				const r = rows[0];
				peserta = r?.peserta ?? 0;
				if (r?.putaran !== 1 || r.penilaian !== r.peserta || r.peserta === 0 || r.jejak !== r.penilaian)
					pelanggaran.push(`${n}: ${JSON.stringify(r)}`);
			}
		} finally {
			await app.close();
		}
	} finally {
		if (site) await site.stop();
		await dunia.hapus();
	}
	return { pelanggaran, keterangan: `${nama.length} pekerja dibunuh, ${peserta} instansi tiap putaran` };
};

/** @returns the page of the work */
async function minta(url: string, kuki: string, nama: string): Promise<string> {
	const jawab = await fetch(new URL('/kerja/nasional?/buka', url), {
		method: 'POST',
		redirect: 'manual',
		headers: { cookie: kuki, origin: url, accept: 'text/html' },
		body: new URLSearchParams([
			...Object.entries({ nama, tahun: '2026', jenis: 'evaluasi', instrumen: 'pemdi-2026' }),
			...Object.entries({ 'mulai-mandiri': '2026-07-01', 'selesai-mandiri': '2026-12-31' }),
			['peserta', 'kota'],
			['peserta', 'kabupaten'],
		]),
	});
	const ke = jawab.headers.get('location');
	if (jawab.status !== 303 || !ke) throw new Error(`putaran nasional dijawab ${jawab.status}`);
	return ke;
}

async function tungguAkhir(url: string, kuki: string, jalur: string): Promise<string> {
	const sampai = performance.now() + SABAR_MS;
	while (performance.now() < sampai) {
		const jawab = await fetch(new URL(jalur, url), { headers: { cookie: kuki } });
		const html = await jawab.text();
		if (jawab.status !== 200) return `halaman pekerjaan dijawab ${jawab.status}`;
		if (!html.includes('<progress')) return /\/kerja\/nasional\/\d+"/.test(html) ? 'selesai' : 'gagal';
		await tidur(500);
	}
	return `belum selesai sesudah ${SABAR_MS / 1000} detik`;
}
