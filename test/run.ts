/** Runs every test and ends with the line "N passed, N failed, N skipped". */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectDir } from '#platform/config.ts';

interface Report {
	numPassedTests: number;
	numFailedTests: number;
	numPendingTests: number;
	numFailedTestSuites: number;
	success: boolean;
}

const dir = mkdtempSync(join(tmpdir(), 'matang-uji-'));
const output = join(dir, 'laporan.json');
const args = [
	'run',
	'--reporter=default',
	'--reporter=json',
	`--outputFile.json=${output}`,
	...process.argv.slice(2),
];
const vitest = join(projectDir, 'node_modules', 'vitest', 'vitest.mjs');
const { status } = spawnSync(process.execPath, [vitest, ...args], { cwd: projectDir, stdio: 'inherit' });

let report: Report | undefined;
try {
	report = JSON.parse(readFileSync(output, 'utf8')) as Report;
} catch {
	process.stderr.write('Laporan uji tidak terbentuk; pesan di atas menyebutkan sebabnya.\n');
}
rmSync(dir, { recursive: true, force: true });
const { numPassedTests: passed = 0, numFailedTests = 0, numPendingTests: skipped = 0 } = report ?? {};
// A file that cannot even be loaded has no test to count, but it has failed.
const failed = numFailedTests === 0 && status !== 0 ? 1 : numFailedTests;
process.stdout.write(`\n${passed} passed, ${failed} failed, ${skipped} skipped\n`);
process.exitCode = status === 0 && passed > 0 ? 0 : 1;
