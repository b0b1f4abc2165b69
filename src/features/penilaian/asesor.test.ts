import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { judgeBukti } from '#features/bukti/judge-bukti.ts';
import { saveBukti } from '#features/bukti/save-bukti.ts';
import { getBuktiTerbuka } from '#features/hasil/get-bukti-terbuka.ts';
import type { Ctx } from '#platform/ctx.ts';
import { describeDatabase } from '#platform/database/testing.ts';
import { assignIndikator } from './assign-indikator.ts';
import { openPutaran, openPutaranNasional } from './open-putaran.ts';
import { buatKota, isiSemua, type KotaUji, lakukan, titip } from './penilaian.testing.ts';
import { bacaPintasan, isMengetik } from './peramban/pintasan.ts';
import { appointAsesor, readNasional } from './putaran-nasional.ts';
import { readInterviu } from './read-interviu.ts';
import { readMeja } from './read-meja.ts';
import { readPenilaian } from './read-penilaian.ts';
import { readSelisih, readSelisihNasional } from './read-selisih.ts';
import { recordNilai } from './record-nilai.ts';
import { reviewNilai } from './review-nilai.ts';
import { rerata, ringkasAsesor, ringkasJenis } from './selisih.rules.ts';
import { recordPertemuan, signPertemuan } from './sign-pertemuan.ts';
import { pickBukti, susunTahapan } from './tahapan.rules.ts';
import { writeUtas } from './write-utas.ts';

describe('aturan meja asesor', () => {
	it.each([
		['t', { jenis: 'klik', id: 'bilah-terima' }],
		['K', { jenis: 'buka', id: 'bilah-kembalikan' }],
		['4', { jenis: 'tingkat', tingkat: '4' }],
		['x', null],
	] as const)('tombol %s', (key, hasil) => {
		const e = { key, ctrlKey: false, metaKey: false, altKey: false };
		expect(bacaPintasan(e)).toEqual(hasil);
		expect(bacaPintasan({ ...e, ctrlKey: true })).toBeNull();
	});
	it('huruf milik yang mengetik, bukan milik pintasan', () => {
		expect(isMengetik({ tagName: 'TEXTAREA' })).toBe(true);
		expect(isMengetik({ tagName: 'SELECT' })).toBe(true);
		expect(isMengetik({ tagName: 'INPUT', type: 'date' })).toBe(true);
		expect(isMengetik({ tagName: 'INPUT', type: 'radio' })).toBe(false);
		expect(isMengetik({ tagName: 'BODY' })).toBe(false);
	});
	it('yang ditampilkan: yang diminta, lalu yang menunggu putusan, lalu yang pertama', () => {
		const bukti = [
			{ id: 1, status: 'diterima' },
			{ id: 2, status: 'diajukan' },
		];
		expect(pickBukti(bukti, 1)?.id).toBe(1);
		expect(pickBukti(bukti, null)?.id).toBe(2);
		expect(pickBukti(bukti.slice(0, 1), 99)?.id).toBe(1);
		expect(pickBukti([], 1)).toBeNull();
	});
	it('tahap yang tidak disentuh membawa nilai, penulis, dan waktu tahap sebelumnya', () => {
		const entri = (tahap: string, nilai: number, oleh: string, jam: number) => ({
			tahap,
			nilai,
			oleh,
			waktu: new Date(Date.UTC(2026, 0, 1, jam)),
		});
		const k = { tahap: 'reviu', jenis: 'evaluasi' as const, jadwal: [] };
		const hasil = susunTahapan(k, [entri('interviu', 200, 'Asih', 2), entri('mandiri', 300, 'Entri', 1)]);
		expect(hasil.map((t) => [t.tahap, t.nilai, t.oleh, t.dari, t.waktu.getUTCHours()])).toEqual([
			['mandiri', 300, 'Entri', null, 1],
			['dokumen', 300, 'Entri', 'mandiri', 1],
			['interviu', 200, 'Asih', null, 2],
			['reviu', 200, 'Asih', 'interviu', 2],
		]);
	});
});

