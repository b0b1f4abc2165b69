import { isLuar, listJalur } from '#features/akun/izin.rules.ts';
import { requireInstrumen, requireRegistri } from '#features/instrumen/instrumen.ts';
import { findTanpaPadanan, listPenerus } from '#features/instrumen/padanan.rules.ts';
import { hariIni } from '#features/penilaian/alur.rules.ts';
import { recordActivity } from '#platform/activity/record-activity.ts';
import type { Ctx } from '#platform/ctx.ts';
import { inScope, type Trx } from '#platform/database/scope.ts';
import type { BerkasKirim } from '#platform/http/send-file.ts';
import { isTampil } from '#platform/storage/judge-file.ts';
import { listIndikator } from '#scoring';
import { type Dukungan, hitungDukungan, selisihBulan } from './kebijakan.rules.ts';
import {
	type DokumenTersimpan,
	findBerkasKebijakan,
	listPenilaianTerbuka,
	type PasalTersimpan,
	type PenilaianTerbuka,
	type RegisterTersimpan,
	type ReviuTersimpan,
	readRegister,
} from './kebijakan.store.ts';
import { type HimpunanKebijakan, readAturanKebijakan } from './read-aturan-kebijakan.ts';
import { listKebijakanBoleh, type TolakKebijakan } from './require-kebijakan.ts';

export interface BarisKebijakan {
	indikator: string;
	nama: string;
	pendek: string;
	/** Short names of the documents that count, or the draft. */
	dokumen: { judul: string; nomor: string; status: string }[];
	dukungan: Dukungan;
	/** Months until the newest review no longer counts; negative when it has passed; null without one. */
	sisaBulan: number | null;
}

/** The policies the person may see, each with its state and the level it supports. */
export async function listKebijakan(
	ctx: Ctx,
	instansiId: number,
): Promise<
	| { ok: true; value: { baris: BarisKebijakan[]; himpunan: Omit<HimpunanKebijakan, 'kebijakan'> } }
	| TolakKebijakan
> {
	if (ctx.who.jenis !== 'orang') return { ok: false, reason: 'belum_masuk' };
	const { who } = ctx;
	if (listJalur(who, 'kebijakan.lihat', instansiId).length === 0)
		return { ok: false, reason: 'tidak_berwenang' };
	const himpunan = readAturanKebijakan(ctx);
	const { kebijakan, ...tentang } = himpunan;
	return await inScope(ctx, who, async (trx) => {
		const boleh = await listKebijakanBoleh(trx, who, 'kebijakan.lihat', instansiId, himpunan);
		const semua = await readRegister(trx, instansiId);
		const kini = hariIni(ctx.clock());
		const baris = boleh.map((id) => susunBaris(ctx, himpunan, id, pilih(semua, id), kini));
		return { ok: true as const, value: { baris, himpunan: tentang } };
	});
}

function susunBaris(
	ctx: Ctx,
	himpunan: HimpunanKebijakan,
	id: string,
	register: RegisterTersimpan,
	kini: string,
): BarisKebijakan {
	const { nama, pendek } = requireIndikator(ctx, himpunan.instrumen, id);
	const dukungan = hitung(himpunan, id, register, kini);
	return {
		indikator: id,
		nama,
		pendek,
		dokumen: register.dokumen.flatMap(({ versi: [v] }) =>
			v ? [{ judul: v.judul, nomor: v.nomor, status: v.status }] : [],
		),
		dukungan,
		sisaBulan: dukungan.reviu ? selisihBulan(kini, dukungan.reviu.sampai) : null,
	};
}

export interface KebijakanTerbuka {
	indikator: string;
	nama: string;
	pendek: string;
	kriteria: { tingkat: number; teks: string }[];
	syarat: readonly { id: string; teks: string }[];
	ketidakpastian: readonly string[];
	dukungan: Dukungan;
	sisaBulan: number | null;
	dokumen: DokumenTersimpan[];
	reviu: ReviuTersimpan[];
	pasal: PasalTersimpan[];
	/** Running assessments that it can serve, with the indicator there. */
	penilaian: (PenilaianTerbuka & { indikator: string[]; sama: boolean })[];
	/** What continues it in Pemdi, or why nothing does. */
	penerus: { indikator: { id: string; nama: string; kepastian: string }[]; alasan: string | null };
	boleh: boolean;
	/** Today, ISO. */
	kini: string;
}

/** One policy: documents, reviews, articles, the supported level with its reasons, where it can be used. */
export async function readKebijakan(
	ctx: Ctx,
	input: { instansiId: number; indikator: string },
): Promise<{ ok: true; value: KebijakanTerbuka } | TolakKebijakan> {
	if (ctx.who.jenis !== 'orang') return { ok: false, reason: 'belum_masuk' };
	const { who } = ctx;
	const { instansiId, indikator } = input;
	const himpunan = readAturanKebijakan(ctx);
	const aturan = himpunan.kebijakan.get(indikator);
	if (!aturan) return { ok: false, reason: 'kebijakan_tidak_ada' };
	return await inScope(ctx, who, async (trx) => {
		const lihat = await listKebijakanBoleh(trx, who, 'kebijakan.lihat', instansiId, himpunan);
		if (!lihat.includes(indikator)) return { ok: false as const, reason: 'tidak_berwenang' as const };
		const tulis = await listKebijakanBoleh(trx, who, 'kebijakan.tulis', instansiId, himpunan);
		const register = await readRegister(trx, instansiId, indikator);
		const kini = hariIni(ctx.clock());
		const { nama, pendek, tingkat } = requireIndikator(ctx, himpunan.instrumen, indikator);
		const dukungan = hitung(himpunan, indikator, register, kini);
		return {
			ok: true as const,
			value: {
				...{ indikator, nama, pendek, ...register, kini, dukungan },
				kriteria: Object.entries(tingkat ?? {}).map(([n, teks]) => ({ tingkat: Number(n), teks })),
				syarat: aturan.syarat,
				ketidakpastian: [...aturan.ketidakpastian, ...himpunan.ketidakpastian],
				sisaBulan: dukungan.reviu ? selisihBulan(kini, dukungan.reviu.sampai) : null,
				penilaian: await susunPenilaian(ctx, trx, instansiId, himpunan.instrumen, indikator),
				penerus: susunPenerus(ctx, himpunan.instrumen, indikator),
				boleh: tulis.includes(indikator),
			},
		};
	});
}

