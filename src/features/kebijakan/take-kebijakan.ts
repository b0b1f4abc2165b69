import { insertBukti, insertRevisi, updateBukti } from '#features/bukti/bukti.store.ts';
import { requireBukaBukti } from '#features/bukti/can-unggah.ts';
import { hariIni } from '#features/penilaian/alur.rules.ts';
import { findPenilaian } from '#features/penilaian/penilaian.store.ts';
import { recordActivity } from '#platform/activity/record-activity.ts';
import type { Ctx, Orang } from '#platform/ctx.ts';
import { inScope, type Trx } from '#platform/database/scope.ts';
import { formatTanggal } from '#ui/format.ts';
import {
	type ButirTerpakai,
	findBerkasId,
	listButirTerpakai,
	type RegisterTersimpan,
	readRegister,
	upsertKebijakanBukti,
} from './kebijakan.store.ts';
import { type ButirDaftar, susunButirDaftar } from './kebijakan-bukti.rules.ts';
import { readAturanKebijakan } from './read-aturan-kebijakan.ts';
import { hitung, listIndikatorTujuan } from './read-kebijakan.ts';
import { requireKebijakan, type TolakKebijakan } from './require-kebijakan.ts';

export interface PakaiMasukan {
	instansiId: number;
	/** Policy of the register. */
	indikator: string;
	penilaianId: number;
	/** Indicator of the assessment: the same one, or a successor in another instrument. */
	tujuan: string;
	/** Only in another instrument, whose levels the register does not know: where its documents go. */
	tingkat: number | null;
}

export type PakaiOutcome =
	| { ok: true; value: { baru: number; diperbarui: number; tetap: number } }
	| TolakKebijakan
	| Extract<Awaited<ReturnType<typeof requireBukaBukti>>, { ok: false }>
	| { ok: false; reason: 'register_kosong' | 'bukan_padanan' | 'tingkat_belum_dipilih' };

/**
 * Puts what the register holds of a policy under the indicator of an assessment, as drafts at the level each part
 * supports, with pages and dates. What was put there before is not doubled; where the register went on since, the
 * item gets a revision.
 */
export async function takeKebijakan(ctx: Ctx, input: PakaiMasukan): Promise<PakaiOutcome> {
	if (ctx.who.jenis !== 'orang') return { ok: false, reason: 'belum_masuk' };
	const orang = ctx.who;
	const { instansiId, indikator, penilaianId, tujuan } = input;
	return await inScope(ctx, orang, async (trx): Promise<PakaiOutcome> => {
		const boleh = await requireKebijakan(ctx, trx, orang, 'kebijakan.lihat', input);
		if (!boleh.ok) return boleh;
		const buka = await requireBukaBukti(ctx, trx, orang, {
			...{ instansiId, penilaianId, indikator: tujuan },
			...(input.tingkat !== null && { tingkat: input.tingkat }),
		});
		if (!buka.ok) return buka;
		const register = await readRegister(trx, instansiId, indikator);
		const himpunan = readAturanKebijakan(ctx);
		const p = await findPenilaian(trx, instansiId, penilaianId);
		const instrumen = p?.rangka.id ?? '';
		if (!listIndikatorTujuan(ctx, himpunan.instrumen, indikator, instrumen).includes(tujuan))
			return { ok: false, reason: 'bukan_padanan' };
		const sama = instrumen === himpunan.instrumen;
		if (!sama && input.tingkat === null) return { ok: false, reason: 'tingkat_belum_dipilih' };
		const dukungan = hitung(himpunan, indikator, register, hariIni(ctx.clock()));
		const aturan = himpunan.kebijakan.get(indikator);
		const butir = aturan ? susunButirDaftar(aturan, dukungan, register.dokumen, register.pasal) : [];
		if (butir.length === 0) return { ok: false, reason: 'register_kosong' };
		const daftar = sama ? butir : satukan(butir, input.tingkat ?? 0);
		const value = await tulis(ctx, trx, orang, input, register, daftar);
		await recordActivity(trx, {
			instansiId,
			waktu: ctx.clock(),
			orangId: orang.id,
			tindakan: 'kebijakan.pakai',
			objek: `penilaian/${penilaianId}/${tujuan}`,
			rincian: { kebijakan: indikator, ...value },
		});
		return { ok: true, value };
	});
}

/** Every document and review once, at one level. */
function satukan(butir: readonly ButirDaftar[], tingkat: number): ButirDaftar[] {
	const kunci = new Map<string, ButirDaftar>();
	for (const b of butir) {
		const k = b.dari === 'dokumen' ? `d${b.dokumenId}` : `r${b.reviuId}`;
		const ada = kunci.get(k);
		if (ada) ada.penunjuk = [ada.penunjuk, b.penunjuk].filter((p) => p !== '').join('; ');
		else kunci.set(k, { ...b, tingkat });
	}
	return [...kunci.values()];
}