describe('rerata selisih', () => {
	it.each([
		[1, 8, 0],
		[4, 8, 1],
		[-4, 8, -1],
		[-3, 8, 0],
		[100, 3, 33],
		[0, 0, null],
	])('jumlah %d perseratus dari %d menjadi %s, setengah menjauhi nol', (jumlah, banyak, hasil) => {
		expect(rerata(jumlah, banyak)).toBe(hasil);
	});
	const baris = (orangId: number, jenis: string, banyak: number, jumlah: number) => ({
		orangId,
		nama: `A${orangId}`,
		jenis,
		banyak,
		penilaian: 1,
		jumlah,
		naik: 0,
		turun: 0,
	});
	it('asesor dibandingkan dengan yang menilai jenis instansi yang sama saja', () => {
		const data = [baris(1, 'kota', 3, -100), baris(2, 'kota', 3, 0), baris(3, 'kabupaten', 2, 500)];
		expect(ringkasAsesor(data).map((a) => [a.nama, a.rerata, a.terhadapLain])).toEqual([
			['A1', -33, -33],
			['A2', 0, 33],
			['A3', 250, null],
		]);
		expect(ringkasJenis(data).map((j) => [j.jenis, j.rerata, j.rentang])).toEqual([
			['kabupaten', 250, null],
			['kota', -17, 33],
		]);
	});
});

const mandiri = { tahap: 'mandiri', mulai: '2026-07-01', selesai: '2026-12-15' } as const;

