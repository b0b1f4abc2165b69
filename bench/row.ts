/** One line of the table: what was measured, how large, and against which limit. */
export interface Row {
	nama: string;
	peran: string;
	ukuran: string;
	p95Ms: number | null;
	/** SQL statements of one request. */
	sql: number | null;
	/** Within this run: against a bare server, against the smaller size, or against the first start. */
	rasio: number | null;
	batas: string;
	/** null where there is no limit, only a figure. */
	lolos: boolean | null;
}

export function row(nama: string, ukuran: string, values: Partial<Row>): Row {
	return {
		nama,
		peran: 'publik',
		ukuran,
		p95Ms: null,
		sql: null,
		rasio: null,
		batas: '–',
		lolos: null,
		...values,
	};
}

/** The value below which 95 % of the sorted samples lie (nearest rank). */
export function p95(samples: number[]): number {
	const sorted = [...samples].sort((a, b) => a - b);
	return sorted[Math.max(0, Math.ceil(sorted.length * 0.95) - 1)] ?? Number.NaN;
}

export function median(samples: number[]): number {
	const sorted = [...samples].sort((a, b) => a - b);
	return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

export const round = (value: number, digits = 1) => Math.round(value * 10 ** digits) / 10 ** digits;

export function printTable(rows: Row[]): void {
	const head = ['nama', 'ukuran', 'p95 ms', 'SQL', 'rasio', 'batas', 'lolos'];
	const text = (value: unknown) => (value === null ? '–' : String(value));
	const verdict = (lolos: boolean | null) => (lolos === null ? '–' : lolos ? 'ya' : 'TIDAK');
	const body = rows.map((r) => [
		r.nama,
		r.ukuran,
		text(r.p95Ms),
		text(r.sql),
		text(r.rasio),
		r.batas,
		verdict(r.lolos),
	]);
	const widths = head.map((title, i) =>
		Math.max(title.length, ...body.map((cells) => cells[i]?.length ?? 0)),
	);
	const line = (cells: string[]) =>
		cells
			.map((cell, i) => cell.padEnd(widths[i] ?? 0))
			.join('  ')
			.trimEnd();
	process.stdout.write(`${[head, widths.map((w) => '─'.repeat(w)), ...body].map(line).join('\n')}\n`);
}
