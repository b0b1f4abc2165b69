import type { z } from 'zod';
import type { Masalah } from './masalah.ts';

const namaJenis: Record<string, string> = {
	string: 'teks',
	number: 'angka',
	int: 'bilangan bulat',
	boolean: 'true atau false',
	array: 'daftar [ … ]',
	object: 'objek { … }',
	record: 'objek { … }',
	null: 'null',
};

/** Writes a path as JavaScript would: keys by dots, places by brackets. */
export function tulisPath(path: readonly PropertyKey[]): string {
	return path
		.map((bagian) => (typeof bagian === 'number' ? `[${bagian}]` : `.${String(bagian)}`))
		.join('')
		.replace(/^\./, '');
}

/** The Indonesian sentence of one schema issue, for zod's `error` option. */
export function pesanSkema(issue: z.core.$ZodRawIssue): string {
	switch (issue.code) {
		case 'invalid_type':
			return issue.input === undefined
				? `wajib diisi ${namaJenis[issue.expected] ?? issue.expected}`
				: `harus ${namaJenis[issue.expected] ?? issue.expected}, bukan ${sebutNilai(issue.input)}`;
		case 'invalid_value':
			return `harus ${issue.values.map((v) => JSON.stringify(v)).join(' atau ')}, bukan ${sebutNilai(issue.input)}`;
		case 'too_small':
			return `${subjek(issue.origin)} paling sedikit ${issue.minimum}`;
		case 'too_big':
			return `${subjek(issue.origin)} paling banyak ${issue.maximum}`;
		case 'unrecognized_keys':
			return `kunci tidak dikenal: ${issue.keys.join(', ')}`;
		case 'invalid_key':
			return issue.issues[0]?.message ?? 'kunci tidak sah';
		default:
			return 'isian tidak sah';
	}
}

function subjek(origin: string): string {
	if (origin === 'string') return 'jumlah huruf';
	return origin === 'array' ? 'jumlah isi daftar' : 'nilai';
}

function sebutNilai(nilai: unknown): string {
	if (Array.isArray(nilai)) return 'daftar';
	if (nilai !== null && typeof nilai === 'object') return 'objek';
	const tulisan = JSON.stringify(nilai) ?? String(nilai);
	return tulisan.length > 40 ? `${tulisan.slice(0, 40)}…` : tulisan;
}

/** All issues of a failed parse, one per unknown key. */
export function listMasalahSkema(error: z.ZodError): Masalah[] {
	return error.issues.flatMap((issue) =>
		issue.code === 'unrecognized_keys'
			? issue.keys.map((kunci) => ({ path: tulisPath([...issue.path, kunci]), pesan: issue.message }))
			: [{ path: tulisPath(issue.path), pesan: issue.message }],
	);
}
