import type { IndikatorLengkap, InstrumenLengkap } from '#features/instrumen/instrumen.schema.ts';
import { requireRegistri } from '#features/instrumen/instrumen.ts';
import { bacaTingkat } from '#features/instrumen/instrumen-hitung.rules.ts';
import { recordActivity } from '#platform/activity/record-activity.ts';
import type { Ctx } from '#platform/ctx.ts';
import { inScope } from '#platform/database/scope.ts';
import { listIndikator, pecahan, toDesimal } from '#scoring';
import { buildTabelBawaan, listTingkatLangkah } from '../solver/bawaan.rules.ts';
import { readDataRencana } from '../solver/read-data-rencana.ts';
import type { UsahaLangkah } from '../solver/rencana.schema.ts';
import { bacaBulat } from './angka.rules.ts';
import type { Kueri, MasalahMinta } from './minta.rules.ts';
import { type Ongkos, type OngkosBaru, replaceOngkos } from './ongkos.store.ts';
import type { Pelajaran } from './pelajaran.rules.ts';
import { type Bahan, readBahan } from './read-bahan.ts';
import { mayKelola, requireRencana, type TolakRencana } from './require-rencana.ts';
import { listNilaiTiapTahap } from './sasaran.store.ts';
import { countDariLedger } from './tabel-ongkos.rules.ts';

/** One step as the table and the form show it. Chances in percent, texts. */
export interface LangkahOngkos {
	dari: number;
	ke: number;
	kriteria: string | null;
	/** Assumptions of the installation. */
	bawaan: { usaha: number; hari: number; bulan: number; peluang: string };
	milik: Ongkos | null;
}

export interface BarisOngkos {
	indikator: string;
	pendek: string;
	aspek: string;
	kini: number | null;
	/** Learnt from finished actions of indicators of its kind: a suggestion, used by nothing until it is entered. */
	pelajaran: Pelajaran | null;
	langkah: LangkahOngkos[];
}

export interface OngkosTerbuka {
	instrumen: { id: string; nama: string };
	baris: BarisOngkos[];
	bolehKelola: boolean;
	riwayat: number;
}

/** What every step costs: the assumptions, and what the institution entered in their place. */
export async function readOngkos(
	ctx: Ctx,
	input: { instansiId: number; kueri: Kueri; indikator?: string },
): Promise<{ ok: true; value: OngkosTerbuka } | TolakRencana | { ok: false; reason: 'indikator_tidak_ada' }> {
	const { instansiId } = input;
	const boleh = requireRencana(ctx, 'rencana.lihat', instansiId);
	if (!boleh.ok) return boleh;
	const bahan = await readBahan(ctx, boleh.orang, instansiId, input.kueri);
	const { instrumen } = bahan.awal;
	const semua = [...instrumen.domain.flatMap((d) => d.aspek), ...instrumen.aspek].flatMap((a) =>
		a.indikator.map((i) => susunBaris(bahan, instrumen, a.nama, i)),
	);
	const baris = input.indikator === undefined ? semua : semua.filter((b) => b.indikator === input.indikator);
	if (baris.length === 0) return { ok: false, reason: 'indikator_tidak_ada' };
	const { id, nama } = instrumen;
	const bolehKelola = mayKelola(boleh.orang, instansiId);
	return { ok: true, value: { instrumen: { id, nama }, baris, bolehKelola, riwayat: bahan.riwayat } };
}

function susunBaris(
	{ bawaan, tingkat, ongkos, awal, pelajaran, jenis }: Bahan,
	instrumen: InstrumenLengkap,
	aspek: string,
	i: IndikatorLengkap,
): BarisOngkos {
	const kini = awal.jawaban[i.id];
	return {
		...{ indikator: i.id, pendek: i.pendek, aspek },
		kini: typeof kini === 'number' ? kini : null,
		pelajaran: pelajaran.get(jenis.get(i.id) ?? '') ?? null,
		langkah: tingkat.map((ke, n) => {
			const b = bawaan[i.id]?.[n] as UsahaLangkah;
			return {
				...{ dari: ke - 1, ke, kriteria: bacaTingkat(instrumen, i, ke).kriteria },
				bawaan: { usaha: b.biaya, hari: b.hari, bulan: b.bulan, peluang: persen(b.peluang) },
				milik: ongkos.find((o) => o.indikator === i.id && o.dari === ke - 1) ?? null,
			};
		}),
	};
}