describeDatabase('ruang asesor', (get) => {
	interface Tokoh {
		kota: KotaUji;
		nama: string;
		kunci: { instansiId: number; penilaianId: number };
		putaranId: number;
		koordinator: Ctx;
		pj: Ctx;
		asesor: Ctx;
		kedua: Ctx;
		reviu: Ctx;
		nasional: Ctx;
	}

	/** An assessment of a national round, sent, with one item of evidence. */
	async function siapkan(instrumen: string, tahun: number, nilai: string, indikator: string) {
		const kota = await buatKota(get().ctx);
		const { nama } = await get()
			.ctx.db.selectFrom('instansi')
			.select('nama')
			.where('id', '=', kota.id)
			.executeTakeFirstOrThrow();
		const nasional = await kota.sebagai('nasional', { peran: 'admin_nasional', instansiId: null });
		const buka = await openPutaranNasional(nasional, {
			nama: `Evaluasi ${tahun}`,
			tahun,
			jenis: 'evaluasi',
			instrumen,
			tahap: [mandiri],
			pesertaJenis: [],
			pesertaNama: [nama],
		});
		expect(buka.ok).toBe(true);
		const { id, putaranId } = await get()
			.ctx.db.selectFrom('penilaian')
			.select(['id', 'putaran_id as putaranId'])
			.where('instansi_id', '=', kota.id)
			.executeTakeFirstOrThrow();
		const t: Tokoh = {
			kota,
			nama,
			kunci: { instansiId: kota.id, penilaianId: id },
			putaranId,
			koordinator: await kota.sebagai('koordinator', {}),
			pj: await kota.sebagai('pj', { peran: 'penanggung_jawab' }),
			asesor: await kota.sebagai('asesor', { peran: 'asesor_eksternal' }),
			kedua: await kota.sebagai('kedua', { peran: 'asesor_eksternal' }),
			reviu: await kota.sebagai('reviu', { peran: 'tim_reviu', instansiId: null }),
			nasional,
		};
		for (const [ctx, peran] of [
			[t.koordinator, 'koordinator'],
			[t.asesor, 'asesor_eksternal'],
			[t.kedua, 'asesor_eksternal'],
		] as const)
			await tercatat(ctx, kota.id, peran);
		const bukti = await saveBukti(t.koordinator, {
			...t.kunci,
			indikator,
			tingkat: 2,
			judul: 'Perwali 12/2025',
			berkas: await titip(t.koordinator, `%PDF-1.7 ${kota.id}`),
			tautan: '',
			catatan: 'catatan yang tidak terbit',
			penunjuk: 'hlm. 12',
			tanggal: '2026-01-05',
			berlakuSampai: null,
			ajukan: true,
		});
		await isiSemua(t.koordinator, { ...t.kunci, instrumen, nilai });
		return { t, buktiId: bukti.ok ? bukti.value.id : 0 };
	}

	/** The role stands in the database too: names are read by those who share an institution. */
	const tercatat = (ctx: Ctx, instansi_id: number, peran: 'koordinator' | 'asesor_eksternal') =>
		get()
			.ctx.db.insertInto('peran')
			.values({
				orang_id: ctx.who.jenis === 'orang' ? ctx.who.id : 0,
				peran,
				instansi_id,
				unit_id: null,
				diberi: get().ctx.clock(),
				diberi_oleh: null,
				dicabut: null,
			})
			.execute();

	async function kirim(t: Tokoh) {
		await lakukan(t.koordinator, t.kunci, 'serahkan');
		await lakukan(t.pj, t.kunci, 'setujui');
		await lakukan(t.koordinator, t.kunci, 'tandatangani');
		expect(await lakukan(t.koordinator, t.kunci, 'kirim')).toMatchObject({ value: { tahap: 'dokumen' } });
	}

	const meja = async (ctx: Ctx, t: Tokoh, indikator: string) => {
		const m = await readMeja(ctx, { instansiId: t.kunci.instansiId, id: t.kunci.penilaianId, indikator });
		if (!m.ok) throw new Error(m.reason);
		return m.value;
	};

	const nilai = async (ctx: Ctx, t: Tokoh, indikator: string, isi: string) => {
		const dasar = String((await meja(ctx, t, indikator)).riwayat[0]?.id ?? 0);
		const hasil = await recordNilai(ctx, {
			...t.kunci,
			indikator,
			nilai: isi,
			fakta: 'f',
			analisis: 'a',
			justifikasi: `justifikasi ${isi}`,
			luar: '',
			dasar,
		});
		expect(hasil.ok).toBe(true);
	};

	const interviu = async (ctx: Ctx, t: Tokoh) => {
		const hasil = await readInterviu(ctx, { instansiId: t.kunci.instansiId, id: t.kunci.penilaianId });
		if (!hasil.ok) throw new Error(hasil.reason);
		return hasil.value;
	};

	const dokumen = async (t: Tokoh, buktiId: number) => {
		const putusan = { ...t.kunci, bukti: [{ id: buktiId, revisi: 1 }], catatan: '' };
		expect((await judgeBukti(t.asesor, { ...putusan, putusan: 'diterima', alasan: null })).ok).toBe(true);
	};

	it('pemdi-2026: selisih per indikator, unit, dan asesor dengan desimal; berita acara dua pihak; bukti terbit', async () => {
		const { t, buktiId } = await siapkan('pemdi-2026', 2026, '2,50', 'I12');
		const unit = await t.kota.unit('Dinas Kominfo', 'dinas');
		await assignIndikator(t.koordinator, {
			...t.kunci,
			indikator: ['I12', 'I13'],
			unitId: unit.id,
			tenggat: null,
		});
		await kirim(t);
		await dokumen(t, buktiId);
		await nilai(t.asesor, t, 'I12', '2,25');
		await nilai(t.kedua, t, 'I12', '2,75');
		await nilai(t.kedua, t, 'I05', '3,01');
		const s = await readSelisih(t.koordinator, { instansiId: t.kota.id, id: t.kunci.penilaianId });
		if (!s.ok) throw new Error(s.reason);
		expect(
			s.value.baris.filter((b) => b.selisih !== 0).map((b) => [b.id, b.mandiri, b.akhir, b.selisih]),
		).toEqual([
			['I05', 250, 301, 51],
			['I12', 250, 275, 25],
		]);
		expect(s.value.semua).toEqual({ banyak: 20, rerata: 4, naik: 2, turun: 0 });
		expect(s.value.unit).toEqual([{ nama: 'Dinas Kominfo', banyak: 2, rerata: 13, naik: 1, turun: 0 }]);
		expect(s.value.asesor.map((a) => [a.nama, a.banyak, a.rerata])).toEqual([
			['asesor', 1, -25],
			['kedua', 2, 38],
		]);
		const n = await readSelisihNasional(t.reviu, t.putaranId);
		expect(n.ok && n.value.pasangan).toEqual([
			{ satu: 'asesor', dua: 'kedua', banyak: 1, sama: 0, rerata: 50 },
		]);
		expect(await readSelisihNasional(t.asesor, t.putaranId)).toEqual({
			ok: false,
			reason: 'tidak_berwenang',
		});

		const rapat = {
			...t.kunci,
			jenis: 'interviu' as const,
			tanggal: '2026-11-20',
			tempat: 'Balai Kota',
			hadir: 'Asih, asesor\nKori, koordinator',
			ringkasan: '',
		};
		expect(await recordPertemuan(t.asesor, rapat)).toEqual({ ok: false, reason: 'tahap_lewat' });
		await lakukan(t.asesor, t.kunci, 'majukan');
		expect(await recordPertemuan(t.koordinator, rapat)).toEqual({ ok: false, reason: 'tidak_berwenang' });
		expect(await recordPertemuan(t.asesor, { ...rapat, hadir: ' ' })).toEqual({
			ok: false,
			reason: 'ba_isian_kurang',
		});
		expect(await recordPertemuan(t.asesor, rapat)).toEqual({ ok: true });
		const tanya = { ...t.kunci, indikator: 'I12', balasId: null, putusan: null };
		await writeUtas(t.asesor, { ...tanya, jenis: 'pertanyaan', isi: 'Siapa yang menguji?' });
		const sidik = async () => (await interviu(t.asesor, t)).pertemuan[0]?.sidik ?? '';
		const tanda = (ctx: Ctx, pihak: 'instansi' | 'asesor', s: string) =>
			signPertemuan(ctx, { ...t.kunci, jenis: 'interviu', pihak, jabatan: 'Kepala', sidik: s });
		const lama = await sidik();
		expect(await tanda(t.koordinator, 'asesor', lama)).toEqual({ ok: false, reason: 'tidak_berwenang' });
		expect(await tanda(t.asesor, 'asesor', lama)).toEqual({ ok: true });
		expect(await tanda(t.asesor, 'asesor', lama)).toEqual({ ok: false, reason: 'ba_pihak_lain' });
		await nilai(t.asesor, t, 'I12', '3');
		expect(await tanda(t.koordinator, 'instansi', lama)).toEqual({ ok: false, reason: 'ba_berubah' });
		const baru = await sidik();
		expect(baru).not.toBe(lama);
		expect(await tanda(t.koordinator, 'instansi', baru)).toEqual({ ok: true });
		expect(await tanda(t.asesor, 'asesor', baru)).toEqual({ ok: true });
		expect(await recordPertemuan(t.asesor, rapat)).toEqual({ ok: false, reason: 'ba_sudah_sah' });
		await writeUtas(t.asesor, { ...tanya, jenis: 'pertanyaan', isi: 'Pertanyaan susulan' });
		const ba = (await interviu(t.koordinator, t)).pertemuan[0];
		expect(ba?.tanda.map((x) => [x.pihak, x.nama])).toEqual([
			['instansi', 'koordinator'],
			['asesor', 'asesor'],
		]);
		expect(ba?.isi?.tanya.map((x) => x.isi)).toEqual(['Siapa yang menguji?']);
		expect(ba?.isi?.nilai).toMatchObject([{ indikator: 'I12', dari: 275, ke: 300 }]);
		expect(ba?.bolehTanda).toEqual([]);

		await lakukan(t.asesor, t.kunci, 'majukan');
		const p = await readPenilaian(t.reviu, { instansiId: t.kota.id, id: t.kunci.penilaianId });
		const butir = p.ok ? p.value.baris.map((b) => ({ indikator: b.id, nilaiId: b.nilaiId })) : [];
		await reviewNilai(t.reviu, { ...t.kunci, butir, putusan: 'valid', alasan: '' });
		await lakukan(t.reviu, t.kunci, 'majukan');
		await lakukan(t.reviu, t.kunci, 'usulkan');
		const usul = await readPenilaian(t.nasional, { instansiId: t.kota.id, id: t.kunci.penilaianId });
		expect(usul.ok && usul.value.penetapan).toMatchObject({
			usul: { nama: 'reviu', berubah: false },
			mengganti: null,
			sebelum: null,
			setuju: true,
			latihan: false,
		});
		const terbit = { slug: t.nama, tahun: 2026 };
		expect(await getBuktiTerbuka(get().ctx, terbit)).toEqual([]);
		let segar = 0;
		const ctx = { ...t.nasional, dataBerubah: async () => void segar++ };
		expect(await lakukan(ctx, t.kunci, 'tetapkan')).toMatchObject({ value: { tahap: 'selesai' } });
		expect(segar).toBe(1);
		expect(await getBuktiTerbuka(get().ctx, terbit)).toEqual([
			{
				indikator: 'I12',
				tingkat: 2,
				huruf: 1,
				judul: 'Perwali 12/2025',
				jenis: 'berkas',
				tanggal: '2026-01-05',
				penunjuk: 'hlm. 12',
			},
		]);
		expect(await getBuktiTerbuka(get().ctx, { ...terbit, indikator: 'I01' })).toEqual([]);
		await sql`update tanda_tangan set batal = now() where penilaian_id = ${t.kunci.penilaianId} and dokumen = 'persetujuan_publikasi'`.execute(
			get().ctx.db,
		);
		expect(await getBuktiTerbuka(get().ctx, terbit)).toEqual([]);
	}, 120_000);

	it('spbe-2020: tahun lalu dengan justifikasi dan buktinya di meja; instrumen lain disebut, tidak dibandingkan', async () => {
		const { t, buktiId } = await siapkan('spbe-2020', 2025, '3', 'I10');
		await kirim(t);
		await dokumen(t, buktiId);
		await nilai(t.asesor, t, 'I10', '2');
		const m = await meja(t.asesor, t, 'I10');
		expect(m.tahapan.map((x) => [x.tahap, x.nilai, x.oleh, x.dari])).toEqual([
			['mandiri', 300, 'koordinator', null],
			['dokumen', 200, 'asesor', null],
		]);
		expect((await meja(t.asesor, t, 'I11')).tahapan[1]).toMatchObject({
			nilai: 300,
			dari: 'mandiri',
			oleh: 'koordinator',
		});
		expect(m.daftar.length).toBe(47);
		expect(m.daftar.find((d) => d.id === 'I10')).toMatchObject({
			nilai: 200,
			tahap: 'dokumen',
			diterima: 1,
			diajukan: 0,
		});
		expect(m.lalu).toBeNull();
		const buka = async (instrumen: string) => {
			const hasil = await openPutaran(t.koordinator, {
				instansiId: t.kota.id,
				nama: `Latihan ${instrumen}`,
				tahun: 2026,
				jenis: 'evaluasi',
				instrumen,
				tahap: [mandiri],
			});
			return { ...t, kunci: { ...t.kunci, penilaianId: hasil.ok ? hasil.value.penilaianId : 0 } };
		};
		const sama = (await meja(t.koordinator, await buka('spbe-2020'), 'I10')).lalu;
		expect(sama).toMatchObject({
			tahun: 2025,
			sama: true,
			nilai: 200,
			justifikasi: 'justifikasi 2',
			oleh: 'asesor',
		});
		expect(sama?.bukti).toMatchObject([
			{ judul: 'Perwali 12/2025', penunjuk: 'hlm. 12', status: 'diterima' },
		]);
		const beda = (await meja(t.koordinator, await buka('pemdi-2026'), 'I10')).lalu;
		expect(beda).toMatchObject({ instrumen: 'spbe-2020', sama: false, nilai: null, bukti: [] });
	}, 120_000);

	it('penunjukan: asesor yang sudah ada dengan bebannya, dan konflik disebut bersama perannya', async () => {
		const { t } = await siapkan('pemdi-2026', 2026, '2', 'I01');
		const lain = await buatKota(get().ctx);
		const orang = await get()
			.ctx.db.insertInto('orang')
			.values({
				nama: 'Wira',
				surel: `wira.${t.kota.id}@contoh.go.id`,
				telepon: null,
				nip: null,
				dibuat: get().ctx.clock(),
				nonaktif: null,
			})
			.returning('id')
			.executeTakeFirstOrThrow();
		const peran = (instansi_id: number, p: 'operator' | 'asesor_eksternal', dicabut: Date | null) =>
			get()
				.ctx.db.insertInto('peran')
				.values({
					orang_id: orang.id,
					peran: p,
					instansi_id,
					unit_id: null,
					diberi: get().ctx.clock(),
					diberi_oleh: null,
					dicabut,
				})
				.execute();
		await peran(lain.id, 'asesor_eksternal', null);
		await peran(t.kota.id, 'operator', get().ctx.clock());
		const tunjuk = (siapa: Parameters<typeof appointAsesor>[1]['siapa']) =>
			appointAsesor(t.nasional, { putaranId: t.putaranId, penilaianId: [t.kunci.penilaianId], siapa });
		expect(await tunjuk(orang.id)).toMatchObject({
			ok: true,
			value: {
				nama: 'Wira',
				banyak: 0,
				konflik: [{ instansi: t.nama, peran: [{ peran: 'operator', masih: false }] }],
			},
		});
		expect(await tunjuk(999_999)).toEqual({ ok: false, reason: 'asesor_tidak_ada' });
		const baru = { nama: 'Yani', surel: `yani.${t.kota.id}@contoh.go.id` };
		expect(await tunjuk(baru)).toMatchObject({ value: { banyak: 1, konflik: [] } });
		expect(await tunjuk(baru)).toMatchObject({ value: { banyak: 0, sudah: 1 } });
		const putaran = await readNasional(t.nasional, t.putaranId);
		expect(putaran.ok && putaran.value.asesor.find((a) => a.nama === 'Yani')).toMatchObject({
			putaran: 1,
			terbuka: 1,
		});
		expect(await appointAsesor(t.reviu, { putaranId: t.putaranId, penilaianId: [1], siapa: baru })).toEqual({
			ok: false,
			reason: 'tidak_berwenang',
		});
	}, 120_000);
});
