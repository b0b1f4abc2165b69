import { requireRegistri } from '#features/instrumen/instrumen.ts';
import { type HasilLuar, type MasukanLuar, planFromInput } from '#features/rencana/solver/plan-from-input.ts';
import { BIAYA_TERBESAR } from '#features/rencana/solver/read-masukan.rules.ts';
import { rencanaCopy } from '#features/rencana/solver/rencana.copy.ts';
import type { Rencana, TidakLayak } from '#features/rencana/solver/rencana.schema.ts';
import { pelonggaranJson, rencanaJson } from '#features/rencana/solver/rencana-json.rules.ts';
import { tulisBulat, tulisTarget, tulisTingkat } from '#features/rencana/solver/tampil.rules.ts';
import { readConfig } from '#platform/config.ts';
import { compare, fromPerseratus, type Instrumen, type Pecahan, parseDesimal, toDesimal } from '#scoring';
import { type Command, exitCode, type Io, RefusedError, UsageError } from './command.ts';
import { type Parsed, readArgs, readText, toJson, toTable } from './output.ts';
import { readInput } from './read-input.ts';

export const plan: Command = {
	nama: 'plan',
	ringkas: 'menyusun rencana termurah menuju target indeks',
	basisData: false,
	bantuan: `matang plan --instrumen ID --target N BERKAS [--anggaran N] [--min-level N] [--format json|teks]

BERKAS berisi {"nilai": [3,1,…], "biaya": {"I01": [b12,b23,b34,b45], …}}; "-" berarti masukan baku. "nilai" seperti
pada matang compute, semuanya terjawab. "biaya" bilangan bulat mulai 0, satu untuk tiap langkah tingkat, satuannya
bebas asal sama; indikator yang tidak disebut, atau bila "biaya" tidak ada, memakai poin usaha bawaan (anggapan).
Boleh juga: "hari" dan "bulan" (bentuk seperti biaya), "kecuali": ["I29"], "tetap": {"I05": 4}, "minIndikator":
{"I12": 3}, "sasaran": {"D2": 3.00, "A6": 2.50} (nilai domain, aspek, atau indikator), "unit": {"I11": "Bappeda"}, "kapasitas": {"Bappeda": 120} (hari orang), "tenggatBulan": 12,
"prasyarat": [{"indikator": "I13", "tingkat": 3, "syarat": "I12", "tingkatSyarat": 2, "sifat": "keras"}].

Menulis rencana termurah yang indeks persisnya paling rendah sama dengan target, atau indeks tertinggi dalam anggaran
bila hanya --anggaran disebut. Bila tidak mungkin: {"layak":false,"pelonggaran":[…]} dan keluar dengan 1.

  --target N      indeks yang dituju, misalnya 3.20 atau 3,20
  --anggaran N    biaya paling banyak, bilangan bulat tanpa titik ribuan dan tanpa "Rp"
  --min-level N   tingkat paling rendah setiap indikator
  --format F      json (bawaan) atau teks

Contoh: matang plan --instrumen spbe-2020 --target 3.20 nilai.json`,
	async run(io, args) {
		const parsed = readArgs(
			args,
			{
				instrumen: { type: 'string' },
				target: { type: 'string' },
				anggaran: { type: 'string' },
				'min-level': { type: 'string' },
			},
			[1, 1],
			['json', 'teks'],
		);
		const { projectDir, dataDir } = readConfig(process.env);
		const ctx = { dir: { project: projectDir, data: dataDir } };
		const instrumen = readInstrumen(ctx, parsed);
		const pilihan = readPilihan(parsed, instrumen);
		const isi = await readIsi(io, parsed.posisi[0] ?? '');
		const hasil = await planFromInput(ctx, { instrumen, isi, ...pilihan });
		return answer(io, parsed.format, instrumen, pilihan.target, hasil);
	},
};

function readInstrumen(ctx: Parameters<typeof requireRegistri>[0], parsed: Parsed<string>): Instrumen {
	const id = readText(parsed, 'instrumen');
	if (!id) throw new UsageError('Sebutkan instrumennya: --instrumen spbe-2020.');
	const registri = requireRegistri(ctx);
	const instrumen = registri.get(id);
	if (instrumen) return instrumen;
	const pilihan = registri.list().map((i) => i.id);
	throw new RefusedError(`Instrumen "${id}" tidak dikenal. Yang ada: ${pilihan.join(', ')}.`);
}

type Pilihan = Pick<MasukanLuar, 'target' | 'anggaran' | 'minTingkat'>;

function readPilihan(parsed: Parsed<string>, instrumen: Instrumen): Pilihan {
	const pilihan = {
		target: readTarget(readText(parsed, 'target'), instrumen),
		anggaran: readAnggaran(readText(parsed, 'anggaran')),
		minTingkat: readMinLevel(readText(parsed, 'min-level'), instrumen),
	};
	if (pilihan.target === null && pilihan.anggaran === null && pilihan.minTingkat === null)
		throw new UsageError('Sebutkan tujuannya: --target 3.20, --anggaran 100, atau keduanya.');
	return pilihan;
}

function readTarget(text: string | undefined, { skala }: Instrumen): Pecahan | null {
	if (text === undefined) return null;
	const target = parseDesimal(text);
	if (!target) throw new UsageError(`--target "${text}" bukan angka; tulis misalnya --target 3.20.`);
	const [min, maks] = [fromPerseratus(skala.min), fromPerseratus(skala.maks)];
	if (compare(target, maks) > 0 || compare(target, min) < 0)
		throw new UsageError(
			`--target ${text} di luar skala; indeks instrumen ini dari ${toDesimal(min)} sampai ${toDesimal(maks)}.`,
		);
	return target;
}

