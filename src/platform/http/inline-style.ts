import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Gaya {
	isi: string;
	/** As the Content-Security-Policy names it: 'sha256-…'. */
	sidik: string;
}

const tautan = /<link href="[^"]*\/(_app\/immutable\/assets\/[\w.-]+\.css)" rel="stylesheet">/g;

/**
 * Puts the stylesheets that a page names into the page: on a slow link every file costs a round trip of half a second
 * before anything is shown, and there are up to eleven. A stylesheet that is not there, or that refers to other
 * files, stays a link.
 * @param dir where the built client stands ("build/client")
 */
export function createInlineStyle(dir: string): (html: string) => { html: string; sidik: string[] } {
	const dikenal = new Map<string, Gaya | null>();
	return (html) => {
		const sidik = new Set<string>();
		const jadi = html.replace(tautan, (asal, path: string) => {
			const gaya = dikenal.get(path) ?? bacaGaya(join(dir, path));
			dikenal.set(path, gaya);
			if (!gaya) return asal;
			sidik.add(gaya.sidik);
			return `<style>${gaya.isi}</style>`;
		});
		return { html: jadi, sidik: [...sidik] };
	};
}

function bacaGaya(berkas: string): Gaya | null {
	try {
		const isi = readFileSync(berkas, 'utf8').trim();
		if (/<\/style|url\((?!["']?data:)/i.test(isi)) return null;
		return { isi, sidik: `'sha256-${createHash('sha256').update(isi).digest('base64')}'` };
	} catch {
		return null; // in development there is no built client
	}
}

/** The policy with these styles allowed besides what it allows; one without `style-src` stays as it is. */
export function allowStyle(csp: string, sidik: readonly string[]): string {
	return csp.replace(/(^|;\s*)style-src [^;]*/, (asal) => [asal, ...sidik].join(' '));
}
