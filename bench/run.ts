/** Measures; asserts nothing in tests. `npm run bench -- --json FILE` also writes the rows. */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { removeDir, startSite } from '../test/journey/site.ts';
import { measureAkses } from './akses.ts';
import { measureAudit } from './audit.ts';
import { measureGrowth } from './growth.ts';
import { measureHitung } from './hitung.ts';
import { measureKept } from './kept.ts';
import { measureLaporan } from './laporan.ts';
import { measureNasional } from './nasional.ts';
import { measureOperator } from './operator.ts';
import { measurePages } from './pages.ts';
import { measurePlan } from './plan.ts';
import { withPostgres, withPostgresSite } from './postgres.ts';
import { printTable, type Row } from './row.ts';
import { measureStart } from './start.ts';
import { measureWeight } from './weight.ts';

const { values } = parseArgs({
	options: { json: { type: 'string' }, cepat: { type: 'boolean', default: false } },
});
const n = values.cepat ? 15 : 60;
const rows: Row[] = [];
const add = (more: Row[]) => {
	rows.push(...more);
	for (const { nama, ukuran, p95Ms } of more) process.stderr.write(`  ${nama}: ${p95Ms ?? ukuran}\n`);
};

add(await measureStart());
const site = await startSite();
const base = await measurePages(site.url, 'PGlite', 'data terbitan', n);
add(base);
add(await measureWeight(site.url));
for (const [nama, path] of [
	['Beranda', '/'],
	['Instansi', '/instansi/kota-balikpapan'],
	['Peringkat', '/peringkat?tahun=2024'],
] as const)
	add([await measureKept(site.url, nama, path)]);
add(await measureHitung(site.url));
add(await measureOperator(site));
await site.stop();
removeDir(site.dataDir);
add(await measureLaporan());
add(await measurePlan());
add(await measureAkses());
add(await measureAudit());
add(await withPostgresSite((url) => measurePages(url, 'PostgreSQL', 'data terbitan', n)));
add(await measureGrowth(base, n));
add(await measureNasional({ DATABASE_URL: '' }, 'PGlite', n));
add(await withPostgres((url) => measureNasional({ DATABASE_URL: url }, 'PostgreSQL', n)));

printTable(rows);
if (values.json) writeFileSync(values.json, `${JSON.stringify(rows, null, '\t')}\n`);
