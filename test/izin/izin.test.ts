import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '#app';
import { kunciOrang } from '#features/luring/orang-kunci.ts';
import { verifyActivity } from '#platform/activity/verify-activity.ts';
import { type Site, startSite } from '../journey/site.ts';
import type { Baris } from './baris.ts';
import { type Dunia, type Pelaku, susunDunia } from './dunia.ts';
import { anonim, baca, harapkan, isKeluar, type Jawab, minta, mintaData, urutkan } from './jalan.ts';
import { listPintu } from './pintu.ts';
import { tabel } from './tabel.ts';

const nama = ({ pintu, perihal }: Baris) => (perihal ? `${pintu} (${perihal})` : pintu);
/** Whose it is, not who made it: tables, and columns of others. */
const diri = [
	'sesi',
	'tautan',
	'kata_sandi',
	'pemberitahuan',
	'ringkasan_terkirim',
	'notula_hadir.orang_id',
	'peran.orang_id',
	'penugasan.orang_id',
	'tugas.orang_id',
	'serah_terima.dari_id',
	'serah_terima.kepada_id',
];
/** Doors that answer with a file, not with a page. */
const bukanHalaman = /\/(\[revisi\]|\[sha\]|unduh|zip|riwayat|tegaskan\/sso)$/;
const berhasil = (status: number) => status === 200 || status === 303;

describe('tabel izin', () => {
	it('memuat setiap pintu, dan hanya pintu yang ada', async () => {
		const ada = await listPintu();
		const tertulis = new Set(tabel.map((b) => b.pintu));
		expect(ada.length).toBeGreaterThan(60);
		expect(ada.filter((p) => !tertulis.has(p))).toEqual([]);
		expect([...tertulis].filter((p) => !ada.includes(p))).toEqual([]);
	});
	it('tidak memuat baris yang sama dua kali', () => {
		expect(new Set(tabel.map(nama)).size).toBe(tabel.length);
	});
});

