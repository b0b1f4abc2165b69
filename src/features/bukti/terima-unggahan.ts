import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Server, type Upload } from '@tus/server';
import { readSesi } from '#features/akun/read-sesi.ts';
import { readSesiCookie } from '#features/akun/sesi-cookie.ts';
import type { Ctx, Orang } from '#platform/ctx.ts';
import { permintaanTus, TusStore, tolakTus } from '#platform/storage/tus-store.ts';
import type { UnggahanBagian } from '#platform/storage/unggahan-store.ts';
import { MAKS_BERKAS } from './bukti.rules.ts';
import { canUnggah } from './can-unggah.ts';
import { bacaTempat, tulisTempat } from './isian-bukti.ts';
import { kalimatTus } from './unggah.copy.ts';

/** Where uploads in pieces arrive. */
export const JALUR_UNGGAHAN = '/unggahan';
/** Unfinished uploads that one person may have. */
const SEKALIGUS = 20;
/** Bytes of a refused piece that are still taken off the line. */
const BAGIAN_DIBIARKAN = 16 * 1024 ** 2;
/** Bytes that must stay free. */
const SISA_RUANG = 256 * 1024 ** 2;

/**
 * Resumable uploads (tus 1.0) of evidence, answered before the pages. Whoever is signed in may begin one where they may
 * add evidence, and touch only their own.
 */
export function createTerimaUnggahan(ctx: Ctx): (req: IncomingMessage, res: ServerResponse) => Promise<void> {
	const server = createTus(ctx);
	return async (req, res) => {
		if (isDariSitusLain(req)) return tolak(req, res, 403, 'situs_lain');
		const orang = await readSesi(ctx, readCookie(req));
		if (!orang) return tolak(req, res, 401, 'belum_masuk');
		const sidik = bacaSidik(req.headers['upload-checksum']);
		if (sidik === 'salah') return tolak(req, res, 400, 'sidik_tidak_dikenal');
		const ditolak = await periksaMilik(ctx, orang, req, res);
		if (ditolak) return tolak(req, res, ...ditolak);
		res.setHeader('tus-checksum-algorithm', 'sha256');
		const permintaan = {
			orang,
			untuk: '',
			sidik,
			tolak: (sebab: string) => void res.setHeader('matang-sebab', sebab),
		};
		await permintaanTus.run(permintaan, () => server.handle(req, res));
	};
}

/** Whether the upload that is named is the person's own, and may still go where it is meant to. */
async function periksaMilik(
	ctx: Ctx,
	orang: Orang,
	req: IncomingMessage,
	res: ServerResponse,
): Promise<[number, string] | null> {
	if (!['HEAD', 'PATCH', 'DELETE'].includes(req.method ?? '')) return null;
	const id = (req.url ?? '').slice(JALUR_UNGGAHAN.length + 1);
	const u = await ctx.berkas.unggahan.finish(id, ctx.clock());
	if (u?.orangId !== orang.id || u.hasil !== undefined) return [404, 'unggahan_tidak_ada'];
	if (u.sha256) tulisTanda(res, u);
	if (req.method !== 'PATCH') return null;
	const tempat = bacaTempat(u.untuk);
	const boleh = tempat ? await canUnggah({ ...ctx, who: orang }, tempat) : null;
	return boleh?.ok ? null : [403, boleh?.reason ?? 'unggahan_tidak_ada'];
}

function createTus(ctx: Ctx): Server {
	const { unggahan } = ctx.berkas;
	const server = new Server({
		path: JALUR_UNGGAHAN,
		relativeLocation: true,
		allowedOrigins: () => false,
		maxSize: MAKS_BERKAS,
		namingFunction: () => randomBytes(16).toString('hex'),
		datastore: new TusStore(unggahan, ctx.clock),
		onUploadCreate: async (_, upload) => await mulai(ctx, upload),
		onUploadFinish: async (_, upload) => {
			const u = await unggahan.finish(upload.id, ctx.clock());
			return u?.sha256 ? { headers: tanda(u) } : {};
		},
		onResponseError: (_, galat) => {
			if (galat instanceof Error) ctx.log.error({ err: galat }, 'unggahan');
			const status_code = galat instanceof Error ? 500 : galat.status_code;
			const sebab = galat instanceof Error ? '' : galat.body.trim();
			return { status_code, body: kalimatTus(status_code, sebab) };
		},
	});
	return server;
}

