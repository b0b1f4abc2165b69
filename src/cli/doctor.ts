import { existsSync, readFileSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from '#app';
import { NAMA_NASIONAL } from '#features/hasil/hasil.schema.ts';
import { hitungIsi } from '#features/hasil/periksa-isi.ts';
import { readConfig } from '#platform/config.ts';
import { type Command, exitCode, type Io } from './command.ts';
import { listInstrumenProblem } from './doctor-instrumen.ts';
import { readArgs, toJson, toTable } from './output.ts';

interface Finding {
	pemeriksaan: string;
	status: 'baik' | 'peringatan' | 'salah';
	pesan: string;
}

const minimumDiskBytes = 500 * 1024 * 1024;

export const doctor: Command = {
	nama: 'doctor',
	ringkas: 'memeriksa pemasangan dan mengatakan apa yang salah',
	basisData: true,
	bantuan: `matang doctor [--format json]

Memeriksa Node, halaman terbangun, cakram, instrumen, basis data, isi, dan jam. Keluar 0 bila tidak ada yang
salah (peringatan boleh ada), 1 bila ada.`,
	async run(io, args) {
		const { format } = readArgs(args, {}, [0, 0]);
		const findings = [...checkMachine(), ...checkInstrumen(), ...(await checkDatabase(io))];
		const bad = findings.some(({ status }) => status === 'salah');
		if (format === 'json') io.out(toJson({ baik: !bad, pemeriksaan: findings }));
		else
			io.out(
				toTable(findings.map(({ pemeriksaan, status, pesan }) => [status.toUpperCase(), pemeriksaan, pesan])),
			);
		return bad ? exitCode.refused : exitCode.ok;
	},
};

function finding(
	pemeriksaan: string,
	ok: boolean,
	pesan: string,
	otherwise: Finding['status'] = 'salah',
): Finding {
	return { pemeriksaan, status: ok ? 'baik' : otherwise, pesan };
}

function checkMachine(): Finding[] {
	const config = readConfig(process.env);
	const built = existsSync(join(config.projectDir, 'build', 'handler.js'));
	const year = new Date().getFullYear();
	const found = [
		finding(
			'node',
			Number(process.versions.node.split('.')[0]) >= 24,
			`Node ${process.version}; diperlukan 24 atau lebih baru`,
		),
		finding(
			'halaman',
			built,
			built ? 'halaman terbangun' : 'halaman belum dibangun; jalankan npm start',
			'peringatan',
		),
		finding('jam', year >= 2026 && year < 2100, `jam mesin menunjukkan tahun ${year}`),
	];
	if (existsSync(config.dataDir)) {
		const { bavail, bsize } = statfsSync(config.dataDir);
		const free = bavail * bsize;
		found.push(
			finding(
				'cakram',
				free >= minimumDiskBytes,
				`${Math.floor(free / 1024 / 1024)} MB kosong di ${config.dataDir}`,
				'peringatan',
			),
		);
	}
	return found;
}

function checkInstrumen(): Finding[] {
	const { projectDir, dataDir } = readConfig(process.env);
	const { jumlah, masalah } = listInstrumenProblem(projectDir, dataDir);
	const base = finding('instrumen', jumlah >= 3, `${jumlah} instrumen terbaca`);
	return [base, ...masalah.map((pesan) => finding('instrumen', false, pesan))];
}

async function checkDatabase(io: Io): Promise<Finding[]> {
	let app: App;
	try {
		app = await io.openApp();
	} catch (error) {
		return [finding('basis data', false, (error as Error).message)];
	}
	try {
		return [finding('basis data', true, `${app.db.jenis} ${app.db.versi}`), ...(await checkContent(app))];
	} finally {
		await app.close();
	}
}

/** Counts that must hold on any sound installation, whatever was imported later. */
async function checkContent(app: App): Promise<Finding[]> {
	const n = await hitungIsi(app.ctxOf({ jenis: 'operator' }));
	const shipped = countShipped(app.config.projectDir);
	return [
		finding('isi', n.hasil >= shipped, `${n.hasil} hasil; yang dibawa Matang ${shipped}`),
		finding(
			'instansi',
			n.instansi > 600 && n.provinsi === 38,
			`${n.instansi} instansi di ${n.provinsi} provinsi`,
		),
		finding('peringkat', n.tanpaPeringkat === 0, `${n.tanpaPeringkat} hasil tahun lengkap tanpa peringkat`),
		finding(
			'kerangka tahun',
			n.bedaInstrumen === 0,
			`${n.bedaInstrumen} hasil berinstrumen lain dari tahunnya`,
		),
		finding('keraguan', true, `${n.ragu} hasil bertanda meragukan (lihat halaman Data)`),
	];
}

/** Results in the shipped list: its lines without the header and without the national figures. */
function countShipped(projectDir: string): number {
	const lines = readFileSync(join(projectDir, 'data', 'hasil.csv'), 'utf8')
		.trimEnd()
		.split('\n');
	return lines.slice(1).filter((line) => !line.includes(NAMA_NASIONAL)).length;
}
