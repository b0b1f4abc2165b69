import { fromKysely, PgBoss } from 'pg-boss';
import type { Database } from '../database/database.ts';
import { asMachine, type Trx } from '../database/scope.ts';
import type { Log } from '../log.ts';

/** Work that outlives the request. What tests replace. */
export interface Jobs {
	/**
	 * Hands work over within the transaction of the act: it is taken up once that commits, and never where it does not.
	 * @param isi becomes JSON; no secrets
	 * @throws where no server is running the queue, or no worker is known for the kind
	 */
	enqueue(trx: Trx, jenis: string, isi: object): Promise<void>;
}

/** Who does one kind of work. It may be asked twice for the same, after a crash: the second time must change nothing. */
export interface Pekerja {
	kerjakan: (isi: unknown) => Promise<void>;
	/** Seconds that one attempt may take. */
	batas: number;
	/** Further attempts after the first, and the seconds before the first of them; the pause doubles up to an hour. */
	ulang: number;
	jeda: number;
	/** Cron line in western Indonesian time, for what comes by the clock. */
	jadwal?: string;
}

export interface JobRunner {
	jobs: Jobs;
	/** Prepares the queue and begins to work. */
	start(pekerja: Readonly<Record<string, Pekerja>>): Promise<void>;
	/** Lets what is running finish, half a minute at most; what does not is taken up again at the next start. */
	stop(): Promise<void>;
}

const SETENGAH_MENIT = 30;

/**
 * The queue of background work on the same database. A worker that dies is noticed by its missing heartbeat within a
 * minute, and its work is given to another.
 * @param poll seconds between two looks for work
 */
export function openJobs(db: Database, log: Log, poll = 2): JobRunner {
	const boss = new PgBoss({
		...db.antrean,
		superviseIntervalSeconds: 15,
		monitorIntervalSeconds: 15,
		registerInstance: false,
		...(db.jenis === 'pglite' && { reindex: false, monitorVacuum: false }),
	});
	boss.on('error', (error) => log.error({ err: error }, 'antrean pekerjaan'));
	let kenal: ReadonlySet<string> = new Set();
	return {
		jobs: {
			enqueue: async (trx, jenis, isi) => {
				if (!kenal.has(jenis)) throw new Error(`tidak ada pekerja untuk ${jenis}`);
				// through the transaction itself: the embedded database has one connection, and asking for another waits for ever
				await asMachine(trx, () => boss.send(jenis, isi, { db: fromKysely(trx) }));
			},
		},
		start: async (pekerja) => {
			await boss.start();
			for (const [jenis, p] of Object.entries(pekerja)) await startPekerja(boss, log, jenis, p, poll);
			kenal = new Set(Object.keys(pekerja));
		},
		stop: async () => {
			if (kenal.size > 0) await boss.stop({ graceful: true, timeout: SETENGAH_MENIT * 1000 });
			kenal = new Set();
		},
	};
}

async function startPekerja(boss: PgBoss, log: Log, jenis: string, p: Pekerja, poll: number): Promise<void> {
	const setelan = {
		expireInSeconds: p.batas,
		retryLimit: p.ulang,
		retryDelay: p.jeda,
		retryBackoff: true,
		retryDelayMax: 3600,
		heartbeatSeconds: SETENGAH_MENIT,
		deleteAfterSeconds: 86_400,
	};
	await boss.createQueue(jenis, setelan);
	await boss.updateQueue(jenis, setelan); // an earlier version may have made it with others
	await boss.work(jenis, { pollingIntervalSeconds: poll }, async ([job]) => {
		try {
			await p.kerjakan(job?.data);
		} catch (error) {
			log.warn({ err: error, pekerjaan: jenis, id: job?.id }, 'pekerjaan gagal dan akan diulang');
			throw error;
		}
	});
	if (p.jadwal) await boss.schedule(jenis, p.jadwal, {}, { tz: 'Asia/Jakarta' });
}
