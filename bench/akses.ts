import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { hariIso, isoHari } from '#features/audit/akses/mesin/tanggal.rules.ts';
import { reviewBerkas } from '#features/audit/akses/review-berkas.ts';
import { projectDir } from '#platform/config.ts';
import { median, type Row, round, row } from './row.ts';

const AKUN = 100_000;
const PEGAWAI = 20_000;
const hari = hariIso('2026-11-25');
const kata = 'Budi Siti Ahmad Dewi Agus Sri Joko Rina Andi Nur Yusuf Hendra Lestari Wahyu Bambang Eko'.split(
	' ',
);
const unit = 'Kesehatan Pendidikan Perhubungan Sosial Pertanian Pariwisata'
	.split(' ')
	.map((u) => `Dinas ${u}`);
const peran = ['operator', 'bendahara', 'pembuat SPM', 'penerbit SP2D', 'verifikator', 'pembaca', 'PPK'];
const pilih = <T>(daftar: readonly T[], n: number): T => daftar[n % daftar.length] as T;
const nip = (n: number) => `19${String(700_101_200_001_000_0 + n).padStart(16, '0')}`;
const nama = (n: number) =>
	`${pilih(kata, n)} ${pilih(kata, n >> 4)} ${pilih(kata, n >> 8)} ${pilih(kata, n >> 12)}`;

function* barisPegawai(): Generator<string> {
	yield 'nip,nama,unit,status,tmt_jabatan,tmt_berhenti\n';
	for (let n = 0; n < PEGAWAI; n++)
		yield `${nip(n)},"${nama(n)}, S.Kom.",${pilih(unit, n)},${n % 40 ? 'Aktif' : 'Pensiun'},2020-01-01,${n % 40 ? '' : '2026-01-31'}\n`;
}

/** One account in seven breaks some rule; one in ten has no NIP and is matched by name. */
function* barisAkun(): Generator<string> {
	yield 'aplikasi,nama_akun,pemilik_nama,pemilik_nip,jenis,unit,peran,istimewa,status,dibuat,mulai,akhir,terakhir_masuk,sandi_diubah,sandi_tak_kedaluwarsa,mfa,disetujui_oleh,tanggal_reviu,tujuan,kontrak_akhir,log_masuk\n';
	for (let n = 0; n < AKUN; n++) {
		const p = (n * 7919) % PEGAWAI;
		const tua = n % 7 === 0;
		const lalu = (h: number) => isoHari(hari - h);
		yield [
			...[
				`app${n % 40}`,
				`u${n}`,
				nama(p),
				n % 10 ? nip(p) : '',
				n % 50 ? 'orang' : 'layanan',
				pilih(unit, p),
				pilih(peran, n),
			],
			...[
				n % 90 ? 'tidak' : 'ya',
				n % 6 ? 'aktif' : 'nonaktif',
				lalu(900),
				lalu(900),
				lalu(-400),
				lalu(tua ? 120 : n % 40),
			],
			...[
				lalu(tua ? 800 : 60),
				tua ? 'ya' : 'tidak',
				n % 3 ? 'ya' : 'tidak',
				'Kepala',
				lalu(50),
				'layanan',
				'',
				'2026-11-20 09:13 ID',
			],
		]
			.join(',')
			.concat('\n');
	}
}

/** From two files to findings: reading, matching and eighteen rules. */
export async function measureAkses(): Promise<Row[]> {
	const dir = mkdtempSync(join(tmpdir(), 'matang-bench-akses-'));
	try {
		const [akun, pegawai] = [join(dir, 'akun.csv'), join(dir, 'pegawai.csv')];
		await pipeline(Readable.from(barisPegawai()), createWriteStream(pegawai));
		await pipeline(Readable.from(barisAkun()), createWriteStream(akun));
		const lama: number[] = [];
		let temuan = 0;
		for (let n = 0; n < 3; n++) {
			const mulai = performance.now();
			const hasil = await reviewBerkas(
				{ dir: { project: projectDir } },
				{
					akun: { nama: akun, path: akun },
					pegawai: { nama: pegawai, path: pegawai },
					peta: {},
					sistem: 'bench',
					hari,
				},
			);
			lama.push(performance.now() - mulai);
			if (!hasil.ok || hasil.value.akun.length !== AKUN) throw new Error('berkas bench tidak terbaca');
			temuan = hasil.value.temuan.length;
		}
		const ms = round(median(lama), 0);
		return [
			row('Hak akses: dua berkas sampai temuan', `100.000 akun × 18 aturan, ${temuan} temuan`, {
				...{ peran: 'auditor', p95Ms: ms, batas: '≤ 5 s', lolos: ms <= 5000 },
			}),
		];
	} finally {
		rmSync(dir, { recursive: true, force: true });
	}
}
