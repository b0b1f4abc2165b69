import { asMachine, type Trx } from '../database/scope.ts';
import type { Jobs } from '../jobs/jobs.ts';
import { insertSurat } from './surat.store.ts';

export interface Surat {
	kepada: { nama: string; alamat: string };
	perihal: string;
	/** Plain text. */
	isi: string;
	/** What it is for, for the list of what failed: "undangan". */
	jenis: string;
	/** After this moment it is not worth sending: a link in it has expired. */
	sampai: Date;
	dibuat: Date;
}

/** Mail that leaves the installation. What tests replace. */
export interface Mail {
	/** Whether mail is set up. Without it nothing is sent, and pages show the link instead. */
	aktif: boolean;
	/** Absolute address of a path, for the text of a mail. */
	tautan(path: string): string;
	/**
	 * Puts a mail into the outbox within the transaction of the act; it leaves once that commits.
	 * @returns whether it will be sent: not where mail is off, or the address can never receive any
	 */
	send(trx: Trx, surat: Surat): Promise<boolean>;
}

/** The outbox. `alamat` is the public origin; null turns mail off. */
export function openMail(jobs: Jobs, alamat: string | null): Mail {
	return {
		aktif: alamat !== null,
		tautan: (path) => `${alamat ?? ''}${path}`,
		send: async (trx, surat) => {
			if (alamat === null || !isTerkirim(surat.kepada.alamat)) return false;
			await asMachine(trx, async () => {
				const id = await insertSurat(trx, surat);
				await jobs.enqueue(trx, 'surat', { surat: id });
			});
			return true;
		},
	};
}

/** Invented people have addresses that can never receive mail (RFC 2606). */
const isTerkirim = (alamat: string): boolean =>
	/^[^\s<>@,;:"\\]+@[^\s<>@,;:"\\]+$/.test(alamat) && !/\.(?:invalid|test|example)$/.test(alamat);
