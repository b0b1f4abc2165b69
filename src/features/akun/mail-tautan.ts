import type { Ctx } from '#platform/ctx.ts';
import { asMachine, type Trx } from '#platform/database/scope.ts';
import type { Lang } from '#ui/lang.ts';
import { umurTautan } from './issue-tautan.ts';
import { suratAkunCopy } from './surat-akun.copy.ts';

export interface TautanSurat {
	guna: 'undangan' | 'setel_ulang';
	nama: string;
	surel: string;
	/** Path of the link. */
	tautan: string;
	/** What an invitation is for; null for the national evaluation. */
	instansiId: number | null;
	lang?: Lang;
}

/** Puts a one-time link into the post, within the transaction that made it. @returns whether it will be sent */
export async function mailTautan(ctx: Ctx, trx: Trx, t: TautanSurat): Promise<boolean> {
	if (!ctx.mail.aktif) return false;
	const kata = suratAkunCopy[t.lang ?? 'id'];
	const alamat = ctx.mail.tautan(t.tautan);
	const undangan = t.guna === 'undangan';
	const dibuat = ctx.clock();
	return await ctx.mail.send(trx, {
		kepada: { nama: t.nama, alamat: t.surel },
		perihal: undangan ? kata.undanganPerihal : kata.setelUlangPerihal,
		isi: undangan
			? kata.undangan(t.nama, (await namaTempat(trx, t.instansiId)) ?? kata.nasional, alamat)
			: kata.setelUlang(t.nama, alamat),
		jenis: t.guna,
		dibuat,
		sampai: new Date(dibuat.getTime() + umurTautan[t.guna]),
	});
}

async function namaTempat(trx: Trx, instansiId: number | null): Promise<string | undefined> {
	if (instansiId === null) return undefined;
	const i = await asMachine(trx, () =>
		trx.selectFrom('instansi').select('nama').where('id', '=', instansiId).executeTakeFirst(),
	);
	return i?.nama;
}
