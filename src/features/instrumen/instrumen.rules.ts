import { listAspek, listIndikator } from '#scoring/instrumen.ts';
import type { InstrumenLengkap, Pedoman } from './instrumen.schema.ts';
import { periksaBobot } from './jumlah-bobot.rules.ts';
import { type Letak, listLetakAspek, listLetakIndikator } from './letak.rules.ts';
import type { MasalahKoheren } from './masalah.ts';
import { periksaIndeksLuar, periksaPredikat } from './pita.rules.ts';
import { periksaTingkat } from './tingkat.rules.ts';

/** Everything within one file that a schema cannot see; an empty list means the instrument holds together. */
export function periksaInstrumen(instrumen: InstrumenLengkap): MasalahKoheren[] {
	return [
		...periksaStruktur(instrumen),
		...periksaBobot(instrumen),
		...periksaId(instrumen),
		...periksaNomor(instrumen),
		...periksaTingkat(instrumen),
		...periksaPredikat(instrumen),
		...periksaIndeksLuar(instrumen),
		...periksaRujukan(instrumen),
		...periksaTahunSendiri(instrumen),
	];
}

/** Years that another instrument already holds: a year has one instrument. */
export function periksaTahunLain(
	instrumen: InstrumenLengkap,
	lain: readonly Pick<InstrumenLengkap, 'id' | 'tahun'>[],
): MasalahKoheren[] {
	return instrumen.tahun.flatMap((tahun, n) => {
		const pemilik = lain.find((i) => i.id !== instrumen.id && i.tahun.includes(tahun));
		return pemilik
			? [
					{
						path: `tahun[${n}]`,
						kode: 'tahun',
						pesan: `tahun ${tahun} sudah dipakai instrumen ${pemilik.id}`,
					},
				]
			: [];
	});
}

/** The technical guide of an evaluation year; undefined where none is known. */
export function findPedoman(instrumen: InstrumenLengkap, tahun: number): Pedoman | undefined {
	return instrumen.dasarHukum.pedoman.find((p) => p.tahun.includes(tahun));
}

function periksaStruktur({ domain, aspek }: InstrumenLengkap): MasalahKoheren[] {
	if (domain.length > 0 !== aspek.length > 0) return [];
	const pesan = 'isi salah satu saja: domain (dengan aspeknya) atau aspek (bila tanpa domain)';
	return [{ path: 'domain', kode: 'struktur', pesan }];
}

function listSimpul(instrumen: InstrumenLengkap): Letak<{ id: string }>[] {
	return [
		...instrumen.domain.map((isi, n) => ({ path: `domain[${n}]`, isi })),
		...listLetakAspek(instrumen),
		...listLetakIndikator(instrumen),
	];
}

function periksaId(instrumen: InstrumenLengkap): MasalahKoheren[] {
	const pertama = new Map<string, string>();
	return listSimpul(instrumen).flatMap(({ path, isi }): MasalahKoheren[] => {
		const sudah = pertama.get(isi.id);
		if (sudah === undefined) pertama.set(isi.id, path);
		return sudah === undefined
			? []
			: [{ path: `${path}.id`, kode: 'id_ganda', pesan: `id ${isi.id} sudah dipakai ${sudah}` }];
	});
}

function periksaNomor(instrumen: InstrumenLengkap): MasalahKoheren[] {
	const deret = [
		instrumen.domain.map((isi, n) => ({ path: `domain[${n}]`, isi })),
		listLetakAspek(instrumen),
		listLetakIndikator(instrumen),
	];
	return deret.flatMap((simpul) =>
		simpul.flatMap(({ path, isi }, n): MasalahKoheren[] =>
			isi.no === n + 1
				? []
				: [
						{
							path: `${path}.no`,
							kode: 'nomor',
							pesan: `nomor harus ${n + 1} menurut urutan, tertulis ${isi.no}`,
						},
					],
		),
	);
}

function periksaRujukan(instrumen: InstrumenLengkap): MasalahKoheren[] {
	const indikator = new Set(listIndikator(instrumen).map((i) => i.id));
	const simpul = new Set([...instrumen.domain, ...listAspek(instrumen)].map((s) => s.id));
	const kaitan = instrumen.aturanLintasIndikator?.kaitan ?? [];
	const rujukan = [
		...listLetakIndikator(instrumen).flatMap(({ path, isi }) =>
			isi.terkait.map((id, n) => ({
				path: `${path}.terkait[${n}]`,
				id,
				ada: indikator.has(id) && id !== isi.id,
			})),
		),
		...kaitan.flatMap((k, n) =>
			(['indikator', 'syarat'] as const).flatMap((kunci) =>
				k[kunci].map((id, m) => ({
					path: `aturanLintasIndikator.kaitan[${n}].${kunci}[${m}]`,
					id,
					ada: indikator.has(id),
				})),
			),
		),
		...(instrumen.validasi ?? []).flatMap((v, n) =>
			(['aspek', 'domain'] as const).flatMap((kunci) =>
				Object.keys(v[kunci]).map((id) => ({
					path: `validasi[${n}].${kunci}.${id}`,
					id,
					ada: simpul.has(id),
				})),
			),
		),
	];
	return rujukan
		.filter((r) => !r.ada)
		.map((r) => ({
			path: r.path,
			kode: 'rujukan',
			pesan: `${r.id} tidak ada di instrumen ini, atau menunjuk diri sendiri`,
		}));
}

function periksaTahunSendiri(instrumen: InstrumenLengkap): MasalahKoheren[] {
	const { tahun, predikat, dasarHukum } = instrumen;
	const salah: MasalahKoheren[] = [];
	tahun.forEach((t, n) => {
		if (n > 0 && t <= (tahun[n - 1] ?? t))
			salah.push({
				path: `tahun[${n}]`,
				kode: 'tahun',
				pesan: `tahun harus menaik tanpa ulangan, tertulis ${t}`,
			});
	});
	const luar = (path: string, t: number) => {
		if (!tahun.includes(t))
			salah.push({ path, kode: 'tahun', pesan: `tahun ${t} bukan tahun pemakaian instrumen ini` });
	};
	for (const kunci of ['aturanTahun', 'alasanTahun'] as const)
		for (const t of Object.keys(predikat[kunci])) luar(`predikat.${kunci}.${t}`, Number(t));
	dasarHukum.pedoman.forEach((p, n) => {
		p.tahun.forEach((t, m) => {
			luar(`dasarHukum.pedoman[${n}].tahun[${m}]`, t);
		});
	});
	return salah;
}
