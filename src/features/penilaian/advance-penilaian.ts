import { createHash } from 'node:crypto';
import { canAct } from '#features/akun/izin.rules.ts';
import { isTegas } from '#features/akun/penegasan.rules.ts';
import { submitSemuaBukti } from '#features/bukti/bukti.store.ts';
import { publishPenetapan } from '#features/hasil/publish-penetapan.ts';
import { recordActivity } from '#platform/activity/record-activity.ts';
import type { Ctx, Orang } from '#platform/ctx.ts';
import { asOwner, inScope, type Trx } from '#platform/database/scope.ts';
import { listIndikator } from '#scoring';
import {
	type AksiAlur,
	aksiAlur,
	canAksi,
	type Halangan,
	listHalangan,
	tahapBerikut,
	tindakanAksi,
} from './alur.rules.ts';
import {
	countAlur,
	insertTandaTangan,
	listTandaTangan,
	type TandaTangan,
	updateAlur,
	voidTandaTangan,
} from './alur.store.ts';
import { findPenilaian, keadaanOf, listNilaiTerbaru, type PenilaianTersimpan } from './penilaian.store.ts';

export interface AlurMasukan {
	instansiId: number;
	penilaianId: number;
	aksi: AksiAlur;
	/** Office of the signer, where a document is signed. */
	jabatan: string;
	/** Consent to publication; the minutes are not signed without it. */
	publikasi: boolean;
	/** Why it goes back; asked for by `kembalikan` and `tarik`. */
	alasan: string;
}

export type AlurOutcome =
	| { ok: true; value: { tahap: string; langkah: string } }
	| {
			ok: false;
			reason:
				| 'belum_masuk'
				| 'tidak_berwenang'
				| 'penilaian_tidak_ada'
				| 'tahap_lewat'
				| 'sudah_dibaca'
				| 'orang_kedua'
				| 'jabatan_kosong'
				| 'persetujuan_publikasi_kosong'
				| 'alasan_balik_kosong'
				| 'usul_berubah'
				| 'perlu_penegasan';
	  }
	| { ok: false; reason: 'ada_halangan'; halangan: Halangan[] };

/**
 * Moves an assessment one step on or back: handing over, approval, minutes signed, sending, recall, the assessors'
 * stages, and determination by two people. What is signed is kept word for word with its hash.
 */
export async function advancePenilaian(ctx: Ctx, input: AlurMasukan): Promise<AlurOutcome> {
	if (ctx.who.jenis !== 'orang') return { ok: false, reason: 'belum_masuk' };
	const orang = ctx.who;
	const { instansiId, penilaianId, aksi } = input;
	const hasil = await inScope(ctx, orang, async (trx): Promise<AlurOutcome> => {
		const p = await findPenilaian(trx, instansiId, penilaianId, true);
		if (!p) return { ok: false, reason: 'penilaian_tidak_ada' };
		const tanda = await listTandaTangan(trx, instansiId, penilaianId);
		const usul = tanda.find((t) => t.dokumen === 'penetapan_usul') ?? null;
		if (!mayAksi(orang, instansiId, p, aksi)) return { ok: false, reason: 'tidak_berwenang' };
		if (['usulkan', 'tetapkan'].includes(aksi) && !isTegas(orang, ctx.clock()))
			return { ok: false, reason: 'perlu_penegasan' };
		const bisa = canAksi(keadaanOf(p, ctx.clock()), aksi, usul, orang.id);
		if (!bisa.ok) return bisa;
		const isian = canIsian(input);
		if (!isian.ok) return isian;
		if (aksiAlur[aksi].lengkap) {
			const halangan = await readHalangan(trx, instansiId, p);
			if (halangan.length > 0) return { ok: false, reason: 'ada_halangan', halangan };
		}
		return await lakukan(ctx, trx, orang, p, input, usul);
	});
	if (hasil.ok && aksi === 'tetapkan') await ctx.dataBerubah?.();
	return hasil;
}

/** Whether the person may do it here at all; when, is another question. */
export function mayAksi(
	orang: Pick<Orang, 'peran'>,
	instansiId: number,
	p: PenilaianTersimpan,
	aksi: AksiAlur,
): boolean {
	const k = { tahap: p.tahap, latihan: p.penyelenggaraId === instansiId };
	const tindakan = [
		...tindakanAksi(aksi, k),
		// who handed over may take it back while nobody has approved
		...(aksi === 'kembalikan' && p.langkah === 'diperiksa' ? (['alur.serahkan'] as const) : []),
	];
	return tindakan.some((t) => canAct(orang, t, { instansiId }).ok);
}

function canIsian({
	aksi,
	jabatan,
	publikasi,
	alasan,
}: AlurMasukan): { ok: true } | Extract<AlurOutcome, { ok: false }> {
	if (aksiAlur[aksi].dokumen && !/\S/.test(jabatan)) return { ok: false, reason: 'jabatan_kosong' };
	if (aksi === 'tandatangani' && !publikasi) return { ok: false, reason: 'persetujuan_publikasi_kosong' };
	if (['kembalikan', 'tarik'].includes(aksi) && !/\S/.test(alasan))
		return { ok: false, reason: 'alasan_balik_kosong' };
	return { ok: true };
}

