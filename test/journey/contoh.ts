import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectDir } from '#platform/config.ts';

/** Makes the demonstration institution, or only new links where it is there: what `matang contoh` prints. */
export async function muatContoh(dataDir: string): Promise<string> {
	const { stdout } = await promisify(execFile)(
		process.execPath,
		[join(projectDir, 'src', 'cli', 'main.ts'), 'contoh'],
		{ env: { ...process.env, MATANG_DATA_DIR: dataDir } },
	);
	return stdout;
}

/** Path of the link that signs a person in, by the beginning of their line: "koordinator,". Each works once. */
export const tautanOf = (contoh: string, siapa: string): string =>
	contoh.slice(contoh.indexOf(siapa)).match(/\/tautan\/\S+/)?.[0] ?? '';
