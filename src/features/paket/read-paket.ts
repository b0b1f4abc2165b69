import { canAct, listJalur } from '#features/akun/izin.rules.ts';
import { findPenilaian, type PenilaianTersimpan } from '#features/penilaian/penilaian.store.ts';
import { queryPenugasan } from '#features/penilaian/penugasan.store.ts';
import type { Ctx, Orang } from '#platform/ctx.ts';
import { readTogether } from '#platform/database/read-together.ts';
import { inScope, type Trx } from '#platform/database/scope.ts';
import { listIndikator } from '#scoring';
import { kodeButir, namaPortal } from './paket.rules.ts';
import {
	type ButirTersimpan,
	type Centang,
	queryButir,
	queryCentang,
	queryPenjelasan,
} from './paket.store.ts';

export interface ButirPaket {
	id: number;
	/** "1.a" */
	kode: string;
	huruf: number;
	judul: string;
	jenis: 'berkas' | 'tautan' | 'catatan';
	/** Address of a link, or the words of a note. */
	isi: string;
	penunjuk: string;
	status: string;
	revisi: number;
	/** ISO. */
	waktu: string;
	/** The file as the portal wants it named; null where the item is no file, or has none yet. */
	berkas: { nama: string; sha256: string; ukuran: number } | null;
	/** Entered in the portal; `lama` where a newer revision was made since. */
	centang: { oleh: string; waktu: Date; lama: boolean } | null;
}

export interface BarisPaket {
	indikator: string;
	nama: string;
	pendek: string;
	nilai: number | null;
	fakta: string;
	analisis: string;
	butir: ButirPaket[];
	centang: { oleh: string; waktu: Date; lama: boolean } | null;
}

export interface PaketTerbuka {
	id: number;
	nama: string;
	tahun: number;
	tahap: string;
	baris: BarisPaket[];
	/** The person sees only what is assigned to their units. */
	terbatas: boolean;
	boleh: { catat: boolean; impor: boolean };
}

export type TolakPaket = {
	ok: false;
	reason: 'belum_masuk' | 'tidak_berwenang' | 'penilaian_tidak_ada' | 'indikator_tidak_ada';
};

/** What goes into the ministry's portal, indicator by indicator, and what has been entered there. */
export async function readPaket(
	ctx: Ctx,
	input: { instansiId: number; id: number },
): Promise<{ ok: true; value: PaketTerbuka } | TolakPaket> {
	if (ctx.who.jenis !== 'orang') return { ok: false, reason: 'belum_masuk' };
	const { who } = ctx;
	const { instansiId, id } = input;
	if (listJalur(who, 'penilaian.lihat', instansiId).length === 0)
		return { ok: false, reason: 'tidak_berwenang' };
	return await inScope(ctx, who, async (trx) => {
		const p = await findPenilaian(trx, instansiId, id);
		if (!p) return { ok: false as const, reason: 'penilaian_tidak_ada' as const };
		const boleh = {
			catat: canAct(who, 'portal.catat', { instansiId }).ok,
			impor: canAct(who, 'portal.impor', { instansiId }).ok,
		};
		const { nama, tahun, tahap } = p;
		const isi = await susunPaket(trx, who, instansiId, p);
		return { ok: true as const, value: { ...{ id, nama, tahun, tahap, boleh }, ...isi } };
	});
}

/** The indicators the person may see, with their evidence that is not withdrawn. */
export async function susunPaket(
	trx: Trx,
	who: Orang,
	instansiId: number,
	p: PenilaianTersimpan,
): Promise<Pick<PaketTerbuka, 'baris' | 'terbatas'>> {
	const jalur = listJalur(who, 'penilaian.lihat', instansiId);
	const { tugas, bukti, penjelasan, centang } = await readTogether(trx, {
		tugas: { query: queryPenugasan(trx, instansiId, p.id) },
		bukti: { query: queryButir(instansiId, p.id) },
		penjelasan: { query: queryPenjelasan(trx, instansiId, p.id), waktu: ['waktu'] },
		centang: { query: queryCentang(trx, instansiId, p.id), waktu: ['waktu'] },
	});
	const jelas = new Map(penjelasan.map((n) => [n.indikator, n]));
	const terlihat = listIndikator(p.rangka).filter(
		(i) =>
			jalur === 'semua' ||
			tugas.some((t) => t.indikator === i.id && jalur.some((j) => t.jalur.startsWith(j))),
	);
	return {
		terbatas: jalur !== 'semua',
		baris: terlihat.map((i) => {
			const n = jelas.get(i.id);
			const milik = bukti.filter((b) => b.indikator === i.id);
			const c = centang.find((x) => x.indikator === i.id && x.buktiId === null);
			return {
				...{ indikator: i.id, nama: i.nama, pendek: i.pendek, nilai: n?.nilai ?? null },
				...{ fakta: n?.fakta ?? '', analisis: n?.analisis ?? '' },
				butir: milik.map((b) => susunButir(b, centang)),
				centang: c ? { oleh: c.oleh, waktu: c.waktu, lama: n !== undefined && n.waktu > c.waktu } : null,
			};
		}),
	};
}

function susunButir(b: ButirTersimpan, centang: readonly Centang[]): ButirPaket {
	const c = centang.find((x) => x.buktiId === b.id);
	const { id, indikator, huruf, status, revisi, judul, jenis, isi, penunjuk, waktu, sha256 } = b;
	return {
		...{ id, kode: kodeButir(indikator, huruf), huruf, status, revisi, judul, jenis, isi, penunjuk, waktu },
		berkas: sha256 === null ? null : { nama: namaPortal(indikator, b), sha256, ukuran: b.ukuran ?? 0 },
		centang: c ? { oleh: c.oleh, waktu: c.waktu, lama: c.revisi !== revisi } : null,
	};
}
