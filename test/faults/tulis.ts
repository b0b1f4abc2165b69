import { createHash } from 'node:crypto';
import type { Penulis } from './medan.ts';

export type Jenis = 'nilai' | 'utas' | 'bukti';

/** What was sent, what was acknowledged, and what was answered with an error. */
export class Catatan {
	/** Token → kind, of everything sent. */
	readonly terkirim = new Map<string, Jenis>();
	/** Tokens whose success arrived at the writer. */
	readonly diakui = new Set<string>();
	/** SHA-256 of every file sent. */
	readonly berkas = new Set<string>();
	/** SHA-256 from receipts. */
	readonly tandaTerima = new Map<string, string>();
	galat = 0;
	putus = 0;
}

let urut = 0;

/** One writer sends one thing after the other until told to stop. */
export async function menulis(
	url: () => string,
	penulis: Penulis,
	catatan: Catatan,
	berhenti: () => boolean,
): Promise<void> {
	let dasar: string | null = null;
	for (let n = penulis.nomor; !berhenti(); n++) {
		const jenis: Jenis = n % 8 === 7 ? 'bukti' : n % 2 === 0 ? 'nilai' : 'utas';
		try {
			if (jenis === 'nilai') dasar ??= await bacaDasar(url(), penulis);
			const token = `t-${penulis.nomor}-${++urut}`;
			const jawaban = await kirim(url(), penulis, jenis, token, dasar ?? '0', catatan);
			if (jenis === 'nilai') dasar = null;
			if (jawaban === 'galat') catatan.galat++;
		} catch {
			// the connection was cut: whether it was written is not known
			catatan.putus++;
			dasar = null;
			await new Promise((resolve) => setTimeout(resolve, 150));
		}
	}
}

/** The newest entry that the page shows: what a value is written upon. */
async function bacaDasar(url: string, { kuki, meja }: Penulis): Promise<string> {
	const halaman = await fetch(new URL(meja, url), { headers: { cookie: kuki }, redirect: 'manual' });
	const isi = await halaman.text();
	return (
		/name="dasar"[^>]*value="(\d+)"/.exec(isi)?.[1] ?? /value="(\d+)"[^>]*name="dasar"/.exec(isi)?.[1] ?? '0'
	);
}

async function kirim(
	url: string,
	{ kuki, meja }: Penulis,
	jenis: Jenis,
	token: string,
	dasar: string,
	catatan: Catatan,
): Promise<'diakui' | 'ditolak' | 'galat'> {
	const aksi = { nilai: 'simpan', utas: 'utas', bukti: 'bukti' }[jenis];
	const isi = `${token} `.repeat(2000);
	const sha = createHash('sha256').update(isi).digest('hex');
	catatan.terkirim.set(token, jenis);
	if (jenis === 'bukti') catatan.berkas.add(sha);
	const jawaban = await fetch(new URL(`${meja}?/${aksi}`, url), {
		method: 'POST',
		headers: { cookie: kuki, origin: url, accept: 'application/json' },
		body: susunBadan(jenis, token, dasar, isi),
	});
	const teks = await jawaban.text();
	if (jawaban.status >= 500) return 'galat';
	const hasil = JSON.parse(teks) as { type: string; location?: string };
	const tersimpan = hasil.type === 'redirect' && hasil.location?.endsWith('?tersimpan');
	if (hasil.type !== 'success' && !tersimpan) return 'ditolak';
	if (jenis === 'bukti') {
		if (!teks.includes(sha)) throw new Error(`tanda terima tanpa sidik: ${teks}`);
		catatan.tandaTerima.set(token, sha);
	}
	catatan.diakui.add(token);
	return 'diakui';
}

function susunBadan(jenis: Jenis, token: string, dasar: string, isi: string): FormData | URLSearchParams {
	if (jenis === 'nilai')
		return new URLSearchParams({ nilai: String(1 + (urut % 5)), fakta: token, analisis: 'a', dasar });
	if (jenis === 'utas') return new URLSearchParams({ jenis: 'komentar', isi: token });
	const form = new FormData();
	form.append('tingkat', '1');
	form.append('judul', token);
	form.append('berkas', new Blob([isi]), `${token}.txt`);
	return form;
}