/** What is still missing before the present step or stage can be left. */
export async function readHalangan(trx: Trx, instansiId: number, p: PenilaianTersimpan): Promise<Halangan[]> {
	const hitungan = await countAlur(trx, instansiId, p.id);
	return listHalangan(p, { ...hitungan, indikator: listIndikator(p.rangka).length, terjawab: p.terjawab });
}

async function lakukan(
	ctx: Ctx,
	trx: Trx,
	orang: Orang,
	p: PenilaianTersimpan,
	input: AlurMasukan,
	usul: TandaTangan | null,
): Promise<AlurOutcome> {
	const { instansiId, aksi } = input;
	const waktu = ctx.clock();
	const { dokumen } = aksiAlur[aksi];
	const isi = await tulisIsi(trx, instansiId, p);
	if (aksi === 'tetapkan' && usul?.isi !== isi) {
		await voidTandaTangan(trx, instansiId, p.id, waktu);
		return { ok: false, reason: 'usul_berubah' };
	}
	const sidik = createHash('sha256').update(isi).digest('hex');
	const jenis = [
		...(dokumen ? [dokumen] : []),
		...(aksi === 'tandatangani' ? ['persetujuan_publikasi'] : []),
	];
	for (const d of jenis)
		await insertTandaTangan(trx, {
			instansiId,
			penilaianId: p.id,
			dokumen: d,
			orangId: orang.id,
			nama: orang.nama,
			jabatan: input.jabatan.trim().slice(0, 200),
			isi,
			sidik,
			waktu,
		});
	const baru = sesudah(p, aksi);
	if (aksi === 'kirim') await submitSemuaBukti(trx, instansiId, p.id);
	if (['kembalikan', 'tarik'].includes(aksi)) await voidTandaTangan(trx, instansiId, p.id, waktu);
	const hasilId = aksi === 'tetapkan' ? await terbitkan(ctx, trx, instansiId, p) : undefined;
	await updateAlur(trx, { instansiId, id: p.id, ...baru, ...(hasilId !== undefined && { hasilId }) });
	await recordActivity(trx, {
		instansiId,
		waktu,
		orangId: orang.id,
		tindakan: `alur.${aksi}`,
		objek: `penilaian/${p.id}`,
		rincian: {
			dari: `${p.tahap}/${p.langkah}`,
			ke: `${baru.tahap}/${baru.langkah}`,
			sidik,
			alasan: input.alasan.trim().slice(0, 2000) || null,
		},
	});
	return { ok: true, value: baru };
}

function sesudah(p: PenilaianTersimpan, aksi: AksiAlur): { tahap: string; langkah: string } {
	const { tahap, langkah } = p;
	const ke: Partial<Record<AksiAlur, { tahap: string; langkah: string }>> = {
		serahkan: { tahap, langkah: 'diperiksa' },
		setujui: { tahap, langkah: 'disetujui' },
		tandatangani: { tahap, langkah: 'ditandatangani' },
		kirim: { tahap: 'dokumen', langkah: 'terkirim' },
		kembalikan: { tahap, langkah: 'pengisian' },
		tarik: { tahap: 'mandiri', langkah: 'pengisian' },
		majukan: { tahap: tahapBerikut(p) ?? tahap, langkah },
		tetapkan: { tahap: 'selesai', langkah },
	};
	return ke[aksi] ?? { tahap, langkah };
}

/** Exact text of what is signed: the round, every value, and what they come to. */
export async function tulisIsi(trx: Trx, instansiId: number, p: PenilaianTersimpan): Promise<string> {
	const nilai = await listNilaiTerbaru(trx, instansiId, p.id);
	return JSON.stringify({
		penilaian: p.id,
		tahun: p.tahun,
		instrumen: p.rangka.id,
		versi: p.rangka.versi,
		nilai: Object.fromEntries(nilai.map((n) => [n.indikator, n.nilai])),
		indeks: p.skor?.indeks ?? null,
		predikat: p.skor?.predikat ?? null,
	});
}

/** A national round is published among the official results; an institution's own rehearsal is not. */
async function terbitkan(
	ctx: Ctx,
	trx: Trx,
	instansiId: number,
	p: PenilaianTersimpan,
): Promise<number | null> {
	const { skor } = p;
	if (p.penyelenggaraId !== null || !skor?.indeks || !skor.predikat) return null;
	const nilai = await listNilaiTerbaru(trx, instansiId, p.id);
	const simpul = { ...skor.domain, ...skor.aspek };
	return await asOwner(trx, () =>
		publishPenetapan(ctx, trx, {
			instansiId,
			tahun: p.tahun,
			instrumen: p.rangka.id,
			indeks: keSeratus(skor.indeks ?? '0'),
			predikat: skor.predikat ?? '',
			predikatTurunan: false,
			sumber: `Penetapan ${p.nama}`,
			catatan: null,
			nilai: Object.fromEntries([
				...Object.entries(simpul).flatMap(([id, teks]) => (teks === null ? [] : [[id, keSeratus(teks)]])),
				...nilai.flatMap((n) => (n.nilai === null ? [] : [[n.indikator, n.nilai]])),
			]),
		}),
	);
}

/** "3.05" → 305, exactly. */
const keSeratus = (teks: string): number => Number(teks.replace('.', ''));
