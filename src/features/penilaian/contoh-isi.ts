import { findOrangBySurel } from '#features/akun/orang.store.ts';
import { fillAksesContoh } from '#features/audit/akses/contoh-akses.ts';
import { fillAuditContoh } from '#features/audit/contoh-audit.ts';
import { judgeBukti } from '#features/bukti/judge-bukti.ts';
import { mundur } from '#features/bukti/peringatan.rules.ts';
import { recordCakupan } from '#features/bukti/record-cakupan.ts';
import { saveBukti } from '#features/bukti/save-bukti.ts';
import { mapPasal } from '#features/kebijakan/map-pasal.ts';
import { saveDokumen } from '#features/kebijakan/save-dokumen.ts';
import { saveReviu } from '#features/kebijakan/save-reviu.ts';
import { assignTugas } from '#features/kerjasama/assign-tugas.ts';
import { readNotula } from '#features/kerjasama/read-notula.ts';
import { saveNotula } from '#features/kerjasama/save-notula.ts';
import { fillRencanaContoh } from '#features/rencana/contoh-rencana.ts';
import { saveSasaran } from '#features/rencana/susun/save-sasaran.ts';
import { hariIni } from './alur.rules.ts';
import { asContoh, asPeran, mustOk, type Susunan, surelContoh } from './as-contoh.ts';
import { recordNilai } from './record-nilai.ts';

type Tempat = { penilaianId: number };

/** Something in every room: policies, minutes with a task, values and evidence in each state, coverage of units. */
export async function fillContoh(s: Susunan, tempat: Tempat): Promise<void> {
	for (const k of s.contoh.kebijakan) await isiKebijakan(s, k);
	await isiNotula(s);
	for (const n of s.contoh.nilai) await isiNilai(s, tempat, n);
	for (const b of s.contoh.bukti) await isiBukti(s, tempat, b);
	await isiCakupan(s, tempat);
	await isiSasaran(s);
	await fillRencanaContoh(s);
	await fillAuditContoh(s);
	await fillAksesContoh(s);
}

async function isiSasaran(s: Susunan): Promise<void> {
	const { instansiId, contoh } = s;
	const tahun = String(s.ctx.clock().getUTCFullYear());
	const isian = { instansiId, tahun, simpul: 'indeks', ...contoh.sasaran };
	mustOk(await saveSasaran(await asPeran(s, 'koordinator'), isian), 'sasaran');
}

async function isiKebijakan(s: Susunan, k: Susunan['contoh']['kebijakan'][number]): Promise<void> {
	const koordinator = await asPeran(s, 'koordinator');
	const { instansiId } = s;
	const { indikator, jenis, nomor, judul, status, tanggal } = k;
	const dokumen = await saveDokumen(koordinator, {
		...{ instansiId, indikator, jenis, nomor, judul, status, tanggal },
		tautan: '',
		berkas: undefined,
		indukId: null,
		hubungan: null,
		reviuId: null,
	});
	const dokumenId = mustOk(dokumen, judul).value.id;
	const penunjuk = new Map(Object.entries(k.pasal));
	mustOk(await mapPasal(koordinator, { instansiId, indikator, dokumenId, penunjuk }), judul);
	if (!k.reviu) return;
	const { temuan, rekomendasi, bulanLalu } = k.reviu;
	const reviu = await saveReviu(koordinator, {
		...{ instansiId, indikator, dokumenId, temuan, rekomendasi },
		tanggal: mundur(hariIni(s.ctx.clock()), bulanLalu),
		tautan: '',
		penunjuk: '',
		berkas: undefined,
	});
	mustOk(reviu, judul);
}

const HARI = 86_400_000;

async function isiNotula(s: Susunan): Promise<void> {
	const koordinator = await asPeran(s, 'koordinator');
	const { instansiId, contoh } = s;
	const { judul, tempat, agenda, hadir, tamu, hariLalu, keputusan } = contoh.notula;
	const lain = (hari: number) => hariIni(new Date(s.ctx.clock().getTime() + hari * HARI));
	const orang = await Promise.all(hadir.map((n) => findOrangBySurel(s.ctx.db, surelContoh(n, instansiId))));
	const notula = await saveNotula(koordinator, {
		...{ instansiId, judul, tempat, agenda },
		tanggal: lain(-hariLalu),
		ubah: null,
		hadirId: orang.flatMap((o) => o?.id ?? []),
		hadirNama: tamu,
		keputusan: keputusan.map((k) => k.isi),
	});
	const { id } = mustOk(notula, judul).value;
	const terbaca = mustOk(await readNotula(koordinator, { instansiId, id }), judul).value.notula;
	for (const [n, k] of keputusan.entries()) {
		if (!k.tugas) continue;
		const tugas = await assignTugas(koordinator, {
			instansiId,
			keputusanId: terbaca.keputusan[n]?.id ?? 0,
			untuk: { unitId: s.unit.get(k.tugas.unit)?.id ?? 0 },
			tenggat: lain(k.tugas.dalamHari),
			isi: '',
		});
		mustOk(tugas, k.isi);
	}
}

async function isiNilai(
	s: Susunan,
	{ penilaianId }: Tempat,
	n: Susunan['contoh']['nilai'][number],
): Promise<void> {
	const hasil = await recordNilai(await asContoh(s, n.oleh), {
		instansiId: s.instansiId,
		penilaianId,
		indikator: n.indikator,
		nilai: n.nilai,
		fakta: '',
		analisis: n.analisis,
		justifikasi: '',
		luar: '',
		dasar: '0',
	});
	mustOk(hasil, n.indikator);
}

async function isiBukti(
	s: Susunan,
	{ penilaianId }: Tempat,
	b: Susunan['contoh']['bukti'][number],
): Promise<void> {
	const kunci = { instansiId: s.instansiId, penilaianId };
	const { indikator, tingkat, judul, tautan, catatan, penunjuk, ajukan } = b;
	const bukti = await saveBukti(await asContoh(s, b.oleh), {
		...kunci,
		...{ indikator, tingkat, judul, tautan, catatan, penunjuk, ajukan },
		tanggal: null,
		berlakuSampai: null,
	});
	const { id } = mustOk(bukti, judul).value;
	if (!b.putusan) return;
	const asesor = await asPeran(s, 'asesor_internal');
	mustOk(await judgeBukti(asesor, { ...kunci, bukti: [{ id, revisi: 1 }], ...b.putusan }), judul);
}

async function isiCakupan(s: Susunan, { penilaianId }: Tempat): Promise<void> {
	const { indikator, ya, belum } = s.contoh.cakupan;
	const baris = [...ya.map((u) => [u, 'ya'] as const), ...belum.map((u) => [u, 'belum'] as const)].map(
		([unit, keadaan]) => ({ unitId: s.unit.get(unit)?.id ?? 0, keadaan, catatan: '' }),
	);
	const { instansiId } = s;
	const hasil = await recordCakupan(await asPeran(s, 'koordinator'), {
		...{ instansiId, penilaianId, indikator, baris },
	});
	mustOk(hasil, `cakupan ${indikator}`);
}