for (const jenis of ['pglite', 'postgresql'] as const)
	describe.skipIf(jenis === 'postgresql' && !process.env.TEST_DATABASE_URL)(`setiap pintu (${jenis})`, () => {
		let dunia: Dunia;
		let site: Site;
		/** Successes by person and act. */
		const sukses = new Map<string, number>();
		const penulis = new Set<number>();
		const catat = (pelaku: Pelaku | null, baris: Baris, status: number) => {
			if (!pelaku || !berhasil(status)) return;
			if (!baris.pintu.startsWith('GET')) penulis.add(pelaku.id);
			for (const tindakan of (baris.catat ?? '').split(' ')) {
				const kunci = `${pelaku.id} ${tindakan}`;
				sukses.set(kunci, (sukses.get(kunci) ?? 0) + 1);
			}
		};

		beforeAll(async () => {
			dunia = await susunDunia(jenis);
			site = await startSite(dunia.env, dunia.dataDir);
		}, 600_000);
		afterAll(async () => {
			await site?.stop();
			await dunia?.hapus();
		});

		const cari = (peran: string, letak: string) => {
			const satu = dunia.pelaku.find((p) => p.peran === peran && p.letak === letak);
			if (!satu) throw new Error(`tidak ada ${peran}/${letak}`);
			return satu;
		};
		const kirim = async (baris: Baris, pelaku: Pelaku | null) => {
			const bahan = { ...dunia.bahan, saya: kunciOrang(pelaku?.id ?? 0) };
			return baca(await minta(site.url, baris, bahan, pelaku?.kuki ?? null));
		};

		it('hak yang dicabut dan sesi yang ditutup mati pada permintaan berikutnya', async () => {
			const ruang = tabel.find((b) => b.pintu === 'GET /kerja/[slug]') as Baris;
			const dicabut = dunia.pelaku.filter((p) => p.letak === 'dicabut');
			expect(dicabut.length).toBe(11);
			for (const p of dicabut) expect([p.nama, (await kirim(ruang, p)).status]).toEqual([p.nama, 200]);
			for (const p of dicabut) {
				const pintu = isKeluar(p) ? 'POST /keluar' : 'POST /kerja/[slug]/orang?/cabut';
				const baris = tabel.find((b) => b.pintu === pintu) as Baris;
				const oleh = isKeluar(p) ? p : cari('admin_nasional', 'nasional');
				const isian = isKeluar(p) ? {} : { peranId: String(p.peranId) };
				const { status } = await kirim({ ...baris, isian }, oleh);
				expect([p.nama, berhasil(status)]).toEqual([p.nama, true]);
				catat(oleh, baris, status);
			}
			for (const p of dicabut)
				expect([p.nama, (await kirim(ruang, p)).jawab]).toEqual([p.nama, isKeluar(p) ? 'masuk' : 404]);
		}, 300_000);

		it('menjawab setiap orang seperti tertulis', async () => {
			const salah: string[] = [];
			for (const baris of tabel) salah.push(...(await jalani(baris)));
			expect(salah).toEqual([]);
		}, 600_000);

		/** Walks one row with everybody: first those who may not, at once; then those who may, one by one. */
		async function jalani(baris: Baris): Promise<string[]> {
			const salah: string[] = [];
			const umum = baris.siapa === 'semua';
			const semua = [
				anonim,
				...dunia.pelaku.filter((p) => !umum || ['instansi', 'nasional'].includes(p.letak)),
			];
			const boleh = semua.filter((p) => harapkan(baris, p) === 'boleh');
			const tidak = semua.filter((p) => harapkan(baris, p) !== 'boleh');
			const tulis = (p: Pelaku | null, harap: Jawab | string, nyata: unknown) =>
				salah.push(`${nama(baris)} oleh ${p?.nama ?? 'anonim'}: ${nyata}, seharusnya ${harap}`);
			for (let i = 0; i < tidak.length; i += 8)
				await Promise.all(
					tidak.slice(i, i + 8).map(async (p) => {
						const { jawab, status } = await kirim(baris, p);
						const harap = harapkan(baris, p);
						if (harap === 409 ? status !== 409 : jawab !== harap) tulis(p, harap, status);
					}),
				);
			const status: number[] = [];
			const urut = umum
				? boleh
				: urutkan(
						baris,
						boleh.filter((p) => p !== anonim),
					);
			for (const p of urut) {
				const hasil = await kirim(baris, p);
				status.push(hasil.status);
				catat(p, baris, hasil.status);
				const terima = baris.jawab ?? [200, 303, 409, 422];
				if (hasil.jawab === 'masuk' || !terima.includes(hasil.status)) tulis(p, `${terima}`, hasil.status);
			}
			if (boleh.length > 0 && !baris.jawab && !status.some(berhasil))
				salah.push(`${nama(baris)}: tidak seorang pun berhasil (${[...new Set(status)]})`);
			if (/^GET \/(kerja|akun)/.test(baris.pintu) && !bukanHalaman.test(baris.pintu))
				await Promise.all(
					semua.map(async (p) => {
						const nyata = await mintaData(site.url, baris, dunia.bahan, p?.kuki ?? null);
						if (nyata === 'boleh') catat(p, baris, 200);
						if (nyata !== harapkan(baris, p)) tulis(p, harapkan(baris, p), `data ${nyata}`);
					}),
				);
			return salah;
		}

		it('yang ditolak tidak meninggalkan bekas', async () => {
			await site.stop();
			const app = await dunia.buka();
			try {
				expect(await listBekas(app)).toEqual([]);
				expect(await listPenulis(app)).toEqual([]);
				const sesi = app.db.kysely.selectFrom('sesi').select('dicabut');
				const lain = await sesi.where('id', '=', Number(dunia.bahan.sesiLain)).executeTakeFirst();
				expect(lain).toEqual({ dicabut: null });
				expect((await verifyActivity(app.db.kysely)).masalah).toEqual([]);
			} finally {
				await app.close();
			}
		}, 300_000);

		/** How often the person may stand in the log with an act. Checks run in the background, once for each address: only for whoever asked. */
		function batas(orangId: string, tindakan: string): number {
			if (tindakan !== 'periksa.jalan') return sukses.get(`${orangId} ${tindakan}`) ?? 0;
			return sukses.has(`${orangId} periksa.minta`) ? Number.POSITIVE_INFINITY : 0;
		}

		/** Acts in the log beyond those that were answered with success. */
		async function listBekas(app: App): Promise<string[]> {
			const sendiri = ['sesi.buka', 'sesi.tutup', 'penilaian.dibaca'];
			const baris = await app.db.kysely
				.selectFrom('activity')
				.select(['orang_id', 'tindakan', sql<number>`count(*)::int`.as('banyak')])
				.where('tindakan', 'not in', sendiri)
				.groupBy(['orang_id', 'tindakan'])
				.execute();
			const milik = baris.filter((b) => dunia.pelaku.some((p) => p.id === b.orang_id));
			expect(milik.length).toBeGreaterThan(30);
			return milik
				.filter((b) => b.banyak > batas(`${b.orang_id}`, b.tindakan))
				.map((b) => `${dunia.pelaku.find((p) => p.id === b.orang_id)?.nama} ${b.tindakan} ${b.banyak}×`);
		}

		/** Rows in any table that name somebody as their author who never wrote with success. */
		async function listPenulis(app: App): Promise<string[]> {
			const { rows } = await sql<{ tabel: string; kolom: string }>`
				select c.conrelid::regclass::text as tabel, a.attname as kolom
				from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
				where c.contype = 'f' and c.confrelid = 'orang'::regclass and cardinality(c.conkey) = 1`.execute(
				app.db.kysely,
			);
			const periksa = rows.filter((r) => !diri.includes(r.tabel) && !diri.includes(`${r.tabel}.${r.kolom}`));
			expect(periksa.length).toBeGreaterThan(8);
			const salah: string[] = [];
			for (const { tabel: t, kolom } of periksa) {
				const hasil = await sql<{
					id: number;
				}>`select distinct ${sql.id(kolom)} as id from ${sql.id(t)}`.execute(app.db.kysely);
				for (const { id } of hasil.rows)
					if (dunia.pelaku.some((p) => p.id === id) && !penulis.has(id)) salah.push(`${t}.${kolom} = ${id}`);
			}
			return salah;
		}
	});
