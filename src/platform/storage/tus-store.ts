import { AsyncLocalStorage } from 'node:async_hooks';
import type { Readable } from 'node:stream';
import { DataStore, ERRORS, Upload } from '@tus/server';
import type { Orang } from '../ctx.ts';
import { sebabPenyimpanan } from './storage-error.ts';
import { SidikBedaError, UMUR_UNGGAHAN, type UnggahanBagian, type UnggahanStore } from './unggahan-store.ts';

/** What the protocol's library does not hand on to the store. */
export interface PermintaanTus {
	orang: Orang;
	/** Of a new upload. */
	untuk: string;
	/** SHA-256 of the piece, where its sender gave one. */
	sidik: Buffer | null;
	/** A refusal by its name, for the answer's header. */
	tolak: (sebab: string) => void;
}

/** The request that is being answered. */
export const permintaanTus = new AsyncLocalStorage<PermintaanTus>();

/** A refusal as the protocol's library wants it thrown. The sentence is replaced where the answer is written. */
export function tolakTus(status: number, sebab: string): { status_code: number; body: string } {
	permintaanTus.getStore()?.tolak(sebab);
	return { status_code: status, body: `${sebab}\n` };
}

/** tus protocol 1.0 over our own store of pieces. */
export class TusStore extends DataStore {
	override extensions = ['creation', 'termination', 'expiration', 'checksum'];
	readonly #unggahan: UnggahanStore;
	readonly #clock: () => Date;

	constructor(unggahan: UnggahanStore, clock: () => Date) {
		super();
		this.#unggahan = unggahan;
		this.#clock = clock;
	}

	override async create(file: Upload): Promise<Upload> {
		const permintaan = permintaanTus.getStore();
		if (!permintaan) throw new Error('unggahan tanpa pemilik');
		const nama = file.metadata?.filename ?? 'berkas';
		const { orang, untuk } = permintaan;
		const baru = { id: file.id, orangId: orang.id, untuk, nama, ukuran: file.size ?? 0 };
		await this.#unggahan.create(baru, this.#clock()).catch(sebut);
		file.creation_date = this.#clock().toISOString();
		return file;
	}

	override async write(stream: Readable, id: string, offset: number): Promise<number> {
		const sidik = permintaanTus.getStore()?.sidik ?? null;
		return await this.#unggahan.append(id, offset, stream, sidik).catch(sebut);
	}

	override async getUpload(id: string): Promise<Upload> {
		const u = await this.#unggahan.find(id);
		if (!u) throw ERRORS.FILE_NOT_FOUND;
		return toUpload(u, this.#clock());
	}

	override async remove(id: string): Promise<void> {
		await this.#unggahan.remove(id);
	}

	override async deleteExpired(): Promise<number> {
		return await this.#unggahan.removeExpired(this.#clock());
	}

	override getExpiration(): number {
		return UMUR_UNGGAHAN;
	}
}

/** An upload expires when nobody has added to it for a while, so its age counts from now. */
function toUpload({ id, ukuran, offset, nama }: UnggahanBagian, kini: Date): Upload {
	return new Upload({
		id,
		size: ukuran,
		offset,
		metadata: { filename: nama },
		creation_date: kini.toISOString(),
	});
}

function sebut(cause: unknown): never {
	if (cause instanceof SidikBedaError) throw tolakTus(460, 'sidik_beda');
	const sebab = sebabPenyimpanan(cause);
	if (sebab === 'berkas_terlalu_besar') throw tolakTus(413, sebab);
	if (sebab) throw tolakTus(507, sebab);
	throw cause;
}
