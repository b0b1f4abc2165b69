import { canAct, listJalur } from '#features/akun/izin.rules.ts';
import { tingkatDidukung } from '#features/bukti/bukti.rules.ts';
import { type BuktiTersimpan, queryBukti } from '#features/bukti/bukti.store.ts';
import { canPutuskan } from '#features/bukti/judge-bukti.ts';
import { type ButirBukti, tambahPeringatan } from '#features/bukti/read-bukti.ts';
import { recordBacaan } from '#features/bukti/record-bacaan.ts';
import type { IndikatorLengkap, InstrumenLengkap } from '#features/instrumen/instrumen.schema.ts';
import {
	bacaTingkat,
	type IndikatorHitung,
	type InstrumenHitung,
	pickInstrumenHitung,
} from '#features/instrumen/instrumen-hitung.rules.ts';
import type { Ctx, Orang } from '#platform/ctx.ts';
import { readTogether } from '#platform/database/read-together.ts';
import { inScope, type Trx } from '#platform/database/scope.ts';
import { listAspek } from '#scoring';
import { canIsiBukti, canSanggah, mayEksternal } from './alur.rules.ts';
import { type BarisPapan, type NilaiLalu, readSisi, type SisiMeja } from './meja.store.ts';
import { tingkatLuar } from './penilaian.rules.ts';
import {
	findPenilaian,
	keadaanOf,
	type listRiwayatNilai,
	type PenilaianTersimpan,
	queryRiwayatNilai,
} from './penilaian.store.ts';
import { type Penugasan, queryPenugasan } from './penugasan.store.ts';
import { listSaranLalu, type SaranLalu } from './read-lalu.ts';
import { canFill, canTulis } from './record-nilai.ts';
import { type NilaiTahap, susunTahapan } from './tahapan.rules.ts';
import { queryUtas, type Ucapan } from './utas.store.ts';

export interface TingkatMeja {
	tingkat: number;
	nama: string | null;
	kriteria: string | null;
	umum: boolean;
	/** What the instrument expects as evidence for the level. */
	diharapkan: string[];
	bukti: ButirBukti[];
}

/** One line of the list beside the workbench. */
export interface BarisMeja extends Omit<BarisPapan, 'indikator'> {
	id: string;
	pendek: string;
	/** Name of the aspect. */
	aspek: string;
}

export interface MejaIndikator {
	/** Every indicator that the person may see. */
	daftar: BarisMeja[];
	/** Value by stage up to the present one; what is not touched carries over. */
	tahapan: NilaiTahap[];
	/** The institution's assessment before this one. */
	lalu: NilaiLalu | null;
	/** Published values under the same instrument, newest first. */
	terbit: SisiMeja['terbit'];
	penilaian: { id: number; nama: string; tahap: string; langkah: string };
	instrumen: Pick<InstrumenHitung, 'id' | 'nama' | 'skala'>;
	indikator: Pick<IndikatorHitung, 'id' | 'nama' | 'pendek'>;
	/** Evidence that the instrument names for the indicator as a whole. */
	buktiUmum: string[];
	catatanPedoman: string[];
	tingkat: TingkatMeja[];
	/** Highest level whose items are all accepted, contiguous from the lowest; null for none. */
	didukung: number | null;
	/** Another agency's index gives the value. */
	indeksLuar: { nama: string; pemilik: string; tingkat: number | null } | null;
	riwayat: Awaited<ReturnType<typeof listRiwayatNilai>>;
	/** The review team's word on the newest value. */
	reviu: SisiMeja['reviu'];
	utas: Ucapan[];
	/** What was said of it in the assessment that this one goes on from. */
	saran: SaranLalu[];
	/** Units covered, of those it applies to. */
	cakupan: { ya: number; dari: number; tercatat: number };
	tugas: Penugasan[];
	boleh: {
		isi: boolean;
		/** The value is an assessor's, with its justification. */
		eksternal: boolean;
		bukti: boolean;
		putuskan: boolean;
		ucap: boolean;
		sanggah: boolean;
		tanya: boolean;
	};
	/** Ids of the indicators before and after, among those the person may see. */
	sebelum: string | null;
	berikut: string | null;
}

