/** What of a page matters here. */
export interface Halaman {
	/** Things that the page itself loads, with their tag. */
	muatan: { tanda: string; alamat: string; integritas: boolean }[];
	/** Where links and forms lead. */
	tautan: string[];
	formulir: string[];
	/** Content-Security-Policy given in the page itself. */
	csp: string[];
	/** It asks for a password. */
	sandi: boolean;
	/** It counts as HTML at all. */
	html: boolean;
}

const pemuat = new Set(['script', 'img', 'iframe', 'link', 'source', 'video', 'audio', 'embed', 'object']);
const relPemuat = /\b(stylesheet|icon|preload|modulepreload|manifest)\b/i;

/** Reads tags from the front to the back in one pass; never slower than the page is long. */
export function readHalaman(isi: string): Halaman {
	const h: Halaman = {
		muatan: [],
		tautan: [],
		formulir: [],
		csp: [],
		sandi: false,
		html: /<(!doctype|html|head|body|title)\b/i.test(isi.slice(0, 4096)),
	};
	for (let letak = isi.indexOf('<'); letak >= 0; letak = isi.indexOf('<', letak)) {
		if (isi.startsWith('<!--', letak)) {
			const akhir = isi.indexOf('-->', letak + 4);
			if (akhir < 0) break;
			letak = akhir + 3;
			continue;
		}
		const akhir = isi.indexOf('>', letak + 1);
		if (akhir < 0) break;
		if (akhir - letak < 8192) catatTanda(h, isi.slice(letak + 1, akhir));
		letak = akhir + 1;
	}
	return h;
}

function catatTanda(h: Halaman, tanda: string): void {
	const nama = /^[a-z]+/i.exec(tanda)?.[0].toLowerCase();
	if (!nama) return;
	const isi = readAtribut(tanda.slice(nama.length));
	if (nama === 'a' && isi.href) h.tautan.push(isi.href);
	if (nama === 'meta' && isi['http-equiv']?.toLowerCase() === 'content-security-policy' && isi.content)
		h.csp.push(isi.content);
	if (nama === 'form') h.formulir.push(isi.action ?? '');
	if (nama === 'input' && isi.type?.toLowerCase() === 'password') h.sandi = true;
	if (!pemuat.has(nama) || (nama === 'link' && !relPemuat.test(isi.rel ?? ''))) return;
	const alamat = nama === 'link' ? isi.href : nama === 'object' ? isi.data : isi.src;
	if (alamat) h.muatan.push({ tanda: nama, alamat, integritas: Boolean(isi.integrity) });
}

function readAtribut(teks: string): Partial<Record<string, string>> {
	const hasil: Partial<Record<string, string>> = {};
	for (const [, nama = '', dua, satu, polos] of teks.matchAll(
		/(?<![a-z-])([a-z-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi,
	))
		hasil[nama.toLowerCase()] ??= (dua ?? satu ?? polos ?? '').trim();
	return hasil;
}

/** The address as a whole, or null where it is none that can be read. */
export function keAlamat(alamat: string, dasar: string): URL | null {
	return URL.canParse(alamat, dasar) ? new URL(alamat, dasar) : null;
}
