import { closeSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { DatabaseError } from './database.ts';

/**
 * The embedded database has no lock of its own, and two processes would ruin it. The lock file holds
 * the pid and, where the system tells it, the start time of the process, so that a pid used again by
 * another program after a crash is not mistaken for the owner.
 * @throws DatabaseError with `pid` when a living process holds it.
 */
export function holdLock(path: string): { release: () => void } {
	const mine = `${process.pid} ${startTime(process.pid)}`;
	for (let attempt = 0; attempt < 5; attempt++) {
		if (tryCreate(path, mine)) return { release: () => releaseLock(path, mine) };
		const owner = readLockOwner(path);
		if (owner)
			throw new DatabaseError(
				`Direktori data sedang dipakai proses lain (PID ${owner}). Hentikan proses itu, atau pilih direktori lain dengan MATANG_DATA_DIR.`,
			);
		discardStale(path);
	}
	throw new DatabaseError(
		`Kunci ${path} tidak dapat dibuat. Hapus berkas itu bila tidak ada proses Matang yang berjalan.`,
	);
}

/** The pid of the living process that holds the lock, or null. */
export function readLockOwner(path: string): number | null {
	let text: string;
	try {
		text = readFileSync(path, 'utf8');
	} catch {
		return null;
	}
	const [pid = '', started = ''] = text.trim().split(' ');
	if (!/^\d+$/.test(pid) || !isAlive(Number(pid))) return null;
	const now = startTime(Number(pid));
	return started && now && started !== now ? null : Number(pid);
}

function tryCreate(path: string, content: string): boolean {
	try {
		const fd = openSync(path, 'wx', 0o600);
		writeSync(fd, content);
		closeSync(fd);
		return true;
	} catch (cause) {
		if ((cause as NodeJS.ErrnoException).code === 'EEXIST') return false;
		throw cause;
	}
}

/** Of several that find a stale lock only one succeeds in renaming it away. */
function discardStale(path: string): void {
	const aside = `${path}.usang-${process.pid}`;
	try {
		renameSync(path, aside);
		rmSync(aside, { force: true });
	} catch {
		// somebody else was first
	}
}

function releaseLock(path: string, mine: string): void {
	try {
		if (readFileSync(path, 'utf8') === mine) rmSync(path, { force: true });
	} catch {
		// already gone
	}
}

function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (cause) {
		return (cause as NodeJS.ErrnoException).code === 'EPERM';
	}
}

/** Field 22 of /proc/PID/stat (ticks since boot); empty where there is no /proc. */
function startTime(pid: number): string {
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
		return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
	} catch {
		return '';
	}
}