type Tolak = {
	ok: false;
	reason: 'belum_masuk' | 'tidak_berwenang' | 'penilaian_tidak_ada' | 'indikator_tidak_ada';
};

/** The workbench of one indicator: criteria, evidence by level, the ledger, what was said, what this person may do. */
export async function readMeja(
	ctx: Ctx,
	input: { instansiId: number; id: number; indikator: string },
): Promise<{ ok: true; value: MejaIndikator } | Tolak> {
	if (ctx.who.jenis !== 'orang') return { ok: false, reason: 'belum_masuk' };
	const { who } = ctx;
	const { instansiId } = input;
	const jalur = listJalur(who, 'penilaian.lihat', instansiId);
	if (jalur !== 'semua' && jalur.length === 0) return { ok: false, reason: 'tidak_berwenang' };
	return await inScope(ctx, who, async (trx): Promise<{ ok: true; value: MejaIndikator } | Tolak> => {
		const p = await findPenilaian(trx, instansiId, input.id);
		if (!p) return { ok: false, reason: 'penilaian_tidak_ada' };
		const isi = await readTogether(trx, {
			tugas: { query: queryPenugasan(trx, instansiId, p.id) },
			bukti: { query: queryBukti(instansiId, p.id, input.indikator) },
			riwayat: {
				query: queryRiwayatNilai(trx, instansiId, p.id, input.indikator),
				waktu: ['waktu'],
				besar: ['id'],
			},
			utas: { query: queryUtas(trx, instansiId, p.id, input.indikator), waktu: ['waktu'] },
		});
		const tugas = isi.tugas.filter((t) => jalur === 'semua' || jalur.some((j) => t.jalur.startsWith(j)));
		const terlihat = listAspek(p.rangka).flatMap((a) =>
			a.indikator
				.filter((i) => jalur === 'semua' || tugas.some((t) => t.indikator === i.id))
				.map((i) => ({ id: i.id, pendek: i.pendek, aspek: a.nama })),
		);
		const letak = terlihat.findIndex((i) => i.id === input.indikator);
		if (letak < 0) return { ok: false, reason: 'indikator_tidak_ada' };
		const { papan, ...meja } = await susunMeja(ctx, trx, who, instansiId, p, input.indikator, {
			...isi,
			tugas,
		});
		const keadaan = new Map(papan.map(({ indikator, ...b }) => [indikator, b]));
		const objek = `penilaian/${p.id}/${input.indikator}`;
		await recordBacaan(trx, { instansiId, objek, waktu: ctx.clock(), who }, bacaanOf(meja.tingkat));
		return {
			ok: true,
			value: {
				...meja,
				daftar: terlihat.map((i) => ({ ...i, ...(keadaan.get(i.id) ?? barisKosong) })),
				sebelum: terlihat[letak - 1]?.id ?? null,
				berikut: terlihat[letak + 1]?.id ?? null,
			},
		};
	});
}

const barisKosong = {
	nilai: null,
	tahap: null,
	diajukan: 0,
	dikembalikan: 0,
	diterima: 0,
	reviu: null,
} as const satisfies Omit<BarisPapan, 'indikator'>;

/** What was read together of the indicator. */
interface IsiMeja {
	tugas: Penugasan[];
	bukti: BuktiTersimpan[];
	riwayat: MejaIndikator['riwayat'];
	utas: Ucapan[];
}

