import { createHash } from 'node:crypto';
import { canAct } from '#features/akun/izin.rules.ts';
import { authorize } from '#features/akun/require-orang.ts';
import { bacaTautan } from '#features/bukti/bukti.rules.ts';
import { listPenilaianTerbuka } from '#features/kebijakan/kebijakan.store.ts';
import { hariIni } from '#features/penilaian/alur.rules.ts';
import { recordActivity } from '#platform/activity/record-activity.ts';
import type { Ctx } from '#platform/ctx.ts';
import { inScope } from '#platform/database/scope.ts';
import { formatTanggal } from '#ui/format.ts';
import { type BuktiAuditOutcome, taruhKertas } from '../bukti/take-bukti.ts';
import type { RuangInstansi } from '../bukti/unduh-audit.ts';
import { susunTujuan } from '../kerja/list-audit.ts';
import {
	hitungKategori,
	hitungPutusan,
	type JenisIndeks,
	type Kategori,
	masaIndeks,
} from './indeks.rules.ts';
import { cancelIndeks, type Indeks, insertIndeks, listIndeks } from './indeks.store.ts';
import { type AturanIndeksBerkas, readAturanIndeks } from './read-aturan-indeks.ts';

/** Indicator that an index is offered to: the security audit of SPBE 2020. */
export const INDIKATOR_INDEKS = 'I31';
type Tolak = { ok: false; reason: 'belum_masuk' | 'tidak_berwenang' };

export interface IndeksMasukan {
	instansiId: number;
	jenis: JenisIndeks | null;
	versi: string;
	tanggal: string | null;
	kategori: Kategori | null;
	skorKategori: number | null;
	area: Readonly<Record<string, number | null>>;
	total: number | null;
	putusan: string;
	penilai: string;
	catatan: string;
	tautan: string;
}
export type IndeksOutcome =
	| { ok: true; value: { id: number; putusanHitung: string | null } }
	| Tolak
	| {
			ok: false;
			reason: 'indeks_salah' | 'indeks_tanggal_nanti' | 'indeks_total_salah' | 'tautan_tidak_sah';
	  };

/** Records what a filled workbook of BSSN came to: areas, total, category, verdict. Its questions stay BSSN's. */
export async function saveIndeks(ctx: Ctx, input: IndeksMasukan): Promise<IndeksOutcome> {
	const { instansiId } = input;
	const boleh = authorize(ctx, 'indeks.catat', { instansiId });
	if (!boleh.ok) return boleh;
	const waktu = ctx.clock();
	const isi = periksa(input, readAturanIndeks(ctx), hariIni(waktu));
	if (!isi.ok) return isi;
	return await inScope(ctx, boleh.orang, async (trx): Promise<IndeksOutcome> => {
		const id = await insertIndeks(trx, { ...isi.value, instansiId, oleh: boleh.orang.id, waktu });
		const { jenis, tanggal, total, putusan, putusanHitung } = isi.value;
		await recordActivity(trx, {
			...{
				instansiId,
				waktu,
				orangId: boleh.orang.id,
				tindakan: 'audit.indeks',
				objek: `audit/indeks/${id}`,
			},
			rincian: { jenis, tanggal, total, putusan, putusanHitung },
		});
		return { ok: true, value: { id, putusanHitung } };
	});
}

function periksa(
	i: IndeksMasukan,
	aturan: AturanIndeksBerkas,
	kini: string,
): { ok: true; value: Omit<Indeks, 'id' | 'oleh'> } | Extract<IndeksOutcome, { ok: false }> {
	const { jenis, kategori, tanggal, total, skorKategori } = i;
	const versi = aturan.versi.find((v) => v.id === i.versi);
	const area = aturan.area.flatMap(({ id }) => (i.area[id] == null ? [] : [[id, i.area[id]] as const]));
	const tautan = i.tautan.trim() === '' ? '' : bacaTautan(i.tautan.trim());
	if (tautan === null) return { ok: false, reason: 'tautan_tidak_sah' };
	const kurang = jenis === 'kami' && (area.length < aturan.area.length || !versi);
	if (jenis === null || kategori === null || tanggal === null || total === null || kurang)
		return { ok: false, reason: 'indeks_salah' };
	if (i.putusan.trim() === '' || i.putusan.length > 100 || i.versi.trim() === '' || i.versi.length > 20)
		return { ok: false, reason: 'indeks_salah' };
	if (skorKategori !== null && hitungKategori(skorKategori, aturan) !== kategori)
		return { ok: false, reason: 'indeks_salah' };
	if (tanggal > kini) return { ok: false, reason: 'indeks_tanggal_nanti' };
	const jumlah = area.reduce((n, [, skor]) => n + (skor ?? 0), 0);
	if (jenis === 'kami' && versi && (jumlah !== total || total > versi.total))
		return { ok: false, reason: 'indeks_total_salah' };
	return {
		ok: true,
		value: {
			...{
				jenis,
				kategori,
				tanggal,
				total,
				skorKategori,
				tautan,
				versi: i.versi.trim(),
				putusan: i.putusan.trim(),
			},
			area: Object.fromEntries(area) as Record<string, number>,
			putusanHitung: jenis === 'kami' && versi ? hitungPutusan(total, kategori, versi, aturan) : null,
			...{ penilai: i.penilai.slice(0, 300), catatan: i.catatan.slice(0, 5000) },
		},
	};
}