async function mulai(ctx: Ctx, upload: Upload): Promise<{ metadata?: Record<string, string | null> }> {
	const permintaan = permintaanTus.getStore();
	const { instansi, penilaian, indikator, filename } = upload.metadata ?? {};
	const tempat = bacaTempat(`${instansi}/${penilaian}/${indikator}`);
	if (!permintaan || !tempat) throw tolakTus(422, 'tempat_tidak_jelas');
	if (!upload.size) throw tolakTus(422, 'berkas_kosong');
	const { orang } = permintaan;
	const boleh = await canUnggah({ ...ctx, who: orang }, tempat);
	if (!boleh.ok) throw tolakTus(403, boleh.reason);
	let banyak = 0;
	for await (const u of ctx.berkas.unggahan.list())
		if (u.orangId === orang.id && u.hasil === undefined) banyak++;
	if (banyak >= SEKALIGUS) throw tolakTus(429, 'unggahan_terlalu_banyak');
	if ((await ctx.berkas.unggahan.free()) < upload.size + SISA_RUANG) throw tolakTus(507, 'penyimpanan_penuh');
	permintaan.untuk = tulisTempat(tempat);
	return { metadata: { filename: filename ?? 'berkas' } };
}

/** The receipt: what was received, and when it was complete. */
function tanda(u: UnggahanBagian): Record<string, string> {
	return { 'Upload-Sha256': u.sha256 ?? '', 'Upload-Waktu': u.tuntas ?? '' };
}

function tulisTanda(res: ServerResponse, u: UnggahanBagian): void {
	for (const [nama, isi] of Object.entries(tanda(u))) res.setHeader(nama, isi);
}

/** A page of another site makes the browser send the cookie along: what it asks for is refused. */
function isDariSitusLain(req: IncomingMessage): boolean {
	const { origin, host } = req.headers;
	const situs = req.headers['sec-fetch-site'];
	if (situs !== undefined && situs !== 'same-origin' && situs !== 'none') return true;
	return origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== host);
}

function readCookie(req: IncomingMessage): string | undefined {
	const proto = req.headers['x-forwarded-proto'] === 'https' || 'encrypted' in req.socket ? 'https' : 'http';
	const isi = new Map(
		(req.headers.cookie ?? '').split(/;\s*/).map((satu) => {
			const letak = satu.indexOf('=');
			return [satu.slice(0, letak), satu.slice(letak + 1)];
		}),
	);
	return readSesiCookie({ get: (nama) => isi.get(nama) }, new URL(`${proto}://matang/`));
}

/** "sha256 BASE64"; null where no checksum is given. */
function bacaSidik(kepala: string | string[] | undefined): Buffer | null | 'salah' {
	if (kepala === undefined) return null;
	const cocok = /^sha256 ([A-Za-z0-9+/]{43}=)$/.exec(String(kepala));
	return cocok?.[1] ? Buffer.from(cocok[1], 'base64') : 'salah';
}

/** A piece that is on its way is let through to nowhere, so that the answer reaches whoever is still sending. */
function tolak(req: IncomingMessage, res: ServerResponse, status: number, sebab: string): void {
	const sedang = Number(req.headers['content-length'] ?? 0) <= BAGIAN_DIBIARKAN;
	if (sedang) req.resume();
	res.writeHead(status, {
		'content-type': 'text/plain; charset=utf-8',
		'cache-control': 'no-store',
		'matang-sebab': sebab,
		'tus-resumable': '1.0.0',
		...(!sedang && { connection: 'close' }),
	});
	res.end(kalimatTus(status, sebab));
}
