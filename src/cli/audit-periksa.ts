import { appendFileSync, closeSync, openSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Alat, batasBaku, type Catatan, createLaju } from '#features/audit/periksa/alat.ts';
import { cariAlamatMesin, resolverMesin } from '#features/audit/periksa/dns.ts';
import { izinPeriksaCopy } from '#features/audit/periksa/izin-periksa.copy.ts';
import type { IzinPeriksa } from '#features/audit/periksa/izin-periksa.rules.ts';
import { periksaTarget } from '#features/audit/periksa/periksa-target.ts';
import { readIzinBerkas } from '#features/audit/periksa/read-izin-berkas.ts';
import { type Katalog, readKatalog } from '#features/audit/periksa/read-katalog.ts';
import { parseTarget, type Target } from '#features/audit/periksa/sasaran.rules.ts';
import { type HasilLuar, susunHasilLuar } from '#features/audit/periksa/susun-hasil.rules.ts';
import { readConfig } from '#platform/config.ts';
import { type Command, exitCode, type Io, RefusedError, UsageError } from './command.ts';
import { readArgs, readText, toJson, toTable } from './output.ts';
import { readInput } from './read-input.ts';

export const auditPeriksa: Command = {
	nama: 'audit periksa',
	ringkas: 'memeriksa keamanan satu sistem milik sendiri di bawah izin',
	basisData: false,
	bantuan: `matang audit periksa HOST[:PORT] --izin BERKAS [--catatan BERKAS] [--format json|teks]

Memeriksa satu alamat (porta 443 bila tidak disebut): TLS, sertifikat, header, cookie, DNS. Hanya jabat tangan, kueri
DNS ke resolver mesin ini, dan GET/HEAD halaman biasa; satu sambungan pada satu waktu. Yang tidak disebut izin tidak
disentuh: perintah menolak dan keluar dengan 1 tanpa membuka sambungan.

BERKAS izin: {"nomor": "…", "pemberi": "…", "berlakuDari": "2026-01-01", "berlakuSampai": "2026-12-31",
"sasaran": ["app.kota.go.id:443", "app.kota.go.id:80", "10.1.2.0/24:443"], "tambahan": ["WEB-07"]}. Alamat dalam,
loopback, link-local, dan metadata awan hanya diperiksa bila izin menyebut alamat IP-nya.

  --izin BERKAS     surat izin
  --catatan BERKAS  setiap sambungan dan kueri ditambahkan di sini, satu JSON per baris; tanpa ini ke keluaran galat
  --format F        json (bawaan): [{"pemeriksaan","status","kendali","pesan","perbaikan"}], atau teks

Contoh: matang audit periksa app.kota.go.id --izin izin.json --format json`,
	async run(io, args) {
		const parsed = readArgs(
			args,
			{ izin: { type: 'string' }, catatan: { type: 'string' } },
			[1, 1],
			['json', 'teks'],
		);
		const berkas = readText(parsed, 'izin');
		if (!berkas) throw new UsageError('Sebutkan surat izinnya: --izin izin.json.');
		const target = readTarget(parsed.posisi[0] ?? '');
		const izin = await readIzin(io, berkas);
		const { projectDir, dataDir, resolver } = readConfig(process.env);
		const katalog = readKatalog({ dir: { project: projectDir, data: dataDir } });
		warnTambahan(io, izin, katalog);
		const alat = {
			...susunAlat(izin, bukaCatatan(io, readText(parsed, 'catatan'))),
			resolver: resolver ?? resolverMesin(),
		};
		const hasil = await periksaTarget(alat, katalog, target, hariMesin(new Date()));
		if (!hasil.ok) throw new RefusedError(izinPeriksaCopy.id.tolak[hasil.reason]);
		const luar = susunHasilLuar(hasil.value.hasil, katalog.pemeriksaan);
		io.out(parsed.format === 'json' ? toJson(luar) : teksHasil(luar));
		return exitCode.ok;
	},
};

function readTarget(teks: string): Target {
	const target = parseTarget(teks);
	if (target.ok) return target.value;
	throw new RefusedError(`"${teks.slice(0, 80)}" ${izinPeriksaCopy.id.sasaran[target.reason]}`);
}

async function readIzin(io: Io, berkas: string): Promise<IzinPeriksa> {
	const izin = readIzinBerkas(await readInput(io, berkas));
	if (izin.ok) return izin.value;
	throw new RefusedError(izin.masalah.map((m) => `${berkas}: ${m}`).join('\n'));
}

function warnTambahan(io: Io, izin: IzinPeriksa, katalog: Katalog): void {
	const asing = izin.tambahan.filter((id) => !katalog.pemeriksaan.has(id));
	if (asing.length > 0) io.err(`Tambahan yang tidak dikenal diabaikan: ${asing.join(', ')}.\n`);
}

/** @throws RefusedError before anything is looked at, where the log cannot be written */
function bukaCatatan(io: Io, nama: string | undefined): (c: Catatan) => void {
	if (nama === undefined) return (c) => io.err(`${JSON.stringify(c)}\n`);
	const path = resolve(io.cwd, nama);
	try {
		closeSync(openSync(path, 'a', 0o600));
	} catch (cause) {
		const { code } = cause as NodeJS.ErrnoException;
		throw new RefusedError(
			`${nama}: catatan tidak dapat ditulis (${code ?? 'galat'}). Tidak ada yang diperiksa.`,
		);
	}
	return (c) => appendFileSync(path, `${JSON.stringify(c)}\n`);
}

function susunAlat(izin: IzinPeriksa, catat: (c: Catatan) => void): Omit<Alat, 'resolver'> {
	return {
		izin,
		catat,
		batas: batasBaku,
		laju: createLaju(),
		clock: () => new Date(),
		cariAlamat: cariAlamatMesin,
		portaPolos: 80,
	};
}

/** The calendar day of this machine, ISO. */
function hariMesin(d: Date): string {
	const dua = (n: number) => String(n).padStart(2, '0');
	return `${d.getFullYear()}-${dua(d.getMonth() + 1)}-${dua(d.getDate())}`;
}

function teksHasil(hasil: HasilLuar[]): string {
	const tabel = hasil.map((h) => [h.pemeriksaan, h.status, h.kendali.join(' '), h.pesan]);
	return toTable([['Pemeriksaan', 'Status', 'Kendali', 'Pesan'], ...tabel]);
}