async function susunMeja(
	ctx: Ctx,
	trx: Trx,
	who: Orang,
	instansiId: number,
	p: PenilaianTersimpan,
	id: string,
	{ tugas, riwayat, ...isian }: IsiMeja,
): Promise<Omit<MejaIndikator, 'daftar' | 'sebelum' | 'berikut'> & { papan: BarisPapan[] }> {
	const rangka = pickInstrumenHitung(p.rangka);
	const lengkap = requireIndikator(p.rangka, id);
	const keadaan = keadaanOf(p, ctx.clock());
	const { id: instrumen } = p.rangka;
	const sisi = await readSisi(trx, {
		instansiId,
		penilaianId: p.id,
		tahun: p.tahun,
		instrumen,
		indikator: id,
	});
	const { cakupan } = sisi;
	const terendah = Math.ceil(rangka.skala.min / 100);
	const bukti = tambahPeringatan(
		ctx,
		isian.bukti.filter((b) => b.status !== 'ditarik'),
		{
			terendah,
			kriteria: new Map(
				susunTingkat(p.rangka, rangka, lengkap, []).map((t) => [t.tingkat, t.kriteria ?? '']),
			),
			cakupan: cakupan.tercatat,
			kini: keadaan.kini,
			instrumen: rangka.id,
		},
	);
	const isi = canFill(who, instansiId, tugas, id);
	const eksternal = p.tahap !== 'mandiri' && mayEksternal(who, instansiId, p);
	const milik = tugas.filter((t) => t.indikator === id);
	return {
		penilaian: { id: p.id, nama: p.nama, tahap: p.tahap, langkah: p.langkah },
		instrumen: { id: rangka.id, nama: rangka.nama, skala: rangka.skala },
		indikator: { id, nama: lengkap.nama, pendek: lengkap.pendek },
		buktiUmum: lengkap.bukti ?? [],
		catatanPedoman: lengkap.catatanPedoman ?? [],
		tingkat: susunTingkat(p.rangka, rangka, lengkap, bukti),
		didukung: tingkatDidukung(bukti, terendah),
		indeksLuar: susunLuar(lengkap, riwayat[0]?.luar ?? null),
		...sisi,
		reviu: p.tahap === 'reviu' ? sisi.reviu : null,
		tahapan: susunTahapan(keadaan, riwayat),
		riwayat,
		utas: isian.utas,
		saran: p.tahap === 'mandiri' ? await listSaranLalu(ctx, trx, instansiId, p, id) : [],
		tugas: milik,
		boleh: {
			isi: canTulis(who, instansiId, id, { ...keadaan, penyelenggaraId: p.penyelenggaraId }, tugas).ok,
			eksternal,
			bukti: isi && canIsiBukti(keadaan).ok,
			putuskan: canPutuskan(who, instansiId, p, ctx.clock()).ok,
			ucap: isi || canAct(who, 'utas.tulis', { instansiId }).ok,
			sanggah: canAct(who, 'sanggahan.ajukan', { instansiId }).ok && canSanggah(keadaan).ok,
			tanya: eksternal,
		},
	};
}

/** Links and notes that the page shows as they are; files are recorded when they are opened. */
function bacaanOf(tingkat: readonly TingkatMeja[]): Record<string, string> {
	const terbaca = tingkat
		.flatMap((t) => t.bukti)
		.flatMap((b) =>
			b.revisi
				.slice(0, 1)
				.filter((r) => r.isi !== '')
				.map((r) => `${b.id}.${r.nomor}`),
		);
	return terbaca.length > 0 ? { bukti: terbaca.join(' ') } : {};
}

function requireIndikator(rangka: InstrumenLengkap, id: string): IndikatorLengkap {
	const indikator = [...rangka.domain.flatMap((d) => d.aspek), ...rangka.aspek]
		.flatMap((a) => a.indikator)
		.find((i) => i.id === id);
	if (!indikator) throw new Error(`indikator ${id} tidak ada dalam rangka`);
	return indikator;
}

function susunTingkat(
	rangka: InstrumenLengkap,
	hitung: InstrumenHitung,
	indikator: IndikatorLengkap,
	bukti: readonly ButirBukti[],
): TingkatMeja[] {
	const { min, maks } = rangka.skala;
	const profil = indikator.profilBukti ? rangka.profilBukti[indikator.profilBukti] : undefined;
	return Array.from({ length: Math.floor((maks - min) / 100) + 1 }, (_, n) => {
		const tingkat = Math.ceil(min / 100) + n;
		return {
			tingkat,
			...bacaTingkat(hitung, indikator, tingkat),
			diharapkan: profil?.tingkat[String(tingkat)] ?? [],
			bukti: bukti.filter((b) => b.tingkat === tingkat),
		};
	});
}

function susunLuar(indikator: IndikatorLengkap, luar: number | null): MejaIndikator['indeksLuar'] {
	const { indeksLuar } = indikator;
	if (indeksLuar?.peran !== 'nilai') return null;
	const { nama, pemilik, pita } = indeksLuar;
	return { nama, pemilik, tingkat: luar === null || !pita ? null : tingkatLuar(pita, luar) };
}
