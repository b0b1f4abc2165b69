/** What a device keeps: drafts as they are typed, and sendings that wait. In IndexedDB, each under its person's key. */

export interface Draf {
	/** Person, page and form. */
	kunci: string;
	orang: string;
	/** Path of the workbench, without language. */
	jalur: string;
	form: string;
	judul: string;
	isi: Record<string, string>;
	/** Newest ledger entry that was seen while writing; null where there is none to clash with. */
	dasar: string | null;
	/** Milliseconds since 1970, by the device's clock. */
	waktu: number;
}

export type KeadaanKiriman = 'menunggu' | 'masuk_lagi' | 'ditolak' | 'bentrok';

export interface Kiriman {
	/** Order of sending; given by the store. */
	urut?: number;
	/** Idempotency key: the same for every attempt. */
	kunci: string;
	orang: string;
	jalur: string;
	form: string;
	judul: string;
	isi: [string, string][];
	waktu: number;
	keadaan: KeadaanKiriman;
	/** Why it was refused, in the person's language. */
	pesan: string;
}

type Lemari = 'draf' | 'kiriman';
let terbuka: Promise<IDBDatabase> | undefined;

function open(): Promise<IDBDatabase> {
	terbuka ??= new Promise((resolve, reject) => {
		const minta = indexedDB.open('matang-luring', 1);
		minta.onupgradeneeded = () => {
			minta.result.createObjectStore('draf', { keyPath: 'kunci' });
			minta.result.createObjectStore('kiriman', { keyPath: 'urut', autoIncrement: true });
		};
		minta.onsuccess = () => resolve(minta.result);
		minta.onerror = () => reject(minta.error);
		minta.onblocked = () => reject(new Error('terhalang'));
	});
	return terbuka;
}

/** One transaction; resolves when it is on disk. @throws where the device refuses storage or has none left. */
async function run<T>(
	lemari: Lemari,
	mode: IDBTransactionMode,
	work: (isi: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
	const db = await open();
	return await new Promise((resolve, reject) => {
		const trx = db.transaction(lemari, mode, { durability: mode === 'readwrite' ? 'strict' : 'default' });
		const minta = work(trx.objectStore(lemari));
		trx.oncomplete = () => resolve(minta.result);
		trx.onabort = () => reject(trx.error);
		trx.onerror = () => reject(trx.error);
	});
}

export const putDraf = (draf: Draf) => run('draf', 'readwrite', (s) => s.put(draf));
export const findDraf = (kunci: string) =>
	run<Draf | undefined>('draf', 'readonly', (s) => s.get(kunci) as IDBRequest<Draf | undefined>);
export const deleteDraf = (kunci: string) => run('draf', 'readwrite', (s) => s.delete(kunci));
export const putKiriman = (kiriman: Kiriman) => run('kiriman', 'readwrite', (s) => s.put(kiriman));
export const deleteKiriman = (urut: number) => run('kiriman', 'readwrite', (s) => s.delete(urut));

export async function listDraf(orang: string): Promise<Draf[]> {
	const semua = await run<Draf[]>('draf', 'readonly', (s) => s.getAll() as IDBRequest<Draf[]>);
	return semua.filter((d) => d.orang === orang).sort((a, b) => b.waktu - a.waktu);
}

/** A person's sendings, oldest first. */
export async function listKiriman(orang: string): Promise<(Kiriman & { urut: number })[]> {
	const semua = await run<(Kiriman & { urut: number })[]>(
		'kiriman',
		'readonly',
		(s) => s.getAll() as IDBRequest<(Kiriman & { urut: number })[]>,
	);
	return semua.filter((k) => k.orang === orang).sort((a, b) => a.urut - b.urut);
}

export const kunciDraf = (orang: string, jalur: string, form: string) => `${orang} ${jalur} ${form}`;
