import { hitungIndeks } from '#features/instrumen/hitung-indeks.ts';
import { readConfig } from '#platform/config.ts';
import { type Command, exitCode, type Io, RefusedError, UsageError } from './command.ts';
import { readArgs, readText, readYear, toJson } from './output.ts';
import { readInput } from './read-input.ts';

export const compute: Command = {
	nama: 'compute',
	ringkas: 'menghitung indeks dan predikat dari nilai indikator',
	basisData: false,
	bantuan: `matang compute --instrumen ID BERKAS [--tahun N] [--aturan-predikat persis|terbulatkan]

BERKAS berisi {"nilai": [3,1,null,…]} menurut urutan indikator, atau {"nilai": {"I01": 3, …}}. "-" berarti
masukan baku. null berarti belum dijawab. spbe-2018: 35 nilai, I35 boleh daftar paling banyak tiga; spbe-2020: 47;
pemdi-2026: 20 nilai, boleh dua desimal. Yang ada: matang instrumen list.

Selalu menulis JSON: indeks, indeks persis, predikat, domain, aspek, banyaknya yang terjawab; bila ada null, indeks
dan predikat null dan "rentang" menyebut indeks terendah dan tertinggi yang masih mungkin.

  --tahun N            aturan predikat tahun itu (2023: terbulatkan; 2024: persis)
  --aturan-predikat A  persis atau terbulatkan; mengalahkan aturan tahun dan instrumen

Contoh: matang compute --instrumen spbe-2020 nilai.json`,
	async run(io, args) {
		const parsed = readArgs(
			args,
			{ instrumen: { type: 'string' }, 'aturan-predikat': { type: 'string' }, tahun: { type: 'string' } },
			[1, 1],
			['json'],
		);
		const instrumen = readText(parsed, 'instrumen');
		if (!instrumen) throw new UsageError('Sebutkan instrumennya: --instrumen spbe-2020.');
		const tahun = readYear(parsed);
		const aturanPredikat = readRule(readText(parsed, 'aturan-predikat'));
		const nilai = await readAnswers(io, parsed.posisi[0] ?? '');
		const { projectDir, dataDir } = readConfig(process.env);
		const hasil = hitungIndeks(
			{ dir: { project: projectDir, data: dataDir } },
			{ instrumen, nilai, tahun, aturanPredikat },
		);
		if (hasil.ok) {
			io.out(toJson(hasil.value));
			return exitCode.ok;
		}
		if (hasil.reason === 'instrumen_tidak_dikenal')
			throw new RefusedError(
				`Instrumen "${instrumen}" tidak dikenal. Yang ada: ${hasil.pilihan.join(', ')}.`,
			);
		throw new RefusedError(hasil.masalah.map(({ path, message }) => `${path}: ${message}`).join('\n'));
	},
};

function readRule(text: string | undefined): 'persis' | 'terbulatkan' | undefined {
	if (text === undefined || text === 'persis' || text === 'terbulatkan') return text;
	throw new UsageError(`--aturan-predikat "${text}" tidak dikenal; pilih persis atau terbulatkan.`);
}

/** The answers in the file, unchecked. @throws RefusedError when it is missing or no JSON object with "nilai". */
async function readAnswers(io: Io, nama: string): Promise<unknown> {
	const text = await readInput(io, nama);
	let isi: unknown;
	try {
		isi = JSON.parse(text);
	} catch (cause) {
		throw new RefusedError(`${nama}: bukan JSON yang sah (${(cause as Error).message}).`);
	}
	if (typeof isi !== 'object' || isi === null || !('nilai' in isi))
		throw new RefusedError(
			`${nama}: seharusnya objek JSON dengan "nilai", misalnya {"nilai": [3, 1, null]}.`,
		);
	return isi.nilai;
}