function readAnggaran(text: string | undefined): number | null {
	if (text === undefined) return null;
	if (/^\d{1,16}$/.test(text) && Number(text) <= BIAYA_TERBESAR * 100) return Number(text);
	const angka = text.replace(/^\s*rp\.?\s*/i, '').replace(/,(?:00|-)$/, '');
	const saran = /^\d{1,3}(?:[.\s]\d{3})+$/.test(angka) ? angka.replace(/\D/g, '') : '5000000';
	throw new UsageError(
		`--anggaran "${text}" bukan bilangan bulat; tulis tanpa titik ribuan, koma, atau "Rp", dalam satuan yang sama dengan biaya: --anggaran ${saran}.`,
	);
}

function readMinLevel(text: string | undefined, { skala }: Instrumen): number | null {
	if (text === undefined) return null;
	const tingkat = /^\d$/.test(text) ? Number(text) * 100 : Number.NaN;
	if (tingkat >= skala.min && tingkat <= skala.maks) return tingkat;
	throw new UsageError(
		`--min-level "${text}" bukan tingkat; tulis bilangan bulat dari ${skala.min / 100} sampai ${skala.maks / 100}.`,
	);
}

/** The file as a JSON object. @throws RefusedError when it is missing or something else. */
async function readIsi(io: Io, nama: string): Promise<Record<string, unknown>> {
	const text = await readInput(io, nama);
	let isi: unknown;
	try {
		isi = JSON.parse(text);
	} catch (cause) {
		throw new RefusedError(`${nama}: bukan JSON yang sah (${(cause as Error).message}).`);
	}
	if (typeof isi === 'object' && isi !== null && 'nilai' in isi) return isi as Record<string, unknown>;
	throw new RefusedError(`${nama}: seharusnya objek JSON dengan "nilai", misalnya {"nilai": [3, 1, 2]}.`);
}

function answer(
	io: Io,
	format: 'json' | 'teks',
	instrumen: Instrumen,
	target: Pecahan | null,
	hasil: HasilLuar,
): number {
	if (!hasil.ok && hasil.reason === 'masukan_tidak_sah')
		throw new RefusedError(hasil.masalah.map(({ path, pesan }) => `${path}: ${pesan}`).join('\n'));
	warnMasukan(io, hasil.masukan);
	if (hasil.ok) {
		const { rencana } = hasil;
		if (target && compare(rencana.indeksKini, target) >= 0)
			io.err(`${rencanaCopy.sudahTercapai(tulisTarget(target), toDesimal(rencana.indeksKini)).id}\n`);
		io.out(format === 'json' ? toJson(rencanaJson(instrumen, rencana, target)) : teksRencana(rencana));
		return exitCode.ok;
	}
	if (hasil.reason === 'belum_dijawab') throw new RefusedError(rencanaCopy.belumDijawab(hasil.indikator).id);
	if (hasil.reason === 'prasyarat_melingkar')
		throw new RefusedError(rencanaCopy.melingkar(hasil.lingkaran).id);
	if (hasil.reason === 'tidak_pasti') throw new RefusedError(rencanaCopy.tidakPasti.id);
	io.err(`Tidak ada rencana yang memenuhi semua kendala.${tulisSaran(hasil)}`);
	io.out(format === 'json' ? toJson(pelonggaranJson(hasil)) : 'Tidak layak.\n');
	return exitCode.refused;
}

function tulisSaran({ pelonggaran, gabungan, lengkap }: TidakLayak): string {
	const daftar = [...pelonggaran, ...gabungan].map(({ kalimat }) => `  ${kalimat.id}\n`).join('');
	const sisa = lengkap ? '' : 'Belum semua gabungan dua kendala dicoba dalam batas waktu.\n';
	if (daftar === '') return `\n${sisa}`;
	return `${gabungan.length > 0 ? ' Tidak ada satu yang cukup; salah satu baris ini cukup' : ' Salah satu cukup'}:\n${daftar}${sisa}`;
}

function warnMasukan(
	io: Io,
	{ bawaan, asing }: { bawaan: readonly string[]; asing: readonly string[] },
): void {
	if (bawaan.length > 0)
		io.err(
			`Tanpa biaya sendiri, memakai poin usaha bawaan: ${bawaan.join(', ')}. Pastikan satuannya sama.\n`,
		);
	if (asing.length > 0) io.err(`Tidak dipakai: ${asing.join(', ')}.\n`);
}

function teksRencana(rencana: Rencana): string {
	const baris = rencana.langkah.map(({ indikator, dari, ke, biaya, poin }) => [
		indikator,
		tulisTingkat(dari),
		tulisTingkat(ke),
		tulisBulat(biaya),
		`+${toDesimal(poin, 4).replace('.', ',')}`,
	]);
	const koma = (nilai: Pecahan) => toDesimal(nilai).replace('.', ',');
	const bukti = rencana.kepastian.optimal
		? 'terbukti terbaik'
		: `belum terbukti, batas ${rencana.kepastian.batas}`;
	const peringatan = rencana.peringatan.map(({ indikator, teks }) => `Perhatikan ${indikator}: ${teks.id}\n`);
	return [
		baris.length > 0 ? toTable([['Indikator', 'Dari', 'Ke', 'Biaya', 'Indeks'], ...baris]) : '',
		`Indeks ${koma(rencana.indeksKini)} → ${koma(rencana.indeks)}, biaya ${tulisBulat(rencana.biaya)} (${bukti}).\n`,
		...peringatan,
	].join('');
}
