import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import { verifyActivity } from '#platform/activity/verify-activity.ts';
import type { Ctx, Orang } from '#platform/ctx.ts';
import { inScope } from '#platform/database/scope.ts';
import { describeDatabase } from '#platform/database/testing.ts';
import { closeSesi } from './close-sesi.ts';
import { inviteOrang } from './invite-orang.ts';
import { issueAdminPertama } from './issue-tautan.ts';
import { listOrang } from './list-orang.ts';
import { openSesi } from './open-sesi.ts';
import { readSesi } from './read-sesi.ts';
import { redeemTautan } from './redeem-tautan.ts';
import { reissueUndangan } from './reissue-undangan.ts';
import { revokePeran } from './revoke-peran.ts';

const asal = { peramban: 'uji', alamat: '10.0.0.1' };
const sandi = 'sepeda biru di tepi laut';
const tokenOf = (tautan: string | null) => (tautan ?? '').replace('/tautan/', '');

describeDatabase('akun dan peran', (get) => {
	let admin: Ctx;
	let kota: number;
	let kabupaten: number;

	const sebagai = (who: Orang): Ctx => ({ ...get().ctx, who });
	const masuk = async (token: string): Promise<Orang> => {
		const orang = await readSesi(get().ctx, token);
		if (!orang) throw new Error('sesi tidak berlaku');
		return orang;
	};
	/** A person with a role, signed in through their invitation. */
	const undang = async (
		nama: string,
		peran: Parameters<typeof inviteOrang>[1]['peran'],
		instansiId: number,
	) => {
		const hasil = await inviteOrang(admin, { instansiId, nama, surel: `${nama}@contoh.go.id`, peran });
		if (!hasil.ok) throw new Error(hasil.reason);
		const sesi = await redeemTautan(get().ctx, { token: tokenOf(hasil.value.tautan), sandi, ...asal });
		if (!sesi.ok) throw new Error(sesi.reason);
		return {
			orangId: hasil.value.orangId,
			token: sesi.value.token,
			ctx: sebagai(await masuk(sesi.value.token)),
		};
	};

	beforeAll(async () => {
		const { db } = get().ctx;
		await db
			.insertInto('provinsi')
			.values({ kode: '64', nama: 'Kalimantan Timur', pulau: 'Kalimantan' })
			.execute();
		const ids = await db
			.insertInto('instansi')
			.values(
				(['kota', 'kabupaten'] as const).map((jenis) => ({
					slug: `${jenis}-uji`,
					nama: `${jenis} Uji`,
					jenis,
					provinsi_kode: '64',
					kode_wilayah: null,
				})),
			)
			.returning('id')
			.execute();
		[kota, kabupaten] = ids.map((i) => i.id) as [number, number];
		const tautan = await issueAdminPertama(get().ctx);
		const hasil = await redeemTautan(get().ctx, {
			token: tokenOf(tautan),
			nama: 'Admin Uji',
			surel: 'admin@contoh.go.id',
			sandi,
			...asal,
		});
		if (!hasil.ok) throw new Error(hasil.reason);
		admin = sebagai(await masuk(hasil.value.token));
	});

	it('admin pertama dibuat sekali saja', async () => {
		expect(admin.who).toMatchObject({
			nama: 'Admin Uji',
			peran: [{ peran: 'admin_nasional', instansiId: null }],
		});
		expect(await issueAdminPertama(get().ctx)).toBeNull();
	});

	it('tautan undangan hanya berlaku sekali, dan tetap berlaku bila sandinya ditolak', async () => {
		const undangan = await inviteOrang(admin, {
			instansiId: kota,
			nama: 'Sekali',
			surel: 'sekali@contoh.go.id',
			peran: 'operator',
		});
		const token = tokenOf(undangan.ok ? undangan.value.tautan : null);
		expect(await redeemTautan(get().ctx, { token, sandi: 'password123', ...asal })).toMatchObject({
			ok: false,
			reason: 'sandi_ditolak',
			alasan: ['terlalu_pendek', 'terlalu_umum'],
		});
		expect((await redeemTautan(get().ctx, { token, sandi, ...asal })).ok).toBe(true);
		expect(await redeemTautan(get().ctx, { token, sandi, ...asal })).toEqual({
			ok: false,
			reason: 'tautan_tidak_berlaku',
		});
	});

	it('undangan yang hilang diganti yang baru; yang sudah bersandi hanya disetel ulang admin nasional', async () => {
		const { ctx } = await undang('adminulang', 'admin_instansi', kota);
		const surel = 'ulang@contoh.go.id';
		const pertama = await inviteOrang(ctx, { instansiId: kota, nama: 'Ulang', surel, peran: 'operator' });
		if (!pertama.ok) throw new Error(pertama.reason);
		const lagi = await inviteOrang(ctx, { instansiId: kota, nama: 'Ulang', surel, peran: 'operator' });
		expect(lagi).toEqual({ ok: false, reason: 'peran_sudah_ada' });
		const input = { instansiId: kota, orangId: pertama.value.orangId };
		const baru = await reissueUndangan(ctx, input);
		if (!baru.ok) throw new Error(baru.reason);
		const lama = { token: tokenOf(pertama.value.tautan), sandi, ...asal };
		expect(await redeemTautan(get().ctx, lama)).toEqual({ ok: false, reason: 'tautan_tidak_berlaku' });
		const buka = await redeemTautan(get().ctx, { token: tokenOf(baru.value.tautan), sandi, ...asal });
		if (!buka.ok) throw new Error(buka.reason);
		expect(await reissueUndangan(ctx, input)).toEqual({ ok: false, reason: 'sudah_bersandi' });
		expect(await reissueUndangan(ctx, { ...input, orangId: 999_999 })).toEqual({
			ok: false,
			reason: 'orang_tidak_ada',
		});
		const setel = await reissueUndangan(admin, input);
		if (!setel.ok) throw new Error(setel.reason);
		const ganti = { token: tokenOf(setel.value.tautan), sandi: 'kapal kayu menuju seberang', ...asal };
		expect((await redeemTautan(get().ctx, ganti)).ok).toBe(true);
		expect(await readSesi(get().ctx, buka.value.token)).toBeNull();
	});

	it('sandi yang salah dan akun yang tidak ada dijawab sama, dan yang benar membuka sesi', async () => {
		await undang('masuk', 'operator', kota);
		const coba = (surel: string, s: string) => openSesi(get().ctx, { surel, sandi: s, ...asal });
		expect(await coba('masuk@contoh.go.id', 'salah')).toEqual({ ok: false, reason: 'masuk_gagal' });
		expect(await coba('tidak.ada@contoh.go.id', sandi)).toEqual({ ok: false, reason: 'masuk_gagal' });
		const benar = await coba(' Masuk@Contoh.go.id ', sandi);
		expect(benar.ok && (await masuk(benar.value.token)).nama).toBe('masuk');
	});

	it('penebak sandi dihentikan tanpa mengunci pemilik akun di jaringan lain', async () => {
		await undang('sasaran', 'operator', kota);
		const coba = (s: string, alamat: string) =>
			openSesi(get().ctx, { surel: 'sasaran@contoh.go.id', sandi: s, peramban: '', alamat });
		for (let i = 0; i < 10; i++) expect((await coba('tebakan', '203.0.113.9')).ok).toBe(false);
		expect(await coba(sandi, '203.0.113.9')).toEqual({ ok: false, reason: 'terlalu_sering' });
		expect((await coba(sandi, '198.51.100.7')).ok).toBe(true);
	});

	it('sesi yang ditutup, kedaluwarsa, atau lama diam tidak berlaku lagi', async () => {
		const { token, ctx } = await undang('sesi', 'operator', kota);
		const nanti = (jam: number) => ({
			...get().ctx,
			clock: () => new Date(get().ctx.clock().getTime() + jam * 3_600_000),
		});
		expect(await readSesi(nanti(71), token)).not.toBeNull();
		expect(await readSesi(nanti(72 + 73), token)).toBeNull();
		if (ctx.who.jenis !== 'orang') throw new Error('bukan orang');
		expect(await closeSesi(get().ctx, ctx.who, { id: ctx.who.sesiId })).toBe(1);
		expect(await readSesi(get().ctx, token)).toBeNull();
		expect(await readSesi(get().ctx, 'bukan-token')).toBeNull();
	});

	it('peran yang dicabut mati pada permintaan berikutnya', async () => {
		const { orangId, token } = await undang('dicabut', 'admin_instansi', kota);
		await undang('penerus', 'admin_instansi', kota);
		expect((await listOrang(sebagai(await masuk(token)), kota)).ok).toBe(true);
		const daftar = await listOrang(admin, kota);
		const peran = daftar.ok ? daftar.value.find((o) => o.id === orangId)?.peran[0] : undefined;
		expect(await revokePeran(admin, { instansiId: kota, peranId: peran?.id ?? 0 })).toMatchObject({
			ok: true,
		});
		expect(await listOrang(sebagai(await masuk(token)), kota)).toEqual({
			ok: false,
			reason: 'tidak_berwenang',
		});
	});

	it('admin instansi terakhir tidak dapat dicabut', async () => {
		const { orangId } = await undang('satu-satunya', 'admin_instansi', kabupaten);
		const daftar = await listOrang(admin, kabupaten);
		const peran = daftar.ok ? daftar.value.find((o) => o.id === orangId)?.peran[0] : undefined;
		const input = { instansiId: kabupaten, peranId: peran?.id ?? 0 };
		expect(await revokePeran(admin, input)).toEqual({ ok: false, reason: 'admin_terakhir' });
		const lagi = await listOrang(admin, kabupaten);
		expect(lagi.ok && lagi.value.some((o) => o.id === orangId)).toBe(true);
	});

	it('admin instansi tidak dapat mengundang ke instansi lain atau memberi peran nasional', async () => {
		const { ctx } = await undang('adminkota', 'admin_instansi', kota);
		const baru = { nama: 'Baru', surel: 'baru@contoh.go.id' };
		expect(await inviteOrang(ctx, { ...baru, instansiId: kabupaten, peran: 'operator' })).toEqual({
			ok: false,
			reason: 'tidak_berwenang',
		});
		expect(await inviteOrang(ctx, { ...baru, instansiId: kota, peran: 'admin_nasional' })).toEqual({
			ok: false,
			reason: 'peran_salah_tempat',
		});
		expect(
			await inviteOrang(
				{ ...get().ctx, who: { jenis: 'publik' } },
				{ ...baru, instansiId: kota, peran: 'operator' },
			),
		).toEqual({ ok: false, reason: 'belum_masuk' });
	});

	it('undangan tidak membuka akun yang juga memegang peran di luar wewenang pengundang', async () => {
		const { ctx: adminKota } = await undang('admin-a', 'admin_instansi', kota);
		const { ctx: adminKab } = await undang('admin-b', 'admin_instansi', kabupaten);
		const orang = { nama: 'Incaran', surel: 'incaran@contoh.go.id' };
		const asal = await inviteOrang(adminKab, { ...orang, instansiId: kabupaten, peran: 'admin_instansi' });
		if (!asal.ok) throw new Error(asal.reason);
		const rebut = await inviteOrang(adminKota, { ...orang, instansiId: kota, peran: 'operator' });
		expect(rebut).toEqual({ ok: true, value: { orangId: asal.value.orangId, tautan: null, surel: false } });
		const input = { instansiId: kota, orangId: asal.value.orangId };
		expect(await reissueUndangan(adminKota, input)).toEqual({ ok: false, reason: 'peran_di_luar' });
		expect((await reissueUndangan(admin, input)).ok).toBe(true);
	});

	it('admin instansi tidak memperoleh akun penilainya dan tidak memberhentikannya', async () => {
		const { ctx } = await undang('admin-c', 'admin_instansi', kota);
		const asesor = { nama: 'Asesor', surel: 'asesor@contoh.go.id', peran: 'asesor_eksternal' } as const;
		const hasil = await inviteOrang(admin, { ...asesor, instansiId: kota });
		if (!hasil.ok) throw new Error(hasil.reason);
		const input = { instansiId: kota, orangId: hasil.value.orangId };
		expect(await reissueUndangan(ctx, input)).toEqual({ ok: false, reason: 'peran_di_luar' });
		const daftar = await listOrang(admin, kota);
		const peran = daftar.ok ? daftar.value.find((o) => o.id === input.orangId)?.peran[0] : undefined;
		const cabut = { instansiId: kota, peranId: peran?.id ?? 0 };
		expect(await revokePeran(ctx, cabut)).toEqual({ ok: false, reason: 'tidak_berwenang' });
		expect(await revokePeran(admin, cabut)).toMatchObject({ ok: true });
	});

	it('dua undangan untuk alamat yang sama pada saat yang sama membuat satu akun', async () => {
		const orang = { nama: 'Serentak', surel: 'serentak@contoh.go.id' };
		const dua = await Promise.all([
			inviteOrang(admin, { ...orang, instansiId: kota, peran: 'operator' }),
			inviteOrang(admin, { ...orang, instansiId: kabupaten, peran: 'operator' }),
		]);
		const id = dua.map((h) => (h.ok ? h.value.orangId : h.reason));
		expect(id[0]).toEqual(expect.any(Number));
		expect(id[1]).toBe(id[0]);
	});

	it('kueri tanpa saringan pun tidak melihat instansi lain', async () => {
		const { ctx } = await undang('terbatas', 'admin_instansi', kota);
		await undang('seberang', 'operator', kabupaten);
		const { who } = ctx;
		if (who.jenis !== 'orang') throw new Error('bukan orang');
		await inScope(ctx, who, async (trx) => {
			const peran = await trx.selectFrom('peran').select('instansi_id').execute();
			expect(new Set(peran.map((p) => p.instansi_id))).toEqual(new Set([kota]));
			const orang = await trx.selectFrom('orang').select('nama').execute();
			expect(orang.map((o) => o.nama)).not.toContain('seberang');
			const aktif = await trx.selectFrom('activity').select('rantai').execute();
			expect(new Set(aktif.map((a) => a.rantai))).toEqual(new Set([kota]));
		});
	});

	it('peran aplikasi bukan superuser, dan tidak menyentuh sandi dan sesi', async () => {
		const { who } = admin;
		if (who.jenis !== 'orang') throw new Error('bukan orang');
		const { rows } = await sql<{
			super: boolean;
			bypass: boolean;
		}>`select rolsuper as super, rolbypassrls as bypass from pg_roles where rolname = 'matang_aplikasi'`.execute(
			get().ctx.db,
		);
		expect(rows).toEqual([{ super: false, bypass: false }]);
		for (const tabel of ['kata_sandi', 'sesi', 'tautan'] as const)
			await expect(inScope(admin, who, (trx) => trx.selectFrom(tabel).selectAll().execute())).rejects.toThrow(
				/permission denied/,
			);
		await expect(
			inScope(admin, who, async (trx) => {
				await sql`insert into peran (orang_id, peran, instansi_id, diberi) values (${who.id}, 'operator', ${kota}, now())`.execute(
					trx,
				);
				await sql`update activity set tindakan = 'lain'`.execute(trx);
			}),
		).rejects.toThrow();
	});

	it('setiap tindakan tercatat dalam rantai yang utuh, dan perubahan sesudahnya ketahuan', async () => {
		const utuh = await verifyActivity(get().ctx.db);
		expect(utuh.masalah).toEqual([]);
		expect(utuh.baris).toBeGreaterThan(10);
		await expect(sql`update activity set tindakan = 'lain'`.execute(get().ctx.db)).rejects.toThrow(
			/tidak dapat diubah/,
		);
		await expect(sql`delete from activity`.execute(get().ctx.db)).rejects.toThrow(/tidak dapat diubah/);
		await sql`alter table activity disable trigger all`.execute(get().ctx.db);
		await sql`update activity set isi = replace(isi, 'peran.beri', 'peran.bari') where rantai = ${kota} and nomor = 2`.execute(
			get().ctx.db,
		);
		await sql`delete from activity where rantai = 0 and nomor = 3`.execute(get().ctx.db);
		const rusak = await verifyActivity(get().ctx.db);
		expect(rusak.masalah).toEqual(
			expect.arrayContaining([
				{ rantai: kota, nomor: '2', masalah: 'hash_tidak_cocok' },
				{ rantai: kota, nomor: '2', masalah: 'kolom_tidak_cocok' },
				{ rantai: 0, nomor: '4', masalah: 'nomor_terlewat' },
			]),
		);
	});
});
