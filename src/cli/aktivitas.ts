import { resolve } from 'node:path';
import { findInstansiBySlug } from '#features/instansi/unit.store.ts';
import { eksporRantai } from '#platform/activity/ekspor.ts';
import { openKunci } from '#platform/activity/kunci-aktivitas.ts';
import { signActivity } from '#platform/activity/sign-activity.ts';
import { sidikKunci } from '#platform/activity/titik.ts';
import type { Ctx } from '#platform/ctx.ts';
import { type Command, exitCode, RefusedError } from './command.ts';
import { printAll, writeFile } from './export.ts';
import { readArgs, readText } from './output.ts';
import { withApp } from './with-app.ts';

export const aktivitasEkspor: Command = {
	nama: 'aktivitas ekspor',
	ringkas: 'menulis satu rantai catatan aktivitas dengan titik-titik tandanya',
	basisData: true,
	bantuan: `matang aktivitas ekspor [--instansi SLUG] [--keluar BERKAS]

Tanpa --instansi: rantai yang bukan milik instansi mana pun (masuk, keluar, tautan). Ujung rantainya ditandatangani
lebih dulu. Isinya JSON Lines, dapat diperiksa di mana saja dengan matang verify activity --file BERKAS.

Contoh: matang aktivitas ekspor --instansi kota-balikpapan --keluar aktivitas.jsonl`,
	async run(io, args) {
		const options = { instansi: { type: 'string' }, keluar: { type: 'string' } } as const;
		const parsed = readArgs(args, options, [0, 0]);
		const keluar = readText(parsed, 'keluar');
		await withApp(io, async (ctx) => {
			const { rantai, nama } = await findRantai(ctx, readText(parsed, 'instansi'));
			const { ditolak } = await signActivity(ctx, { rantai });
			if (ditolak.length > 0)
				throw new RefusedError(
					'Rantainya tidak utuh, maka tidak ditandatangani. Jalankan matang verify activity.',
				);
			const isi = eksporRantai(ctx.db, rantai, { instansi: nama, dibuat: ctx.clock().toISOString() });
			if (keluar === undefined) await printAll(io, { isi });
			else await writeFile(io, resolve(io.cwd, keluar), { isi });
			io.err(`Sidik kunci penanda: ${sidikKunci(openKunci(ctx.dir.data).publik)}\n`);
		});
		return exitCode.ok;
	},
};

async function findRantai(ctx: Ctx, slug: string | undefined): Promise<{ rantai: number; nama: string }> {
	if (slug === undefined) return { rantai: 0, nama: '' };
	const instansi = await findInstansiBySlug(ctx.db, slug);
	if (!instansi) throw new RefusedError(`Tidak ada instansi dengan slug "${slug}".`);
	return { rantai: instansi.id, nama: instansi.nama };
}
