import { canAct } from '#features/akun/izin.rules.ts';
import { amankanNama, bacaTautan } from '#features/bukti/bukti.rules.ts';
import { keepBerkasKebijakan } from '#features/kebijakan/save-dokumen.ts';
import { hariIni } from '#features/penilaian/alur.rules.ts';
import { recordActivity } from '#platform/activity/record-activity.ts';
import type { Ctx, Orang } from '#platform/ctx.ts';
import { inScope, type Trx } from '#platform/database/scope.ts';
import type { Titipan } from '#platform/storage/file-store.ts';
import { type LangkahTemuan, type Sikap, sesudah } from './temuan.rules.ts';
import {
	insertLangkah,
	listTemuanStore,
	type Temuan,
	type UbahTemuan,
	updateTemuan,
} from './temuan.store.ts';

type Tempat = { instansiId: number; auditId: number; id: number };
export type BerkasMasuk = { titipan: Titipan; nama: string } | undefined;
export type JawabTemuanOutcome =
	| { ok: true; value: { keadaan: Temuan['keadaan'] } }
	| {
			ok: false;
			reason:
				| 'belum_masuk'
				| 'tidak_berwenang'
				| 'temuan_tidak_ada'
				| 'langkah_temuan_salah'
				| 'tanggapan_kosong'
				| 'bukti_temuan_kosong'
				| 'catatan_verifikasi_kosong'
				| 'verifikasi_sendiri'
				| 'terima_risiko_salah'
				| 'terima_risiko_sendiri'
				| 'tautan_tidak_sah'
				| 'jenis_berkas_ditolak';
	  };
type Tolak = Extract<JawabTemuanOutcome, { ok: false }>;

/** What a step writes, and the words that stay with it. */
type Isi = { ok: true; ubah: UbahTemuan; catatan: string } | Tolak;

const bolehLangkah = {
	tanggapi: 'audit.tanggapi',
	lapor: 'audit.tanggapi',
	terima_risiko: 'audit.terima_risiko',
	terima_bukti: 'audit.jalankan',
	tolak_bukti: 'audit.jalankan',
	buka: 'audit.jalankan',
} as const;

async function langkah(
	ctx: Ctx,
	p: Tempat,
	nama: LangkahTemuan,
	susun: (trx: Trx, orang: Orang, t: Temuan) => Isi | Promise<Isi>,
): Promise<JawabTemuanOutcome> {
	if (ctx.who.jenis !== 'orang') return { ok: false, reason: 'belum_masuk' };
	const orang = ctx.who;
	const waktu = ctx.clock();
	const { instansiId, auditId, id } = p;
	return await inScope(ctx, orang, async (trx): Promise<JawabTemuanOutcome> => {
		const [t] = await listTemuanStore(trx, { instansiId, auditId, id, kunci: true });
		const tindakan = bolehLangkah[nama];
		const jalur = tindakan === 'audit.tanggapi' ? (t?.jalur ?? undefined) : undefined;
		if (!canAct(orang, tindakan, { instansiId, jalur }).ok) return { ok: false, reason: 'tidak_berwenang' };
		if (!t) return { ok: false, reason: 'temuan_tidak_ada' };
		const keadaan = sesudah(t.keadaan, nama);
		if (keadaan === null) return { ok: false, reason: 'langkah_temuan_salah' };
		const isi = await susun(trx, orang, t);
		if (!isi.ok) return isi;
		const tutup = keadaan === 'selesai' || keadaan === 'risiko_diterima' ? hariIni(waktu) : null;
		await updateTemuan(trx, { instansiId, id, waktu }, { ...isi.ubah, keadaan, tutup });
		await insertLangkah(trx, {
			instansiId,
			temuanId: id,
			keadaan,
			catatan: isi.catatan,
			orangId: orang.id,
			waktu,
		});
		await recordActivity(trx, {
			...{ instansiId, waktu, orangId: orang.id, tindakan: `audit.temuan_${nama}` },
			objek: `audit/${auditId}/temuan/${id}`,
			rincian: { keadaan },
		});
		return { ok: true, value: { keadaan } };
	});
}

