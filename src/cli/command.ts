import type { App } from '#app';

/** Exit codes: what a script may rely on. */
export const exitCode = { ok: 0, refused: 1, usage: 2, internal: 3 } as const;

/** Data goes to `out`, messages to `err`; file names are relative to `cwd`. */
export interface Io {
	cwd: string;
	out: (text: string) => void;
	err: (text: string) => void;
	/** Opens the database (initialising a fresh data directory); inside a server it is the server's own. */
	openApp: () => Promise<App>;
}

export interface Command {
	/** The words that call it, e.g. "import hasil". */
	nama: string;
	ringkas: string;
	/** The whole help, Indonesian: use, options, an example. */
	bantuan: string;
	/** Works on the database: beside a running server it is carried out there. */
	basisData: boolean;
	run: (io: Io, args: string[]) => Promise<number>;
}

/** Wrong use of a command: told on stderr with exit 2. */
export class UsageError extends Error {}

/** A "no" that was to be expected: told on stderr with exit 1. */
export class RefusedError extends Error {}
