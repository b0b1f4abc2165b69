import { createHash } from 'node:crypto';
import type { Ctx } from '#platform/ctx.ts';
import { type BerkasEkspor, exportHasil } from './export-hasil.ts';
import { bacaNamaBerkas } from './nama-berkas.rules.ts';

export type UnduhDataOutcome =
	| { ok: true; value: BerkasEkspor }
	| { ok: false; reason: 'berkas_tidak_ada' }
	| { ok: false; reason: 'tahun_tidak_ada'; tahun: number };

/** A file of open data by the name in its address, or its SHA-256 checksum as `sha256sum` writes it. */
export async function unduhData(ctx: Ctx, nama: string): Promise<UnduhDataOutcome> {
	const minta = bacaNamaBerkas(nama);
	if (!minta) return { ok: false, reason: 'berkas_tidak_ada' };
	const { format, sidik, tahun } = minta;
	const ekspor = await exportHasil(ctx, { format, tahun: tahun ?? undefined });
	if (!ekspor.ok) return { ok: false, reason: ekspor.reason, tahun: tahun ?? 0 };
	return { ok: true, value: sidik ? await tulisSidik(ekspor.value) : ekspor.value };
}

async function tulisSidik({ nama, isi }: BerkasEkspor): Promise<BerkasEkspor> {
	const hash = createHash('sha256');
	for await (const potong of isi) hash.update(potong);
	const teks = `${hash.digest('hex')}  ${nama}\n`;
	return { nama: `${nama}.sha256`, tipe: 'text/plain; charset=utf-8', isi: satu(teks) };
}

async function* satu(teks: string): AsyncGenerator<string> {
	yield teks;
}
