import type { Readable } from 'node:stream';
import { toWebStream } from './web-stream.ts';

export interface BerkasKirim {
	nama: string;
	tipe: string;
	/** Bytes. */
	ukuran: number;
	sha256: string;
	/** Shown by the browser within the page instead of saved. */
	tampil: boolean;
	read: (rentang?: { dari: number; sampai: number }) => Readable;
}

/**
 * Answers with a stored file, or the part of it that a `Range` header asks for. Never sniffed, never framed by others.
 * Everything is sandboxed but PDF: browsers refuse to show one in a sandbox, and their viewers run no script of it here.
 */
export function sendFile(request: Request, berkas: BerkasKirim): Response {
	const { ukuran } = berkas;
	const headers: Record<string, string> = {
		'content-type': berkas.tampil ? berkas.tipe : 'application/octet-stream',
		'content-disposition': `${berkas.tampil ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(berkas.nama).replace(/['()*]/g, escape)}`,
		'content-security-policy': `default-src 'none'; img-src 'self'; object-src 'self'; frame-ancestors 'self'${berkas.tipe === 'application/pdf' ? '' : '; sandbox'}`,
		'x-frame-options': 'SAMEORIGIN',
		'x-content-type-options': 'nosniff',
		'cache-control': 'private, no-store',
		'accept-ranges': 'bytes',
		etag: `"${berkas.sha256}"`,
	};
	const rentang = bacaRentang(request.headers.get('range'), ukuran);
	if (rentang === 'salah')
		return new Response(null, { status: 416, headers: { 'content-range': `bytes */${ukuran}` } });
	const isi = toWebStream(berkas.read(rentang ?? undefined));
	if (!rentang) return new Response(isi, { headers: { ...headers, 'content-length': String(ukuran) } });
	const { dari, sampai } = rentang;
	return new Response(isi, {
		status: 206,
		headers: {
			...headers,
			'content-range': `bytes ${dari}-${sampai}/${ukuran}`,
			'content-length': String(sampai - dari + 1),
		},
	});
}

/** One range of RFC 9110; null for none, or for several, which are answered whole. */
export function bacaRentang(
	kepala: string | null,
	ukuran: number,
): { dari: number; sampai: number } | null | 'salah' {
	const cocok = /^bytes=(\d*)-(\d*)$/.exec(kepala ?? '');
	if (!cocok || (cocok[1] === '' && cocok[2] === '')) return null;
	const ekor = cocok[1] === '';
	const dari = ekor ? Math.max(0, ukuran - Number(cocok[2])) : Number(cocok[1]);
	const sampai = ekor || cocok[2] === '' ? ukuran - 1 : Math.min(Number(cocok[2]), ukuran - 1);
	return dari > sampai ? 'salah' : { dari, sampai };
}