const persen = ({ beri, dari }: { beri: number; dari: number }) =>
	toDesimal(pecahan(BigInt(beri) * 100n, dari), 0);

export interface OngkosMasukan {
	instansiId: number;
	instrumen: string;
	indikator: string;
	/** Fields by step: "usaha-2", "rupiah-2", "hari-2", "bulan-2", "peluang-2", "layak-2", "catatan-2". */
	isian: Readonly<Record<string, string>>;
}

export type OngkosOutcome =
	| { ok: true; value: { banyak: number } }
	| TolakRencana
	| { ok: false; reason: 'indikator_tidak_ada' }
	| { ok: false; reason: 'isian_ongkos_salah'; masalah: MasalahMinta[] };

/** Sets what the steps of one indicator cost; a step left as assumed stays an assumption. */
export async function saveOngkos(ctx: Ctx, input: OngkosMasukan): Promise<OngkosOutcome> {
	const { instansiId, indikator } = input;
	const boleh = requireRencana(ctx, 'rencana.kelola', instansiId);
	if (!boleh.ok) return boleh;
	const { orang } = boleh;
	const ada = requireRegistri(ctx).get(input.instrumen);
	if (!ada || !listIndikator(ada).some((i) => i.id === indikator))
		return { ok: false, reason: 'indikator_tidak_ada' };
	const data = readDataRencana(ctx);
	const nilai = await inScope(ctx, orang, (trx) => listNilaiTiapTahap(trx, instansiId, ada.id));
	const bawaan = buildTabelBawaan(data, ada, countDariLedger(data, ada, nilai));
	const tingkat = listTingkatLangkah(ada);
	const masalah: MasalahMinta[] = [];
	const baris = tingkat.flatMap(
		(ke, n) => bacaLangkah(input.isian, ke - 1, bawaan[indikator]?.[n] as UsahaLangkah, masalah) ?? [],
	);
	if (masalah.length > 0) return { ok: false, reason: 'isian_ongkos_salah', masalah };
	const waktu = ctx.clock();
	await inScope(ctx, orang, async (trx) => {
		const kunci = { instansiId, instrumen: ada.id, indikator, waktu, oleh: orang.id };
		await replaceOngkos(trx, kunci, baris);
		await recordActivity(trx, {
			...{
				instansiId,
				waktu,
				orangId: orang.id,
				tindakan: 'ongkos.isi',
				objek: `ongkos/${ada.id}/${indikator}`,
			},
			rincian: { banyak: baris.length },
		});
	});
	return { ok: true, value: { banyak: baris.length } };
}

/** One step; null where it says nothing beyond the assumptions. */
function bacaLangkah(
	isian: Readonly<Record<string, string>>,
	dari: number,
	bawaan: UsahaLangkah,
	masalah: MasalahMinta[],
): OngkosBaru | null {
	const bulat = (nama: string, maks: number): number | null => {
		const hasil = bacaBulat(isian[`${nama}-${dari}`] ?? '', maks);
		if (hasil.ok) return hasil.nilai;
		masalah.push({ medan: `${nama}-${dari}`, pesan: hasil.pesan });
		return null;
	};
	const usaha = bulat('usaha', 1_000_000) ?? bawaan.biaya;
	const rupiah = bulat('rupiah', 10_000_000_000_000);
	const [hari, bulan, persenan] = [bulat('hari', 100_000), bulat('bulan', 120), bulat('peluang', 100)];
	const layak = (isian[`layak-${dari}`] ?? '') !== '';
	const catatan = (isian[`catatan-${dari}`] ?? '').trim().slice(0, 2000);
	const beda = <T>(nilai: T | null, asal: T) => (nilai === asal ? null : nilai);
	const baris = {
		...{ dari, usaha, rupiah, layak, catatan },
		hari: beda(hari, bawaan.hari),
		bulan: beda(bulan, bawaan.bulan),
		peluang: persenan === null || String(persenan) === persen(bawaan.peluang) ? null : persenan * 10,
	};
	const sama =
		usaha === bawaan.biaya &&
		layak &&
		catatan === '' &&
		[rupiah, baris.hari, baris.bulan, baris.peluang].every((x) => x === null);
	return sama ? null : baris;
}
