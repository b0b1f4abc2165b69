import { join } from 'node:path';
import { pekerjaLupaSandi } from '#features/akun/request-setel-ulang.ts';
import { bacaPetaGrup } from '#features/akun/sso/peta-grup.schema.ts';
import { resolverMesin } from '#features/audit/periksa/dns.ts';
import { pekerjaJaga } from '#features/audit/sistem/jaga-sistem.ts';
import { jaringanMesin, pekerjaPeriksa } from '#features/audit/sistem/kerjakan-periksa.ts';
import { muatAwal } from '#features/hasil/muat-awal.ts';
import { pekerjaRingkasan } from '#features/kerjasama/send-ringkasan.ts';
import { pekerjaLaporan } from '#features/laporan/kerjakan-laporan.ts';
import { pekerjaNasional } from '#features/penilaian/request-putaran.ts';
import { type Config, prepareDataDir } from '#platform/config.ts';
import type { Ctx, Setelan } from '#platform/ctx.ts';
import type { Database } from '#platform/database/database.ts';
import { migrate } from '#platform/database/migrate.ts';
import { openDatabase } from '#platform/database/open-database.ts';
import { type JobRunner, openJobs, type Pekerja } from '#platform/jobs/jobs.ts';
import type { Log } from '#platform/log.ts';
import { pekerjaSurat } from '#platform/mail/deliver-surat.ts';
import { openMail } from '#platform/mail/mail.ts';
import { openSmtp } from '#platform/mail/smtp.ts';
import { createPindai } from '#platform/storage/clamav.ts';
import { type FileStore, openFileStore } from '#platform/storage/file-store.ts';
import { joinStore } from '#platform/storage/joined-store.ts';
import { openS3Store } from '#platform/storage/s3-store.ts';

export interface App {
	config: Config;
	log: Log;
	db: Database;
	ctxOf: (who: Ctx['who']) => Ctx;
	/** Begins with background work; only the server does. */
	startJobs: () => Promise<void>;
	/** The stores behind `ctx.berkas`, for moving files between them. */
	penyimpanan: Penyimpanan;
	close: () => Promise<void>;
}

export interface Penyimpanan {
	direktori: FileStore;
	s3: FileStore | null;
}

function openPenyimpanan(config: Config): Penyimpanan {
	const dir = join(config.dataDir, 'berkas');
	return { direktori: openFileStore(dir), s3: config.s3 ? openS3Store(config.s3, dir) : null };
}

/** New files go where the setting says; what the other place still holds is found there. */
function chooseBerkas({ direktori, s3 }: Penyimpanan, utama: Config['berkas']): FileStore {
	if (!s3) return direktori;
	return utama === 's3' ? joinStore(s3, direktori) : joinStore(direktori, s3);
}

/**
 * Opens the database (making, migrating and filling it where need be) and builds the context.
 * `tell` receives one Indonesian line per step.
 * @throws KonfigurasiError, DatabaseError
 */
export async function openApp(config: Config, log: Log, tell: (line: string) => void): Promise<App> {
	prepareDataDir(config.dataDir);
	const setelan = setelanOf(config);
	const penyimpanan = openPenyimpanan(config);
	const berkas = chooseBerkas(penyimpanan, config.berkas);
	const pindai = config.clamav ? createPindai(config.clamav, log) : undefined;
	const ctxFor = (db: Database, who: Ctx['who'], { jobs }: Pick<JobRunner, 'jobs'> = tanpaJobs): Ctx => ({
		who,
		db: db.kysely,
		jobs,
		mail: openMail(jobs, config.surat ? (config.alamat ?? null) : null),
		clock: () => new Date(),
		log,
		berkas,
		pindai,
		dir: { project: config.projectDir, data: config.dataDir },
		setelan,
	});
	const db = await openDatabase(config, log, async (opened) => {
		const applied = await migrate(opened, join(config.projectDir, 'migrations'));
		if (applied.length > 0) tell(`Skema basis data: ${applied.length} migrasi diterapkan`);
		await muatAwal(ctxFor(opened, { jenis: 'operator' }), ({ nama, selesai, jumlah }) => {
			tell(`Memuat ${nama}: ${selesai} dari ${jumlah}`);
		});
	});
	const runner = openJobs(db, log);
	const ctxOf = (who: Ctx['who']) => ctxFor(db, who, runner);
	return {
		config,
		log,
		db,
		penyimpanan,
		ctxOf,
		startJobs: () => runner.start(daftarPekerja(ctxOf({ jenis: 'publik' }), config)),
		close: async () => {
			await runner.stop();
			await db.close();
		},
	};
}

const tanpaJobs: Pick<JobRunner, 'jobs'> = {
	jobs: { enqueue: () => Promise.reject(new Error('antrean pekerjaan belum dibuka')) },
};

/** Who does which kind of background work. */
function daftarPekerja(ctx: Ctx, config: Config): Record<string, Pekerja> {
	const asal = config.alamat ? new URL(config.alamat).hostname : 'matang.invalid';
	return {
		surat: pekerjaSurat(ctx, config.surat ? openSmtp(config.surat) : null, asal),
		lupa_sandi: pekerjaLupaSandi(ctx),
		buka_nasional: pekerjaNasional(ctx),
		ringkasan: pekerjaRingkasan(ctx),
		laporan: pekerjaLaporan(ctx),
		periksa: pekerjaPeriksa(ctx, jaringanMesin(config.resolver ?? resolverMesin())),
		jaga_sistem: pekerjaJaga(ctx),
	};
}

function setelanOf({ kebijakanSandi, alamat, kunciRahasia, sso }: Config): Setelan {
	return {
		kebijakanSandi,
		alamat: alamat ?? null,
		kunciRahasia: kunciRahasia ?? null,
		sso: sso ? { ...sso, peta: sso.peta === undefined ? [] : bacaPetaGrup(sso.peta) } : null,
	};
}
