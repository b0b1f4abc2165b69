import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '#app';
import { verifyActivity } from '#platform/activity/verify-activity.ts';
import { type Site, startSite } from '../journey/site.ts';
import { kirimAcak, kueriAneh, permintaan } from './acak.ts';
import type { Baris } from './baris.ts';
import { type Dunia, susunDunia } from './dunia.ts';
import { kelompokPintu } from './tabel.ts';
import { tabelAkun } from './tabel-akun.ts';
import { tabelPublik } from './tabel-publik.ts';

/** Requests per group of doors; `npm run faults` asks for many more. */
const banyak = Number(process.env.MATANG_ACAK ?? 1000);
/** `npm test` repeats the seed that found the last fault; `npm run faults` draws a new one each time. */
const seed = Number(process.env.MATANG_BENIH ?? 186600453);
const sekaligus = 8;

const isForm = (b: Baris) =>
	b.pintu.startsWith('POST') && !['POST /keluar', 'POST /masuk?/sandi'].includes(b.pintu);

for (const jenis of ['pglite', 'postgresql'] as const)
	describe.skipIf(jenis === 'postgresql' && !process.env.TEST_DATABASE_URL)(
		`pintu dengan masukan acak (${jenis})`,
		() => {
			let dunia: Dunia;
			let site: Site;
			let sebelum: Map<string, number>;

			beforeAll(async () => {
				dunia = await susunDunia(jenis);
				const app = await dunia.buka();
				sebelum = await hitungB(app).finally(() => app.close());
				site = await startSite(dunia.env, dunia.dataDir);
				process.stdout.write(`benih acak: ${seed} (MATANG_BENIH=${seed} mengulanginya)\n`);
			}, 600_000);
			afterAll(async () => {
				await site?.stop();
				await dunia?.hapus();
			});

			/** Sends all, some at once. @returns what went wrong, with what was sent */
			async function kirimSemua<T>(isi: readonly T[], kirim: (satu: T, n: number) => Promise<string | null>) {
				const salah: string[] = [];
				let n = 0;
				await Promise.all(
					Array.from({ length: sekaligus }, async () => {
						for (let i = n++; i < isi.length; i = n++) {
							const masalah = await kirim(isi[i] as T, i);
							if (masalah) salah.push(`${masalah}: ${JSON.stringify(isi[i]).slice(0, 600)}`);
						}
					}),
				);
				return salah.slice(0, 10);
			}

			for (const [nama, baris] of Object.entries(kelompokPintu))
				it(`${nama}: tidak pernah galat`, async () => {
					const form = baris.filter(isForm);
					const minta = form.flatMap((b) =>
						fc.sample(permintaan(b, dunia.bahan), { numRuns: Math.ceil(banyak / form.length), seed }),
					);
					// whoever may do the most, so that the request goes deep
					const pelaku = dunia.pelaku.filter((p) =>
						nama === 'nasional' ? p.letak === 'nasional' : ['instansi', 'unit'].includes(p.letak),
					);
					const status = new Map<number, number>();
					const salah = await kirimSemua(minta, (p, n) =>
						kirimAcak(site.url, p, n % 29 === 0 ? null : (pelaku[n % pelaku.length]?.kuki ?? null), status),
					);
					expect(salah).toEqual([]);
					// some get through and some are turned back: the requests are neither all right nor all nonsense
					expect([...status.keys()]).toContain(422);
					expect(status.size).toBeGreaterThan(2);
				}, 600_000);

			it('halaman dan unduhan umum: tidak pernah galat', async () => {
				const jalur = tabelPublik
					.filter((b) => b.pintu.startsWith('GET'))
					.map((b) => b.alamat.split('?')[0] ?? '/');
				const arbitrer = fc.constantFrom(...jalur).chain(kueriAneh);
				const salah = await kirimSemua(fc.sample(arbitrer, { numRuns: banyak, seed }), async (path) => {
					const jawaban = await fetch(new URL(path, site.url), { redirect: 'manual' });
					await jawaban.arrayBuffer();
					return jawaban.status >= 500 ? `status ${jawaban.status}` : null;
				});
				expect(salah).toEqual([]);
			}, 600_000);

			it('masuk dengan sandi aneh ditolak, bukan galat', async () => {
				const baris = tabelAkun.filter((b) => b.pintu === 'POST /masuk?/sandi');
				const minta = baris.flatMap((b) => fc.sample(permintaan(b, dunia.bahan), { numRuns: 30, seed }));
				expect(await kirimSemua(minta, (p) => kirimAcak(site.url, p, null, new Map()))).toEqual([]);
			}, 300_000);

			it('tidak ada yang tertulis untuk instansi lain, dan rantai aktivitas utuh', async () => {
				await site.stop();
				const app = await dunia.buka();
				try {
					expect(await hitungB(app)).toEqual(sebelum);
					const nasional = dunia.pelaku.filter((p) => p.letak === 'nasional').map((p) => p.id);
					const { rows } = await sql<{ orang_id: number }>`select distinct a.orang_id from activity a
					join instansi i on i.id = a.rantai and i.slug = ${dunia.bahan.slugB}
					join orang o on o.id = a.orang_id where o.nama not like 'siap.%'`.execute(app.db.kysely);
					expect(rows.map((r) => r.orang_id).filter((id) => !nasional.includes(id))).toEqual([]);
					expect((await verifyActivity(app.db.kysely)).masalah).toEqual([]);
				} finally {
					await app.close();
				}
			}, 120_000);

			/** Rows of the other institution by table, but for what national people may add there. */
			async function hitungB(app: App): Promise<Map<string, number>> {
				const tabel = await sql<{ nama: string }>`select c.relname as nama from pg_class c
				join pg_attribute k on k.attrelid = c.oid and k.attname = 'instansi_id' and not k.attisdropped
				where c.relkind = 'r' and c.relrowsecurity and c.relname not in ('peran', 'penilaian')`.execute(
					app.db.kysely,
				);
				const hasil = new Map<string, number>();
				for (const { nama } of tabel.rows) {
					const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(nama)} t
					join instansi i on i.id = t.instansi_id where i.slug = ${dunia.bahan.slugB}`.execute(app.db.kysely);
					hasil.set(nama, rows[0]?.n ?? 0);
				}
				return hasil;
			}
		},
	);