/** Indicators of another instrument that the policy serves: itself, or its successors in the crosswalk. */
export function listIndikatorTujuan(
	ctx: Pick<Ctx, 'dir'>,
	asal: string,
	indikator: string,
	tujuan: string,
): string[] {
	if (asal === tujuan) return [indikator];
	return listPenerus(requireRegistri(ctx).padanan, { instrumen: asal, indikator })
		.filter((p) => p.ke.instrumen === tujuan)
		.map((p) => p.ke.indikator);
}

async function susunPenilaian(ctx: Ctx, trx: Trx, instansiId: number, asal: string, indikator: string) {
	const daftar = await listPenilaianTerbuka(trx, instansiId);
	return daftar
		.map((p) => ({
			...p,
			sama: p.instrumen === asal,
			indikator: listIndikatorTujuan(ctx, asal, indikator, p.instrumen),
		}))
		.filter((p) => p.indikator.length > 0)
		.sort((a, b) => Number(b.sama) - Number(a.sama));
}

function susunPenerus(ctx: Ctx, instrumen: string, indikator: string): KebijakanTerbuka['penerus'] {
	const { padanan, get } = requireRegistri(ctx);
	const rujukan = { instrumen, indikator };
	return {
		indikator: listPenerus(padanan, rujukan).map(({ ke, kepastian }) => ({
			id: ke.indikator,
			nama:
				listIndikator(get(ke.instrumen) ?? { domain: [], aspek: [] }).find((i) => i.id === ke.indikator)
					?.nama ?? '',
			kepastian,
		})),
		alasan: findTanpaPadanan(padanan, 'penerus', rujukan)?.alasan ?? null,
	};
}

export const hitung = (
	himpunan: HimpunanKebijakan,
	id: string,
	{ dokumen, reviu, pasal }: RegisterTersimpan,
	kini: string,
): Dukungan =>
	hitungDukungan(
		himpunan.kebijakan.get(id) ?? { syarat: [], tingkat: {}, ketidakpastian: [] },
		{
			dokumen: dokumen.flatMap(({ versi: [v], ...d }) =>
				v ? [{ ...d, status: v.status, tanggal: v.tanggal }] : [],
			),
			reviu: reviu.filter((r) => !r.batal),
			pasal,
		},
		kini,
	);

const pilih = (semua: RegisterTersimpan, id: string): RegisterTersimpan => ({
	dokumen: semua.dokumen.filter((d) => d.indikator === id),
	reviu: semua.reviu.filter((r) => r.indikator === id),
	pasal: semua.pasal.filter((p) => p.indikator === id),
});

function requireIndikator(ctx: Pick<Ctx, 'dir'>, instrumen: string, id: string) {
	const rangka = requireInstrumen(ctx, instrumen);
	const ada = [...rangka.domain.flatMap((d) => d.aspek), ...rangka.aspek]
		.flatMap((a) => a.indikator)
		.find((i) => i.id === id);
	if (!ada) throw new Error(`indikator ${id} tidak ada dalam ${instrumen}`);
	return ada;
}

/** A file of the register, for those who may see the policy. */
export async function openBerkasKebijakan(
	ctx: Ctx,
	input: { instansiId: number; indikator: string; sha256: string },
): Promise<
	{ ok: true; value: BerkasKirim } | TolakKebijakan | { ok: false; reason: 'berkas_kebijakan_tidak_ada' }
> {
	if (ctx.who.jenis !== 'orang') return { ok: false, reason: 'belum_masuk' };
	const { who } = ctx;
	const { instansiId, indikator, sha256 } = input;
	const tidakAda = { ok: false as const, reason: 'berkas_kebijakan_tidak_ada' as const };
	const hasil = await inScope(ctx, who, async (trx) => {
		const boleh = await listKebijakanBoleh(trx, who, 'kebijakan.lihat', instansiId, readAturanKebijakan(ctx));
		if (!boleh.includes(indikator)) return { ok: false as const, reason: 'tidak_berwenang' as const };
		const f = await findBerkasKebijakan(trx, input);
		if (!f) return tidakAda;
		if (isLuar(who, instansiId))
			await recordActivity(trx, {
				instansiId,
				waktu: ctx.clock(),
				orangId: who.id,
				tindakan: 'kebijakan.baca',
				objek: `kebijakan/${indikator}`,
				rincian: { sha256 },
			});
		return { ok: true as const, f };
	});
	if (!hasil.ok) return hasil;
	if ((await ctx.berkas.size(sha256)) === null) return tidakAda;
	const { nama, tipe, ukuran } = hasil.f;
	return {
		ok: true,
		value: {
			...{ nama, tipe, sha256, ukuran: Number(ukuran), tampil: isTampil(tipe) },
			read: (rentang) => ctx.berkas.read(sha256, rentang),
		},
	};
}
