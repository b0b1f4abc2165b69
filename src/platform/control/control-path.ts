import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const longestPath = 100; // sun_path holds 104 to 108 bytes

/** Where the running server of this data directory listens for its own command line. */
export function controlPath(dataDir: string): string {
	const path = join(dataDir, 'kendali.sock');
	if (Buffer.byteLength(path) <= longestPath) return path;
	return join(tmpdir(), `matang-${createHash('sha256').update(dataDir).digest('hex').slice(0, 16)}.sock`);
}
