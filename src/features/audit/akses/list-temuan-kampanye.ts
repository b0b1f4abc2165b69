import type { Ctx } from '#platform/ctx.ts';
import { readKampanyeUtuh, type TolakKampanye } from './read-kampanye.ts';

/** One thing of a campaign that an audit can take over as a finding. */
export interface TemuanKampanye {
	/** `akses/kampanye/3/butir/17`: to see that it was taken over before. */
	rujukan: string;
	aturan: string;
	akun: string;
	sistem: string;
	/** One Indonesian sentence: the condition. */
	kondisi: string;
	keparahan: string;
	/** What the campaign decided; null where nothing was decided. */
	keputusan: string | null;
	alasan: string;
	/** What the next export showed of it. */
	hasil: 'terpenuhi' | 'belum' | null;
}

/** The findings of a campaign, one for each account and rule; those that the next export shows as mended are left out. */
export async function listTemuanKampanye(
	ctx: Ctx,
	input: { instansiId: number; id: number },
): Promise<{ ok: true; value: TemuanKampanye[] } | TolakKampanye> {
	const hasil = await readKampanyeUtuh(ctx, input);
	if (!hasil.ok) return hasil;
	const { kampanye, butir } = hasil.value;
	return {
		ok: true,
		value: butir.flatMap((b) => {
			const { akun } = b;
			if (!akun || b.hasil === 'terpenuhi') return [];
			const umum = {
				...{ akun: akun.akun, sistem: akun.sistem || kampanye.sistem, keputusan: b.keputusan },
				...{ alasan: b.alasan, hasil: b.hasil },
			};
			const rujukan = `akses/kampanye/${kampanye.id}/butir/${b.id}`;
			const temuan = akun.temuan
				.filter((t) => t.keparahan !== 'perlu dicek')
				.map((t) => ({
					...umum,
					rujukan: `${rujukan}/${t.aturan}`,
					aturan: t.aturan,
					kondisi: t.alasan,
					keparahan: t.keparahan,
				}));
			if (b.hasil !== 'belum') return temuan;
			const kondisi = `Keputusan "${b.keputusan}" atas akun ${akun.akun} belum terlihat pada ekspor berikutnya.`;
			return [
				...temuan,
				{ ...umum, rujukan: `${rujukan}/KAMPANYE`, aturan: 'KAMPANYE', kondisi, keparahan: 'sangat tinggi' },
			];
		}),
	};
}
