import writeXlsxFile from 'write-excel-file/node';
import { amankan } from '#features/hasil/berkas-tabel.rules.ts';
import { tetapkanWaktu } from '#features/hasil/export-zip.ts';
import { bacaIsi, bacaLembar } from '#features/hasil/import-berkas.ts';
import type { Lembar } from '#features/hasil/import-lembar.ts';
import { BerkasDitolak } from '#features/hasil/import-masalah.ts';
import type { Berkas } from '#features/hasil/tulis-berkas.ts';
import type { InstrumenLengkap } from '#features/instrumen/instrumen.schema.ts';
import { listInstrumen } from '#features/instrumen/instrumen.ts';
import { bacaTingkat, pickInstrumenHitung } from '#features/instrumen/instrumen-hitung.rules.ts';
import type { Ctx } from '#platform/ctx.ts';
import { type Jawaban, listAspek, listIndikator, parseJawaban, score, summary } from '#scoring';
import { bacaIsian, type Isian, tulisIsian, tulisNilai } from './hitung-isian.rules.ts';

export type TulisOutcome =
	| { ok: true; value: Berkas }
	| { ok: false; reason: 'instrumen_tidak_dikenal' }
	| { ok: false; reason: 'isian_salah'; masalah: Readonly<Record<string, string>> };

/** The fields as a file: JSON as `matang compute` reads it, or a workbook with criteria that can be read back. */
export async function tulisBerkasHitung(
	ctx: Pick<Ctx, 'dir'>,
	input: { instrumen: string; isian: Isian; format: 'json' | 'xlsx' },
): Promise<TulisOutcome> {
	const instrumen = listInstrumen(ctx).find((i) => i.id === input.instrumen);
	if (!instrumen) return { ok: false, reason: 'instrumen_tidak_dikenal' };
	const { jawaban, masalah } = bacaIsian(instrumen, input.isian);
	if (Object.keys(masalah).length > 0) return { ok: false, reason: 'isian_salah', masalah };
	const nama = `hitung-${instrumen.id}.${input.format}`;
	if (input.format === 'json')
		return {
			ok: true,
			value: {
				nama,
				tipe: 'application/json; charset=utf-8',
				isi: `${JSON.stringify({ instrumen: instrumen.id, nilai: tulisNilai(instrumen, jawaban) }, null, '\t')}\n`,
			},
		};
	const tipe = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
	return { ok: true, value: { nama, tipe, isi: await tulisXlsx(instrumen, jawaban) } };
}

type Sel = { value: string | number; fontWeight?: 'bold'; format?: string } | null;
const teks = (value: string): Sel => (value === '' ? null : { value: amankan(value) });
const kepala = (nama: readonly string[]): Sel[] => nama.map((value) => ({ value, fontWeight: 'bold' }));

async function tulisXlsx(instrumen: InstrumenLengkap, jawaban: Jawaban): Promise<Uint8Array<ArrayBuffer>> {
	const ringkas = pickInstrumenHitung(instrumen);
	const isian = tulisIsian(jawaban);
	const baris = listAspek(ringkas).flatMap((a) =>
		a.indikator.map((i): Sel[] => {
			const isi = jawaban[i.id];
			const nilai: Sel = typeof isi === 'number' ? { value: isi / 100 } : teks(isian[i.id] ?? '');
			const kriteria = typeof isi === 'number' ? bacaTingkat(ringkas, i, isi / 100).kriteria : null;
			return [teks(instrumen.id), teks(i.id), teks(a.nama), teks(i.nama), nilai, teks(kriteria ?? '')];
		}),
	);
	const hasil = summary(instrumen, score(instrumen, jawaban));
	const ringkasan: Sel[][] = [
		[teks('Instrumen'), teks(instrumen.nama)],
		[teks('Indeks'), teks(hasil.indeks ?? `${hasil.rentang?.join(' sampai ')}`)],
		[teks('Predikat'), teks(hasil.predikat ?? 'belum lengkap')],
		[teks('Terjawab'), { value: hasil.terjawab }],
		[teks('Keterangan'), teks('Simulasi dengan Matang; bukan hasil resmi.')],
	];
	const lembar = [
		{ data: [kepala(KOLOM), ...baris], sheet: 'isian', stickyRowsCount: 1 },
		{ data: ringkasan, sheet: 'hasil' },
	];
	return new Uint8Array(tetapkanWaktu(await writeXlsxFile(lembar).toBuffer()));
}

