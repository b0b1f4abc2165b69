/// <reference lib="webworker" />
/**
 * Lets a page of the workspace that was open before open without a link. Registered for /kerja only, so public pages
 * and their cache rules never pass through here. Pages of one person at a time: the server names whose a page is, and
 * the pages of anybody else are deleted as soon as a page of another person, or the sign-in page, comes back.
 */
import { version } from '$app/env';

const sw = self as unknown as ServiceWorkerGlobalScope;
const HALAMAN = `matang-halaman-${version}`;
const ASET = `matang-aset-${version}`;
const PEMILIK = '/kerja/.pemilik';
const MAKS_HALAMAN = 60;
/** Grows whenever the person changes: an answer that was asked for before is not kept. */
let giliran = 0;

sw.addEventListener('install', () => void sw.skipWaiting());
sw.addEventListener('activate', (e) => {
	e.waitUntil(
		(async () => {
			for (const nama of await caches.keys())
				if (nama !== HALAMAN && nama !== ASET) await caches.delete(nama);
			await sw.clients.claim();
		})(),
	);
});

sw.addEventListener('message', (e) => {
	const { ingat, lupa } = (e.data ?? {}) as { ingat?: string; lupa?: true };
	if (lupa) e.waitUntil(forget());
	if (ingat && isKerja(new URL(ingat))) e.waitUntil(fetchPage(ingat).catch(() => {}));
});

sw.addEventListener('fetch', (e) => {
	const url = new URL(e.request.url);
	if (e.request.method !== 'GET' || url.origin !== sw.location.origin) return;
	if (url.pathname.startsWith('/_app/immutable/')) e.respondWith(asset(e.request));
	else if (e.request.mode === 'navigate' && isKerja(url)) e.respondWith(page(e));
});

const isKerja = (url: URL) => /^(\/en)?\/kerja(\/|$)/.test(url.pathname) && isHalaman(url.pathname);
/** Files and downloads are not kept. */
const isHalaman = (path: string) => !/\/(bukti\/.+|unduh|riwayat)$/.test(path);

async function page(e: FetchEvent): Promise<Response> {
	const mulai = giliran;
	try {
		const jawab = await fetch(e.request);
		if (jawab.status >= 502 && jawab.status <= 504) return (await kept(e.request.url)) ?? jawab;
		if (jawab.type === 'opaqueredirect') e.waitUntil(forget());
		else e.waitUntil(keep(e.request.url, jawab.clone(), mulai));
		return jawab;
	} catch {
		return (await kept(e.request.url)) ?? offlinePage(new URL(e.request.url));
	}
}

async function fetchPage(alamat: string): Promise<void> {
	const mulai = giliran;
	await keep(alamat, await fetch(alamat, { redirect: 'manual' }), mulai);
}

/** Keeps a page under its person, with the styles and scripts it names. */
async function keep(alamat: string, jawab: Response, mulai: number): Promise<void> {
	const orang = jawab.headers.get('x-matang-orang');
	if (!orang || jawab.status !== 200 || !jawab.headers.get('content-type')?.startsWith('text/html')) return;
	const teks = await jawab.text();
	if (mulai !== giliran) return;
	let halaman = await caches.open(HALAMAN);
	const pemilik = await (await halaman.match(PEMILIK))?.text();
	if (pemilik !== orang) {
		await forget();
		halaman = await caches.open(HALAMAN);
		await halaman.put(PEMILIK, new Response(orang));
	}
	const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': csp(jawab) };
	await halaman.put(alamat.split('#')[0] ?? alamat, new Response(teks, { headers }));
	const semua = await halaman.keys();
	for (const lama of semua.slice(1, Math.max(1, semua.length - MAKS_HALAMAN))) await halaman.delete(lama);
	const aset = await caches.open(ASET);
	for (const [, path] of teks.matchAll(/(?:href|src)="([^"]*_app\/immutable\/[^"]+)"/g)) {
		const url = new URL(path ?? '', alamat).href;
		if (!(await aset.match(url))) await aset.add(url).catch(() => {});
	}
	const kotak = new URL(
		alamat.includes('/en/kerja') ? '/en/kerja/kotak-keluar' : '/kerja/kotak-keluar',
		alamat,
	);
	if (!(await halaman.match(kotak.href)) && kotak.href !== alamat) await fetchPage(kotak.href);
}

const csp = (jawab: Response) => jawab.headers.get('content-security-policy') ?? "default-src 'none'";

async function kept(alamat: string): Promise<Response | undefined> {
	return await (await caches.open(HALAMAN)).match(alamat.split('#')[0] ?? alamat);
}

async function forget(): Promise<void> {
	giliran++;
	await caches.delete(HALAMAN);
}

async function asset(request: Request): Promise<Response> {
	const aset = await caches.open(ASET);
	const ada = await aset.match(request);
	if (ada) return ada;
	const jawab = await fetch(request);
	if (jawab.ok) await aset.put(request, jawab.clone());
	return jawab;
}

function offlinePage(url: URL): Response {
	const en = url.pathname.startsWith('/en/');
	const [lang, judul, isi, ulang] = en
		? [
				'en',
				'No signal',
				'This page was not open on this device before. What you wrote is kept; open it again once the signal is back.',
				'Try again',
			]
		: [
				'id',
				'Tidak ada sinyal',
				'Halaman ini belum pernah dibuka di perangkat ini. Yang sudah Anda tulis tetap tersimpan; buka lagi setelah sinyal kembali.',
				'Coba lagi',
			];
	const kotak = `${en ? '/en' : ''}/kerja/kotak-keluar`;
	return new Response(
		`<!doctype html><html lang="${lang}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${judul} · Matang</title><style>body{font:1rem/1.5 system-ui,sans-serif;max-width:36rem;margin:0 auto;padding:1.5rem 1rem}a{display:inline-block;padding:.625rem 1rem .625rem 0}</style><h1>${judul}</h1><p>${isi}</p><p><a href="">${ulang}</a> · <a href="${kotak}">${en ? 'Outbox' : 'Kotak keluar'}</a></p>`,
		{
			status: 503,
			headers: {
				'content-type': 'text/html; charset=utf-8',
				'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
			},
		},
	);
}