/** Takes an assessment back that was recorded by mistake. */
export async function withdrawIndeks(
	ctx: Ctx,
	{ instansiId, id }: { instansiId: number; id: number },
): Promise<{ ok: true } | Tolak | { ok: false; reason: 'indeks_tidak_ada' }> {
	const boleh = authorize(ctx, 'indeks.catat', { instansiId });
	if (!boleh.ok) return boleh;
	const waktu = ctx.clock();
	return await inScope(ctx, boleh.orang, async (trx) => {
		if (!(await cancelIndeks(trx, { instansiId, id, batal: waktu })))
			return { ok: false as const, reason: 'indeks_tidak_ada' as const };
		await recordActivity(trx, {
			...{
				instansiId,
				waktu,
				orangId: boleh.orang.id,
				tindakan: 'audit.indeks_batal',
				objek: `audit/indeks/${id}`,
			},
		});
		return { ok: true as const };
	});
}

export interface RuangIndeks {
	daftar: (Indeks & ReturnType<typeof masaIndeks>)[];
	aturan: AturanIndeksBerkas;
	penilaian: ReturnType<typeof susunTujuan>;
	boleh: { catat: boolean; pakai: boolean };
}

/** The indices with their validity, and where they can be evidence. */
export async function readIndeks(
	ctx: Ctx,
	instansiId: number,
): Promise<{ ok: true; value: RuangIndeks } | Tolak> {
	const boleh = authorize(ctx, 'audit.lihat', { instansiId });
	if (!boleh.ok) return boleh;
	const { orang } = boleh;
	const aturan = readAturanIndeks(ctx);
	const kini = hariIni(ctx.clock());
	return await inScope(ctx, orang, async (trx) => ({
		ok: true as const,
		value: {
			daftar: (await listIndeks(trx, instansiId)).map((i) => ({
				...i,
				...masaIndeks(i.tanggal, kini, aturan.berlakuBulan),
			})),
			aturan,
			penilaian: susunTujuan(ctx, INDIKATOR_INDEKS, await listPenilaianTerbuka(trx, instansiId)),
			boleh: {
				catat: canAct(orang, 'indeks.catat', { instansiId }).ok,
				pakai: canAct(orang, 'nilai.isi', { instansiId }).ok,
			},
		},
	}));
}

/** Puts an assessment under the indicator and level that were chosen, as a note or a link. */
export async function takeIndeks(
	ctx: Ctx,
	input: { ruang: RuangInstansi; id: number; penilaianId: number; tujuan: string; tingkat: number },
): Promise<BuktiAuditOutcome | { ok: false; reason: 'indeks_tidak_ada' }> {
	const { ruang, id, penilaianId, tujuan, tingkat } = input;
	const boleh = authorize(ctx, 'audit.lihat', { instansiId: ruang.id });
	if (!boleh.ok) return boleh;
	const bahan = await readIndeks(ctx, ruang.id);
	if (!bahan.ok) return bahan;
	const i = bahan.value.daftar.find((x) => x.id === id);
	if (!i) return { ok: false, reason: 'indeks_tidak_ada' };
	if (!bahan.value.penilaian.some((p) => p.id === penilaianId && p.indikator.includes(tujuan)))
		return { ok: false, reason: 'bukan_padanan' };
	const { area } = bahan.value.aturan;
	const nama = i.jenis === 'kami' ? `Indeks KAMI ${i.versi}` : 'IKASANDI';
	const uraian = [
		`${nama}, ${formatTanggal(i.tanggal, 'id')}: total ${i.total}, kategori ${i.kategori}, putusan ${i.putusan}.`,
		...area.flatMap((a) => (i.area[a.id] === undefined ? [] : [`${a.nama}: ${i.area[a.id]}`])),
	].join('\n');
	const kertas = {
		...{ tingkat, kunci: `indeks.${id}`, judul: `${nama}: ${i.putusan}`, tanggal: i.tanggal },
		sidik: createHash('sha256')
			.update(uraian + i.tautan)
			.digest('hex'),
		isi:
			i.tautan === ''
				? { jenis: 'catatan' as const, teks: uraian }
				: { jenis: 'tautan' as const, teks: i.tautan },
	};
	const ke = { ruang, penilaianId, tujuan, tingkat };
	return await taruhKertas(ctx, boleh.orang, ke, [kertas], 'audit.indeks_pakai');
}
