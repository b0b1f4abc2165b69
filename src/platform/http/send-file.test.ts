import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { sendFile } from './send-file.ts';

const kirim = (tipe: string, tampil: boolean) =>
	sendFile(new Request('http://contoh.invalid/'), {
		nama: 'a.bin',
		tipe,
		ukuran: 1,
		sha256: 'a',
		tampil,
		read: () => Readable.from([Buffer.from('x')]),
	}).headers;

describe('berkas bukti yang dikirim', () => {
	it.each([
		['application/pdf', true, 'inline', false],
		['image/png', true, 'inline', true],
		['application/zip', false, 'attachment', true],
	] as const)(
		'%s: dibingkai hanya oleh halaman sendiri, tidak ditebak, sandbox kecuali PDF',
		(tipe, tampil, letak, sandbox) => {
			const h = kirim(tipe, tampil);
			const csp = h.get('content-security-policy') ?? '';
			expect(csp).toContain("default-src 'none'");
			expect(csp).toContain("frame-ancestors 'self'");
			expect(/; sandbox$/.test(csp)).toBe(sandbox);
			expect(h.get('x-content-type-options')).toBe('nosniff');
			expect(h.get('content-disposition')).toMatch(new RegExp(`^${letak};`));
			expect(h.get('content-type')).toBe(tampil ? tipe : 'application/octet-stream');
		},
	);
});
