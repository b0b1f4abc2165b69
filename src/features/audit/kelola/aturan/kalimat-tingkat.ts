import type { Lang } from '#ui/lang.ts';
import { tingkatCopy } from './tingkat.copy.ts';
import type { DukunganAudit } from './tingkat-audit.rules.ts';

/** "mendukung tingkat 3; untuk tingkat 4 kurang: auditor eksternal bersertifikat". */
export function kalimatTingkat(d: Pick<DukunganAudit, 'tingkat' | 'kurang'>, lang: Lang): string {
	const kata = tingkatCopy[lang];
	const awal = kata.mendukung(String(d.tingkat));
	if (d.kurang.length === 0) return `${awal}; ${kata.tuntas}`;
	const daftar = d.kurang.map((k) => kata.belum[k.kode] ?? k.kode).join(', ');
	return `${awal}; ${kata.kurang(String(d.tingkat + 1), daftar)}`;
}
