import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readKunciPublik, readSaksi } from '#platform/activity/kunci-aktivitas.ts';
import { verifyActivity } from '#platform/activity/verify-activity.ts';
import { type HasilBerkas, verifyFile } from '#platform/activity/verify-file.ts';
import { type Command, exitCode, type Io, RefusedError, UsageError } from './command.ts';
import { readArgs, readText, toJson } from './output.ts';
import { withApp } from './with-app.ts';

const kalimat = {
	hash_tidak_cocok: 'isinya tidak cocok dengan sidiknya',
	nomor_terlewat: 'ada catatan sebelumnya yang hilang',
	kolom_tidak_cocok: 'kolomnya tidak sama dengan isi yang disidik',
	kepala_tidak_cocok: 'akhir rantai tidak cocok dengan kepalanya',
	terpotong: 'ada titik tanda sesudah catatan terakhir: ujung rantainya dipotong',
	titik_tidak_cocok: 'tidak sama dengan yang ditandatangani: rantainya dihitung ulang',
	titik_hilang: 'titik tandanya dihapus dari basis data',
	tanda_tidak_sah: 'tanda tangan titiknya tidak sah',
	kunci_asing: 'titiknya ditandatangani kunci lain',
	jalur_tidak_cocok: 'jalurnya tidak menuju titik yang ditandatangani',
	objek_lain: 'catatannya tentang objek lain',
	tanpa_titik: 'tidak ada titik tanda yang mencakupnya',
	baris_rusak: 'barisnya tidak dapat dibaca',
} as const;

export const verify: Command = {
	nama: 'verify',
	ringkas: 'memeriksa bahwa catatan aktivitas tidak diubah',
	basisData: true,
	bantuan: `matang verify activity [--format json]
matang verify activity --file BERKAS [--kunci SIDIK] [--format json]

Menelusuri setiap rantai catatan aktivitas dari awal, dan mencocokkannya dengan titik-titik yang ditandatangani, yang
juga disimpan di luar basis data (titik-titik di direktori data). Dengan --file: memeriksa ekspor rantai atau riwayat
satu penilaian, tanpa basis data; --kunci menolak tanda dari kunci lain ("ab12 cd34 …", atau seluruh kunci publik).
Keluar 0 bila semuanya utuh, 1 bila ada yang tidak cocok.`,
	async run(io, args) {
		const parsed = readArgs(args, { file: { type: 'string' }, kunci: { type: 'string' } }, [1, 1]);
		if (parsed.posisi[0] !== 'activity') throw new UsageError('Yang dapat diperiksa: activity.');
		const file = readText(parsed, 'file');
		if (file !== undefined) return reportFile(io, file, readText(parsed, 'kunci') ?? null, parsed.format);
		const hasil = await withApp(io, (ctx) =>
			verifyActivity(ctx.db, {
				titik: readSaksi(ctx.dir.data),
				kunci: readKunciPublik(ctx.dir.data),
			}),
		);
		const utuh = hasil.masalah.length === 0;
		if (parsed.format === 'json') io.out(toJson({ utuh, ...hasil }));
		else if (utuh)
			io.out(`Utuh: ${hasil.baris} catatan dalam ${hasil.rantai} rantai, ${hasil.titik} titik bertanda.\n`);
		else
			io.out(
				`${hasil.masalah.map((m) => `Rantai ${m.rantai}, catatan ${m.nomor}: ${kalimat[m.masalah]}.`).join('\n')}\n`,
			);
		return utuh ? exitCode.ok : exitCode.refused;
	},
};

function reportFile(io: Io, file: string, kunci: string | null, format: 'teks' | 'json'): number {
	const hasil = verifyFile(readTeks(resolve(io.cwd, file)), kunci);
	if (!hasil) throw new RefusedError(`${file} bukan ekspor catatan aktivitas Matang.`);
	const utuh = hasil.masalah.length === 0;
	if (format === 'json') io.out(toJson({ utuh, ...hasil }));
	else if (utuh) io.out(sebutUtuh(hasil));
	else io.out(`${hasil.masalah.map((m) => `Catatan ${m.nomor}: ${kalimat[m.masalah]}.`).join('\n')}\n`);
	return utuh ? exitCode.ok : exitCode.refused;
}

function sebutUtuh(h: HasilBerkas): string {
	const apa = h.objek === null ? `rantai ${h.rantai}` : `riwayat ${h.objek}`;
	const sisa = h.belumBertitik > 0 ? ` ${h.belumBertitik} catatan terakhir belum bertanda.` : '';
	return `Utuh: ${h.baris} catatan, ${apa}, ${h.titik} titik bertanda.${sisa}\nDitandatangani kunci ${h.kunci.join(', ') || '(tidak ada)'}; cocokkan dengan yang diumumkan instansi.\n`;
}

function readTeks(path: string): string {
	try {
		return readFileSync(path, 'utf8');
	} catch (cause) {
		throw new RefusedError(
			`${path} tidak dapat dibaca (${(cause as NodeJS.ErrnoException).code ?? 'galat'}).`,
		);
	}
}
