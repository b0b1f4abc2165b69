import { requireRegistri } from '#features/instrumen/instrumen.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Instrumen } from '#scoring/instrumen.ts';
import {
	type BarisEkspor,
	barisCsv,
	type SelResmi,
	selHasil,
	selNasional,
	tulisNilai,
} from './export-baris.rules.ts';
import { alirkanHasil, bacaVersi, isAdaTahun, listNasionalEkspor } from './export-hasil.store.ts';
import { tulisXlsx } from './export-xlsx.ts';
import { kolomResmi } from './hasil.schema.ts';

export type FormatEkspor = 'csv' | 'json' | 'xlsx';

export interface BerkasEkspor {
	nama: string;
	tipe: string;
	/** Read as it is sent: only a block of rows is in memory (the whole for XLSX). */
	isi: AsyncIterable<string | Uint8Array>;
}

export type ExportHasilOutcome = { ok: true; value: BerkasEkspor } | { ok: false; reason: 'tahun_tidak_ada' };

const tipe: Record<FormatEkspor, string> = {
	csv: 'text/csv; charset=utf-8',
	json: 'application/json; charset=utf-8',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Published results of one year or of all, with sources; the CSV has the headers that `importHasil` reads. */
export async function exportHasil(
	ctx: Ctx,
	input: { tahun?: number | undefined; format: FormatEkspor },
): Promise<ExportHasilOutcome> {
	const { tahun, format } = input;
	if (tahun !== undefined && !(await isAdaTahun(ctx.db, tahun)))
		return { ok: false, reason: 'tahun_tidak_ada' };
	const nama = `hasil-${tahun ?? 'semua-tahun'}.${format}`;
	return { ok: true, value: { nama, tipe: tipe[format], isi: alir[format](ctx, tahun) } };
}

const alir: Record<
	FormatEkspor,
	(ctx: Ctx, tahun: number | undefined) => AsyncIterable<string | Uint8Array>
> = {
	async *csv(ctx, tahun) {
		yield `${kolomResmi.join(',')}\r\n`;
		for await (const { sel } of alirkanSel(ctx, tahun)) yield barisCsv(sel);
	},
	async *json(ctx, tahun) {
		const versi = await bacaVersi(ctx.db);
		const kepala = { versiData: versi.nomor, diubah: versi.diubah.toISOString(), keterangan };
		yield `${JSON.stringify(kepala).slice(0, -1)},"nasional":[`;
		let koma = '';
		for (const { tahun: t, instrumen, sumber, catatan, nilai } of await listNasionalEkspor(ctx.db, tahun)) {
			yield `${koma}\n${JSON.stringify({ tahun: t, instrumen, nilai: tulisSemua(Object.entries(nilai)), sumber, catatan })}`;
			koma = ',';
		}
		yield '],"hasil":[';
		koma = '';
		for await (const baris of alirkanHasil(ctx.db, tahun)) {
			yield `${koma}\n${JSON.stringify(keJson(baris))}`;
			koma = ',';
		}
		yield ']}\n';
	},
	async *xlsx(ctx, tahun) {
		const isi: { sel: SelResmi; baris: BarisEkspor | null }[] = [];
		for await (const satu of alirkanSel(ctx, tahun)) isi.push(satu);
		yield await tulisXlsx(isi, await bacaVersi(ctx.db), keterangan);
	},
};

/** What a reader of the file must know. */
const keterangan = [
	'Indeks, predikat, dan nilai domain sebagaimana diumumkan sumber pada tiap baris.',
	'Predikat yang diturunkan dari pita indeks, bukan diumumkan, disebut pada catatan.',
	'Baris berjenis nasional adalah angka kementerian, bukan rerata daftar.',
	'Daftar lengkap hanya tahun yang dinyatakan lengkap; tahun lain memuat instansi yang hasilnya diumumkan sumber lain.',
	'Status meragukan: angka pada sumber tidak dapat dipastikan satu sama lain; alasannya tertulis.',
];

/** Every row under the official headers, each year's national figure first. */
async function* alirkanSel(
	ctx: Ctx,
	tahun: number | undefined,
): AsyncGenerator<{ sel: SelResmi; baris: BarisEkspor | null }> {
	const instrumen = buatInstrumen(ctx);
	const nasional = await listNasionalEkspor(ctx.db, tahun);
	const keluar = function* (sampai: number) {
		for (let n = nasional[0]; n && n.tahun <= sampai; n = nasional[0]) {
			nasional.shift();
			yield { sel: selNasional(n, instrumen(n.instrumen)), baris: null };
		}
	};
	for await (const baris of alirkanHasil(ctx.db, tahun)) {
		yield* keluar(baris.tahun);
		yield { sel: selHasil(baris, instrumen(baris.instrumen)), baris };
	}
	yield* keluar(Number.MAX_SAFE_INTEGER);
}

function buatInstrumen(ctx: Ctx): (id: string) => Instrumen {
	const registri = requireRegistri(ctx);
	return (id) => {
		const instrumen = registri.get(id);
		if (!instrumen) throw new Error(`instrumen ${id} tidak ada`);
		return instrumen;
	};
}

function keJson({ id: _, indeks, nilai, nama, slug, jenis, kodeWilayah, provinsi, ...baris }: BarisEkspor) {
	const sumberNilai = nilai.flatMap((n) => (n.sumber === null ? [] : [[n.simpul, n.sumber] as const]));
	return {
		...baris,
		instansi: { slug, nama, jenis, kodeWilayah, provinsi },
		indeks: tulisNilai(indeks),
		nilai: tulisSemua(nilai.map((n) => [n.simpul, n.nilai])),
		...(sumberNilai.length > 0 ? { sumberNilai: Object.fromEntries(sumberNilai) } : {}),
	};
}

function tulisSemua(nilai: readonly (readonly [string, number])[]): Record<string, string> {
	return Object.fromEntries(nilai.map(([simpul, angka]) => [simpul, tulisNilai(angka)]));
}
