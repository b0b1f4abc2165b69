import { recordActivity } from '#platform/activity/record-activity.ts';
import type { Trx } from '#platform/database/scope.ts';
import { insertSesi } from './sesi.store.ts';
import { createToken } from './token.ts';

/** Where a sign-in comes from, for the list of sessions and the limits. */
export interface Asal {
	peramban: string;
	/** Network address of the client. */
	alamat: string;
}

/** How somebody proved who they are. */
export type CaraMasuk = 'sandi' | 'tautan' | 'sso' | 'kunci';

export interface SesiTerbuka {
	/** For the cookie; never stored and never logged. */
	token: string;
	kedaluwarsa: Date;
	orangId: number;
	/** What is still asked for: the second factor, or a new password. With it the token opens no page of the workspace. */
	langkah: 'selesai' | 'kedua' | 'sandi';
}

const HARI = 86_400_000;
export const umurSesi = 14 * HARI;

/** Begins a session of a person who has proved who they are, within the transaction of that proof. */
export async function startSesi(
	trx: Trx,
	orangId: number,
	asal: Asal,
	kini: Date,
	rincian: Record<string, string | null> = {},
): Promise<SesiTerbuka> {
	const { token, hash } = createToken();
	const kedaluwarsa = new Date(kini.getTime() + umurSesi);
	const id = await insertSesi(trx, {
		token_hash: hash,
		orang_id: orangId,
		dibuat: kini,
		kedaluwarsa,
		peramban: asal.peramban.slice(0, 300),
		alamat: asal.alamat.slice(0, 60),
	});
	await recordActivity(trx, {
		instansiId: null,
		waktu: kini,
		orangId,
		tindakan: 'sesi.buka',
		objek: `sesi/${id}`,
		rincian,
	});
	return { token, kedaluwarsa, orangId, langkah: 'selesai' };
}
