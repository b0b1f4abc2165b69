import { resolve } from 'node:path';
import { listInstrumen } from '#features/instrumen/instrumen.ts';
import { readInstrumen } from '#features/instrumen/read-instrumen.ts';
import { readConfig } from '#platform/config.ts';
import { listIndikator } from '#scoring/instrumen.ts';
import { type Command, exitCode } from './command.ts';
import { readArgs, toJson, toTable } from './output.ts';

export const instrumenCheck: Command = {
	nama: 'instrumen check',
	ringkas: 'memeriksa berkas instrumen',
	basisData: false,
	bantuan: `matang instrumen check BERKAS [--format json]

Memeriksa bentuk dan kepaduan berkas instrumen (jumlah bobot, pengenal, tingkat, pita predikat). Keluar 0 bila
baik; 1 bila ada masalah, masing-masing dengan letak dan sebabnya.

Contoh: matang instrumen check spbe-daerah.json`,
	async run(io, args) {
		const { posisi, format } = readArgs(args, {}, [1, 1]);
		const nama = posisi[0] ?? '';
		const hasil = readInstrumen(resolve(io.cwd, nama));
		const masalah = hasil.ok ? [] : hasil.masalah;
		if (format === 'json')
			io.out(toJson({ baik: hasil.ok, id: hasil.ok ? hasil.instrumen.id : null, masalah }));
		else if (hasil.ok) io.out(`${nama}: baik (${hasil.instrumen.id}, ${hasil.instrumen.nama}).\n`);
		else for (const { path, pesan } of masalah) io.err(`${[nama, path, pesan].filter(Boolean).join(': ')}\n`);
		return hasil.ok ? exitCode.ok : exitCode.refused;
	},
};

export const instrumenList: Command = {
	nama: 'instrumen list',
	ringkas: 'menyebut instrumen yang dapat dipakai',
	basisData: false,
	bantuan: `matang instrumen list [--format json]

Instrumen yang dibawa Matang dan yang ada di direktori data (instrumen/*.json).`,
	async run(io, args) {
		const { format } = readArgs(args, {}, [0, 0]);
		const { projectDir, dataDir } = readConfig(process.env);
		const daftar = listInstrumen({ dir: { project: projectDir, data: dataDir } }).map((instrumen) => ({
			id: instrumen.id,
			nama: instrumen.nama,
			tahun: instrumen.tahun,
			indikator: listIndikator(instrumen).length,
		}));
		if (format === 'json') io.out(toJson(daftar));
		else
			io.out(
				toTable([
					['ID', 'TAHUN', 'INDIKATOR', 'NAMA'],
					...daftar.map((i) => [i.id, i.tahun.join(', '), String(i.indikator), i.nama]),
				]),
			);
		return exitCode.ok;
	},
};
