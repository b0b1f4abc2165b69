import { canAct } from '#features/akun/izin.rules.ts';
import type { Ctx } from '#platform/ctx.ts';
import { inScope } from '#platform/database/scope.ts';
import { listAspek } from '#scoring';
import { listTandaTangan } from './alur.store.ts';
import { type SkorTersimpan, skorPenilaian } from './penilaian.rules.ts';
import { findPenilaian, listNilaiTerbaru } from './penilaian.store.ts';

export interface BeritaAcara {
	id: number;
	nama: string;
	tahun: number;
	instrumen: string;
	skor: SkorTersimpan;
	aspek: {
		id: string;
		nama: string;
		nilai: string | null;
		indikator: { id: string; nama: string; nilai: number | null }[];
	}[];
	/** Null while nobody has signed: the figures are the present ones. */
	tanda: { nama: string; jabatan: string; waktu: Date; sidik: string } | null;
	persetujuan: { nama: string; jabatan: string; waktu: Date } | null;
	publikasi: boolean;
}

/** The minutes of the self-assessment: as signed, or as they would be signed now. */
export async function readBeritaAcara(
	ctx: Ctx,
	input: { instansiId: number; id: number },
): Promise<
	| { ok: true; value: BeritaAcara }
	| { ok: false; reason: 'belum_masuk' | 'tidak_berwenang' | 'penilaian_tidak_ada' }
> {
	if (ctx.who.jenis !== 'orang') return { ok: false, reason: 'belum_masuk' };
	const { who } = ctx;
	const { instansiId } = input;
	if (!canAct(who, 'penilaian.lihat', { instansiId }).ok) return { ok: false, reason: 'tidak_berwenang' };
	return await inScope(ctx, who, async (trx) => {
		const p = await findPenilaian(trx, instansiId, input.id);
		if (!p) return { ok: false, reason: 'penilaian_tidak_ada' } as const;
		const tanda = await listTandaTangan(trx, instansiId, p.id);
		const ba = tanda.find((t) => t.dokumen === 'berita_acara') ?? null;
		const nilai = ba
			? new Map(Object.entries((JSON.parse(ba.isi) as { nilai: Record<string, number | null> }).nilai))
			: new Map((await listNilaiTerbaru(trx, instansiId, p.id)).map((n) => [n.indikator, n.nilai]));
		const { skor } = skorPenilaian(p.rangka, p.tahun, nilai);
		const setuju = tanda.find((t) => t.dokumen === 'persetujuan');
		const value: BeritaAcara = {
			id: p.id,
			nama: p.nama,
			tahun: p.tahun,
			instrumen: p.rangka.nama,
			skor,
			aspek: listAspek(p.rangka).map((a) => ({
				id: a.id,
				nama: a.nama,
				nilai: skor.aspek[a.id] ?? null,
				indikator: a.indikator.map((i) => ({ id: i.id, nama: i.pendek, nilai: nilai.get(i.id) ?? null })),
			})),
			tanda: ba && { nama: ba.nama, jabatan: ba.jabatan, waktu: ba.waktu, sidik: ba.sidik },
			persetujuan: setuju ? { nama: setuju.nama, jabatan: setuju.jabatan, waktu: setuju.waktu } : null,
			publikasi: tanda.some((t) => t.dokumen === 'persetujuan_publikasi'),
		};
		return { ok: true, value } as const;
	});
}
