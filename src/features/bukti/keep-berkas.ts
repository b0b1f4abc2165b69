import { createReadStream } from 'node:fs';
import type { Ctx, Orang } from '#platform/ctx.ts';
import { type FileStore, sebabPenyimpanan, type Titipan } from '#platform/storage/file-store.ts';
import { judgeFile } from '#platform/storage/judge-file.ts';
import type { UnggahanBagian } from '#platform/storage/unggahan-store.ts';
import { amankanNama } from './bukti.rules.ts';
import { type TempatBukti, tulisTempat } from './isian-bukti.ts';

/** A file as it is written down. */
export interface BerkasTersimpan {
	sha256: string;
	/** Bytes. */
	ukuran: number;
	tipe: string;
	tanda: string[];
	nama: string;
}

export type Tersimpan =
	| { ok: true; value: BerkasTersimpan }
	| {
			ok: false;
			reason: 'jenis_berkas_ditolak' | 'berkas_terinfeksi' | 'penyimpanan_penuh' | 'penyimpanan_gagal';
	  };

/**
 * Judges a received file by its content, has it scanned where a scanner is set, and puts it into the store. Nothing
 * refers to it yet: where the writing that follows fails, `matang fsck` names it as a file without a row.
 */
export async function keepBerkas(
	ctx: Ctx,
	{ titipan, nama }: { titipan: Titipan; nama: string },
): Promise<Tersimpan> {
	const dinilai = titipan.ukuran > 0 ? await judgeFile(titipan.path, titipan.ukuran) : null;
	if (!dinilai) return { ok: false, reason: 'jenis_berkas_ditolak' };
	const pindaian = ctx.pindai ? await ctx.pindai(createReadStream(titipan.path)) : null;
	if (pindaian === 'terinfeksi') return { ok: false, reason: 'berkas_terinfeksi' };
	const tanda = [...dinilai.tanda, ...(pindaian === 'belum' ? ['belum_dipindai'] : [])];
	try {
		await ctx.berkas.keep(titipan);
	} catch (cause) {
		const sebab = sebabPenyimpanan(cause);
		if (sebab === null || sebab === 'berkas_terlalu_besar') throw cause;
		ctx.log.error({ err: cause }, 'menyimpan berkas');
		return { ok: false, reason: sebab };
	}
	const { sha256, ukuran } = titipan;
	return { ok: true, value: { sha256, ukuran, tipe: dinilai.tipe, tanda, nama: amankanNama(nama) } };
}

/** A complete upload that belongs to the person and was meant for this place; null for any other. */
export async function findUnggahan(
	berkas: FileStore,
	orang: Pick<Orang, 'id'>,
	tempat: TempatBukti,
	id: string,
): Promise<UnggahanBagian | null> {
	const u = await berkas.unggahan.find(id);
	return u?.orangId === orang.id && u.untuk === tulisTempat(tempat) && u.sha256 !== null ? u : null;
}