async function tulis(
	ctx: Ctx,
	trx: Trx,
	orang: Orang,
	input: PakaiMasukan,
	register: RegisterTersimpan,
	daftar: readonly ButirDaftar[],
): Promise<{ baru: number; diperbarui: number; tetap: number }> {
	const { instansiId, penilaianId, tujuan } = input;
	const ada = await listButirTerpakai(trx, { instansiId, penilaianId, indikator: tujuan });
	const jumlah = { baru: 0, diperbarui: 0, tetap: 0 };
	for (const b of daftar) {
		const isi = susunIsi(register, b);
		const lama = ada.find((a) => cocok(a, b));
		if (lama && lama.versi === isi.versi && lama.penunjuk === isi.penunjuk) {
			jumlah.tetap++;
			continue;
		}
		const dibuat = ctx.clock();
		const id =
			lama?.id ??
			(
				await insertBukti(trx, {
					instansiId,
					penilaianId,
					indikator: tujuan,
					tingkat: b.tingkat,
					status: 'draf',
					asalId: null,
					dibuat,
				})
			).id;
		if (lama) await updateBukti(trx, { instansiId, id, status: 'draf' });
		await insertRevisi(trx, {
			...{ instansiId, buktiId: id, nomor: (lama?.revisi ?? 0) + 1, jenis: isi.jenis, judul: isi.judul },
			berkasId: isi.sha256 === null ? null : await findBerkasId(trx, instansiId, isi.sha256),
			...{ namaBerkas: isi.namaBerkas, isi: isi.isi, penunjuk: isi.penunjuk, tanggal: isi.tanggal },
			...{ berlakuSampai: null, orangId: orang.id, waktu: dibuat },
		});
		await upsertKebijakanBukti(trx, {
			...{ buktiId: id, instansiId, indikator: input.indikator, versi: isi.versi },
			dokumenId: b.dari === 'dokumen' ? b.dokumenId : null,
			reviuId: b.dari === 'reviu' ? b.reviuId : null,
		});
		jumlah[lama ? 'diperbarui' : 'baru']++;
	}
	return jumlah;
}

const cocok = (a: ButirTerpakai, b: ButirDaftar): boolean =>
	a.tingkat === b.tingkat && (b.dari === 'dokumen' ? a.dokumenId === b.dokumenId : a.reviuId === b.reviuId);

interface IsiButir {
	jenis: 'berkas' | 'tautan' | 'catatan';
	judul: string;
	sha256: string | null;
	namaBerkas: string | null;
	isi: string;
	penunjuk: string;
	tanggal: string | null;
	versi: number | null;
}

/** The words of an item, from the newest version of what it rests on. */
function susunIsi(register: RegisterTersimpan, b: ButirDaftar): IsiButir {
	if (b.dari === 'reviu') {
		const r = register.reviu.find((x) => x.id === b.reviuId);
		if (!r) throw new Error(`reviu ${b.reviuId} tidak ada`);
		const uraian = `Temuan: ${r.temuan}\nRekomendasi: ${r.rekomendasi}`;
		const jenis = r.sha256 ? 'berkas' : r.tautan ? 'tautan' : 'catatan';
		return {
			...{ jenis, sha256: r.sha256, namaBerkas: r.namaBerkas, tanggal: r.tanggal, versi: null },
			judul: `Reviu kebijakan, ${formatTanggal(r.tanggal, 'id')}`,
			isi: jenis === 'tautan' ? r.tautan : uraian,
			penunjuk: potong([r.penunjuk, jenis === 'tautan' ? uraian : ''].filter((t) => t !== '').join('; ')),
		};
	}
	const v = register.dokumen.find((d) => d.id === b.dokumenId)?.versi[0];
	if (!v) throw new Error(`dokumen ${b.dokumenId} tidak ada`);
	const jenis = v.sha256 ? 'berkas' : v.tautan ? 'tautan' : 'catatan';
	return {
		...{ jenis, sha256: v.sha256, namaBerkas: v.namaBerkas, tanggal: v.tanggal, versi: v.versi },
		judul: [v.nomor, v.judul]
			.filter((t) => t !== '')
			.join(' – ')
			.slice(0, 300),
		isi: jenis === 'tautan' ? v.tautan : jenis === 'catatan' ? v.judul : '',
		penunjuk: potong(b.penunjuk),
	};
}

/** What the field of a page pointer holds. */
const potong = (teks: string): string => (teks.length <= 500 ? teks : `${teks.slice(0, 499)}…`);
