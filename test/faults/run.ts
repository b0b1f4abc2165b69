/** Faults on purpose: `npm run faults -- [--siklus 300] [--penulis 64] [--benih N] [--hanya nama] [--db pglite] [--menit 60] [--acak 20000] [--unggahan 2048]`. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { projectDir } from '#platform/config.ts';
import { pekerjaMati } from './pekerja.ts';
import { acakDari, type Skenario, semuaSkenario } from './skenario.ts';
import { unggahanBesar } from './unggahan-besar.ts';

/** Those that take minutes or gigabytes stand here only, not in `npm test`. */
const daftar: Readonly<Record<string, Skenario>> = {
	...semuaSkenario,
	'pekerja-mati': pekerjaMati,
	'unggahan-besar': unggahanBesar,
};

const { values } = parseArgs({
	options: {
		siklus: { type: 'string', default: '300' },
		penulis: { type: 'string', default: '64' },
		benih: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
		hanya: { type: 'string' },
		db: { type: 'string' },
		/** At most so long for each long scenario. */
		menit: { type: 'string', default: '120' },
		acak: { type: 'string', default: '20000' },
		/** Of the large upload, in MB (1,048,576 bytes); the largest that is taken. */
		unggahan: { type: 'string', default: '2048' },
	},
});
const { siklus, penulis, acak, menit, unggahan } = values;
const angka = {
	siklus: Number(siklus),
	penulis: Number(penulis),
	acak: Number(acak),
	menit: Number(menit),
	unggahan: Number(unggahan),
};
const benih = Number(values.benih);
const nama = [...Object.keys(daftar), 'masukan-acak'];
if (Object.values(angka).some((n) => !Number.isInteger(n) || n < 1) || !Number.isInteger(benih))
	tolak('angkanya bukan bilangan bulat mulai 1');
if (values.hanya && !nama.includes(values.hanya))
	tolak(`skenario "${values.hanya}" tidak ada. Pilih: ${nama.join(', ')}`);

const tersedia = (['pglite', 'postgresql'] as const).filter(
	(j) => j === 'pglite' || process.env.TEST_DATABASE_URL,
);
const jenis = tersedia.filter((j) => values.db === undefined || j === values.db);
if (jenis.length === 0) tolak(`basis data "${values.db}" tidak tersedia. Pilih: ${tersedia.join(', ')}`);
process.stdout.write(
	`benih ${benih} · ${angka.siklus} siklus · ${angka.penulis} penulis · ${jenis.join(' dan ')}\n`,
);
if (tersedia.length === 1)
	process.stdout.write('PERHATIAN: PostgreSQL DILEWATI (setel TEST_DATABASE_URL untuk menjalankannya)\n');

let gagal = 0;
for (const j of jenis)
	for (const [n, skenario] of Object.entries(daftar).filter(([n]) => !values.hanya || n === values.hanya)) {
		const mulai = performance.now();
		const hasil = await skenario({
			jenis: j,
			siklus: angka.siklus,
			penulis: angka.penulis,
			acak: acakDari(benih),
			bita: angka.unggahan * 1024 ** 2,
			sampai: mulai + angka.menit * 60_000,
			maju: (teks) => process.stderr.write(`       ${j} ${n}: ${teks}\n`),
		}).catch((galat: Error) => ({ pelanggaran: [`harness berhenti: ${galat.stack}`], keterangan: '' }));
		lapor(j, n, hasil.pelanggaran, hasil.keterangan, mulai);
	}
if (!values.hanya || values.hanya === 'masukan-acak') {
	const mulai = performance.now();
	const env = { ...process.env, MATANG_ACAK: String(angka.acak), MATANG_BENIH: String(benih) };
	const vitest = join(projectDir, 'node_modules', 'vitest', 'vitest.mjs');
	const uji = spawnSync(
		process.execPath,
		[vitest, 'run', 'test/izin/acak.test.ts', '--testTimeout=7200000'],
		{ cwd: projectDir, env, stdio: 'inherit' },
	);
	lapor(
		jenis.join('+'),
		'masukan-acak',
		uji.status === 0 ? [] : ['lihat pesan di atas'],
		`${angka.acak} tiap kelompok pintu`,
		mulai,
	);
}
process.stdout.write(
	gagal === 0 ? '\nTidak ada pelanggaran.\n' : `\n${gagal} pelanggaran. Ulangi dengan --benih ${benih}.\n`,
);
process.exitCode = gagal === 0 ? 0 : 1;

function lapor(j: string, n: string, pelanggaran: string[], keterangan: string, mulai: number): void {
	gagal += pelanggaran.length;
	const detik = ((performance.now() - mulai) / 1000).toFixed(0);
	const tanda = pelanggaran.length === 0 ? 'utuh ' : 'RUSAK';
	process.stdout.write(
		`${tanda}  ${j.padEnd(10)}  ${n.padEnd(20)}  ${detik.padStart(5)} dtk  ${keterangan}\n`,
	);
	for (const p of pelanggaran.slice(0, 20)) process.stdout.write(`       - ${p}\n`);
}

function tolak(pesan: string): never {
	process.stderr.write(`npm run faults: ${pesan}.\n`);
	process.exit(2);
}
