import { authorize } from '#features/akun/require-orang.ts';
import { listTarget } from '#features/hasil/baca-instansi.store.ts';
import { listTugas } from '#features/kerjasama/tugas.store.ts';
import { hariIni } from '#features/penilaian/alur.rules.ts';
import { listTugasTerbuka } from '#features/penilaian/antrean.store.ts';
import { listHasilSampai } from '#features/penilaian/penetapan.store.ts';
import type { Ctx } from '#platform/ctx.ts';
import { asOwner, inScope, type Trx } from '#platform/database/scope.ts';
import { listHilang, listIndikator, score, toDesimal } from '#scoring';
import { listKurangAnggaran } from '../peta/peta.rules.ts';
import { listPetaStore } from '../peta/peta.store.ts';
import { listSasaranIndeks } from '../tindakan/dasar.store.ts';
import type { DasarPrakiraan } from '../tindakan/dasar-prakiraan.ts';
import { type RingkasPrakiraan, readSemuaTindakan } from '../tindakan/list-tindakan.ts';
import {
	type Keputusan,
	pilihKeputusan,
	pilihSasaran,
	susunTelat,
	type UnitTelat,
} from './pimpinan.rules.ts';

export interface HalamanPimpinan {
	/** The present index, two decimals, with where it comes from; null where nothing is known. */
	indeks: { nilai: string; predikat: string | null; sumber: string; tahun: number; resmi: boolean } | null;
	/** Hundredths. */
	sasaran: { nilai: number; tahun: number; sumber: string | null } | null;
	prakiraan: RingkasPrakiraan;
	/** Aspects with most index points lost, and in each the indicator that loses most. Two decimals. */
	penahan: { nama: string; nilai: string; hilang: string; terbesar: string | null }[];
	telat: UnitTelat[];
	keputusan: Keputusan[];
	/** Actions: all that are not cancelled, done, late. */
	tindakan: { semua: number; selesai: number; terlambat: number };
	kini: string;
}

/** What a leader needs in two minutes: where the institution stands, where it will arrive, what to decide. */
export async function readPimpinan(
	ctx: Ctx,
	instansiId: number,
): Promise<{ ok: true; value: HalamanPimpinan } | { ok: false; reason: 'belum_masuk' | 'tidak_berwenang' }> {
	const boleh = authorize(ctx, 'pimpinan.lihat', { instansiId });
	if (!boleh.ok) return boleh;
	const kini = hariIni(ctx.clock());
	const tahun = Number(kini.slice(0, 4));
	return await inScope(ctx, boleh.orang, async (trx) => {
		const { baris, prakiraan, dasar } = await readSemuaTindakan(trx, boleh.orang, instansiId, kini);
		const sasaran = pilihSasaran(await readSasaran(trx, instansiId), tahun);
		const telat = susunTelat(
			{
				penugasan: (await listTugasTerbuka(trx, instansiId)).filter((t) => !t.terjawab || t.dikembalikan > 0),
				tugas: await listTugas(trx, instansiId),
				tindakan: baris.filter((t) => t.desakan === 'terlambat'),
			},
			kini,
		);
		const peta = await listPetaStore(trx, instansiId);
		const nanti = prakiraan.nanti === null ? null : perseratus(prakiraan.nanti);
		const keputusan = pilihKeputusan({
			...{ sasaran: sasaran?.nilai ?? null, prakiraan: nanti, tindakan: baris, telat },
			kurangAnggaran: listKurangAnggaran(peta, [tahun, tahun + 1]),
		});
		const hidup = baris.filter((t) => t.keadaan !== 'batal');
		return {
			ok: true as const,
			value: {
				indeks: await readIndeks(trx, instansiId, dasar, tahun),
				...{ sasaran, prakiraan, penahan: susunPenahan(dasar), telat, keputusan, kini },
				tindakan: {
					semua: hidup.length,
					selesai: hidup.filter((t) => t.keadaan === 'selesai').length,
					terlambat: hidup.filter((t) => t.desakan === 'terlambat').length,
				},
			},
		};
	});
}

/** What was set here, and what the institution published: public, but not for the role of a request. */
async function readSasaran(trx: Trx, instansiId: number) {
	const diumumkan = await asOwner(trx, () => listTarget(trx, instansiId));
	return [
		...(await listSasaranIndeks(trx, instansiId)),
		...diumumkan
			.filter((t) => t.instansiId === instansiId)
			.map(({ tahun, nilai, sumber }) => ({ tahun, nilai, sumber })),
	];
}

const perseratus = (nilai: string): number => Number(nilai.replace('.', ''));

/** The newest index that is known: published, or an assessment of the institution's own of a later year. */
async function readIndeks(
	trx: Trx,
	instansiId: number,
	{ penilaian }: DasarPrakiraan,
	tahun: number,
): Promise<HalamanPimpinan['indeks']> {
	const [hasil] = await listHasilSampai(trx, instansiId, tahun);
	const sendiri = penilaian?.skor?.indeks;
	if (hasil && (!sendiri || hasil.tahun >= penilaian.tahun)) {
		const { tahun, predikat, sumber } = hasil;
		return { nilai: tulisPerseratus(hasil.indeks), predikat, sumber: sumber ?? '', tahun, resmi: true };
	}
	if (!sendiri) return null;
	const { nama: sumber, tahun: tahunNilai, skor } = penilaian;
	return { nilai: sendiri, predikat: skor?.predikat ?? null, sumber, tahun: tahunNilai, resmi: false };
}

const tulisPerseratus = (n: number): string => `${Math.trunc(n / 100)}.${String(n % 100).padStart(2, '0')}`;

function susunPenahan({ instrumen, jawaban }: DasarPrakiraan): HalamanPimpinan['penahan'] {
	if (!instrumen) return [];
	const skor = score(instrumen, jawaban);
	const pendek = new Map(listIndikator(instrumen).map((i) => [i.id, i.pendek]));
	return listHilang(skor, 'aspek')
		.filter((a) => a.hilang.p > 0n)
		.slice(0, 3)
		.map((a) => {
			const [terbesar] = listHilang({ ...skor, simpul: a });
			return {
				nama: a.nama,
				nilai: a.nilai ? toDesimal(a.nilai) : '',
				hilang: toDesimal(a.hilang),
				terbesar: terbesar && terbesar.hilang.p > 0n ? `${terbesar.id} ${pendek.get(terbesar.id)}` : null,
			};
		});
}