const KOLOM = ['instrumen', 'id', 'aspek', 'indikator', 'nilai', 'kriteria'] as const;

export type BacaOutcome =
	| { ok: true; value: { instrumen: string; isian: Isian } }
	| { ok: false; reason: 'berkas_ditolak'; masalah: string[] };

const tolak = (...masalah: string[]): BacaOutcome => ({ ok: false, reason: 'berkas_ditolak', masalah });

/** Reads back a file written here, or any JSON `{"instrumen", "nilai"}` and any table with columns id and nilai. */
export async function bacaBerkasHitung(
	ctx: Pick<Ctx, 'dir'>,
	input: { isi: Uint8Array; bawaan: string },
): Promise<BacaOutcome> {
	const awal = new TextDecoder()
		.decode(input.isi.subarray(0, 64))
		.replace(/^\uFEFF/, '')
		.trimStart();
	if (awal.startsWith('{') || awal.startsWith('[')) return bacaJson(ctx, input);
	try {
		return bacaTabel(ctx, await bacaLembar(await bacaIsi(input.isi)), input.bawaan);
	} catch (error) {
		if (error instanceof BerkasDitolak) return tolak(...error.masalah.map((m) => m.pesan));
		throw error;
	}
}

function bacaJson(ctx: Pick<Ctx, 'dir'>, { isi, bawaan }: { isi: Uint8Array; bawaan: string }): BacaOutcome {
	let mentah: unknown;
	try {
		mentah = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(isi));
	} catch {
		return tolak(
			'Berkas bukan JSON yang utuh. Simpan lagi dari halaman ini, atau periksa kurung dan komanya.',
		);
	}
	const id = Object(mentah).instrumen ?? bawaan;
	return terima(ctx, id, mentah);
}

function bacaTabel(ctx: Pick<Ctx, 'dir'>, lembar: Lembar, bawaan: string): BacaOutcome {
	const letak = (nama: string) => lembar.kepala.findIndex((k) => k.toLowerCase() === nama);
	const [kId, kNilai, kInstrumen] = [letak('id'), letak('nilai'), letak('instrumen')];
	if (kId < 0 || kNilai < 0)
		return tolak(
			'Kolom "id" dan "nilai" tidak ada. Pakai berkas yang diunduh dari halaman ini, atau tabel dengan dua kolom itu.',
		);
	const ganda = lembar.baris.map((b) => b.sel[kId]).filter((id, n, semua) => semua.indexOf(id) !== n);
	if (ganda.length > 0) return tolak(`Indikator disebut dua kali: ${[...new Set(ganda)].join(', ')}.`);
	const terisi = lembar.baris.filter((b) => (b.sel[kNilai] ?? '') !== '');
	const nilai = Object.fromEntries(
		terisi.map((b) => {
			const butir = (b.sel[kNilai] ?? '').split(/[\s;]+/);
			return [b.sel[kId] ?? '', butir.length > 1 ? butir : butir[0]];
		}),
	);
	return terima(ctx, lembar.baris[0]?.sel[kInstrumen] || bawaan, { nilai });
}

function terima(ctx: Pick<Ctx, 'dir'>, id: unknown, mentah: unknown): BacaOutcome {
	const daftar = listInstrumen(ctx);
	const instrumen = daftar.find((i) => i.id === id);
	if (!instrumen)
		return tolak(
			`Instrumen "${String(id).slice(0, 60)}" tidak dikenal. Yang ada: ${daftar.map((i) => i.id).join(', ')}.`,
		);
	const terbaca = parseJawaban(instrumen, mentah);
	if (!terbaca.ok)
		return tolak(
			...terbaca.masalah.slice(0, 20).map((m) => `${m.path.replace(/^nilai\./, '')}: ${m.pesan}.`),
		);
	const dikenal = new Set(listIndikator(instrumen).map((i) => i.id));
	const isian = Object.entries(tulisIsian(terbaca.jawaban)).filter(([k, v]) => dikenal.has(k) && v !== '');
	return { ok: true, value: { instrumen: instrumen.id, isian: Object.fromEntries(isian) } };
}