/** The audited unit's response: what it holds of the finding and what it will do. */
export const answerTemuan = (
	ctx: Ctx,
	input: Tempat & { sikap: Sikap | null; tanggapan: string; rencanaAksi: string },
) =>
	langkah(ctx, input, 'tanggapi', () => {
		const { sikap } = input;
		const [tanggapan, aksi] = [input.tanggapan.trim(), input.rencanaAksi.trim()];
		const panjang = tanggapan.length > 10_000 || aksi.length > 10_000;
		if (sikap === null || tanggapan === '' || panjang || (sikap !== 'tidak_setuju' && aksi === ''))
			return { ok: false, reason: 'tanggapan_kosong' };
		return { ok: true, ubah: { sikap, tanggapan, rencana_aksi: aksi }, catatan: tanggapan };
	});

/** The unit says that it is done, with what proves it: words and a link or a file. */
export async function reportTemuan(
	ctx: Ctx,
	input: Tempat & { bukti: string; tautan: string; berkas: BerkasMasuk },
): Promise<JawabTemuanOutcome> {
	try {
		return await langkah(ctx, input, 'lapor', async (trx, orang, t) => {
			const bukti = input.bukti.trim();
			const tautan = input.tautan.trim() === '' ? '' : bacaTautan(input.tautan.trim());
			if (tautan === null) return { ok: false, reason: 'tautan_tidak_sah' };
			if (bukti === '' || bukti.length > 5000) return { ok: false, reason: 'bukti_temuan_kosong' };
			if (tautan === '' && !input.berkas && t.sha256 === null)
				return { ok: false, reason: 'bukti_temuan_kosong' };
			const berkas = await keepBerkasKebijakan(ctx, trx, orang, input.instansiId, input.berkas);
			if (berkas === 'ditolak') return { ok: false, reason: 'jenis_berkas_ditolak' };
			const baru = berkas ? { berkas_id: berkas.id, nama_berkas: amankanNama(berkas.nama) } : {};
			return { ok: true, ubah: { bukti, tautan, ...baru }, catatan: bukti };
		});
	} finally {
		if (input.berkas) await ctx.berkas.discard(input.berkas.titipan);
	}
}

/** An auditor looks at the proof and closes the finding, or says what is still missing. Nobody verifies their own work. */
export const verifyTemuan = (ctx: Ctx, input: Tempat & { terima: boolean; catatan: string }) =>
	langkah(ctx, input, input.terima ? 'terima_bukti' : 'tolak_bukti', (_, orang, t) => {
		const catatan = input.catatan.trim();
		if (catatan === '') return { ok: false, reason: 'catatan_verifikasi_kosong' };
		const pelapor = t.langkah.findLast((l) => l.keadaan === 'menunggu_verifikasi')?.orangId;
		if (orang.id === pelapor || orang.id === t.orangId) return { ok: false, reason: 'verifikasi_sendiri' };
		return { ok: true, ubah: {}, catatan };
	});

/** Who leads accepts the risk for a time, with the reason. Whoever answers for the finding does not accept it. */
export const acceptRisiko = (ctx: Ctx, input: Tempat & { alasan: string; sampai: string | null }) =>
	langkah(ctx, input, 'terima_risiko', (_, orang, t) => {
		const alasan = input.alasan.trim();
		const { sampai } = input;
		if (alasan === '' || alasan.length > 5000 || sampai === null || sampai <= hariIni(ctx.clock()))
			return { ok: false, reason: 'terima_risiko_salah' };
		if (orang.id === t.orangId) return { ok: false, reason: 'terima_risiko_sendiri' };
		return {
			ok: true,
			ubah: { terima_alasan: alasan, terima_sampai: sampai, terima_oleh: orang.id },
			catatan: alasan,
		};
	});

/** An auditor opens a closed finding again. */
export const reopenTemuan = (ctx: Ctx, input: Tempat & { catatan: string }) =>
	langkah(ctx, input, 'buka', () => {
		const catatan = input.catatan.trim();
		return catatan === ''
			? { ok: false, reason: 'catatan_verifikasi_kosong' }
			: { ok: true, ubah: { terima_alasan: '', terima_sampai: null, terima_oleh: null }, catatan };
	});
