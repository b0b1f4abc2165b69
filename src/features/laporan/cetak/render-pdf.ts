import type { Ctx } from '#platform/ctx.ts';
import type { StandarPdf } from './cetak.rules.ts';
import { type Blok, type Dokumen, lunakkan, ratakanJudul, type Sel, type Teks } from './dokumen.rules.ts';
import { openPencetak, type Pencetak } from './pencetak.ts';

let bersama: Pencetak | undefined;

export interface PilihanPdf {
	/** `ua-1` is tagged for screen readers; `a-2a` is the archive's form. */
	standar?: StandarPdf;
	/** A process of one's own, for long rows of documents. */
	pencetak?: Pencetak;
}

/**
 * Prints data with a template (`<nama>.typ`). The data travels as JSON and is shown as text, whatever it says. The same
 * data and date give the same bytes.
 */
export async function renderPdf(
	ctx: Pick<Ctx, 'dir'>,
	nama: 'dokumen',
	data: unknown,
	{ waktu, standar = 'ua-1', pencetak }: PilihanPdf & { waktu: Date },
): Promise<Uint8Array<ArrayBuffer>> {
	bersama ??= openPencetak(ctx.dir.project);
	const detik = Math.floor(waktu.getTime() / 1000);
	const json = JSON.stringify(data);
	return new Uint8Array(await (pencetak ?? bersama).print({ nama, data: json, standar, waktu: detik }));
}

/** A report as PDF. */
export async function renderDokumen(
	ctx: Pick<Ctx, 'dir'>,
	dokumen: Dokumen,
	pilihan: PilihanPdf = {},
): Promise<Uint8Array<ArrayBuffer>> {
	const { waktu } = dokumen;
	return await renderPdf(ctx, 'dokumen', susunData(dokumen), { ...pilihan, waktu });
}

function susunData({ waktu, daftarIsi, mendatar, padat, isi, ...d }: Dokumen) {
	const w = waktu.toISOString().match(/\d+/g)?.slice(0, 6).map(Number) ?? [];
	const { jenis, judul, subjudul, tentang, kaki } = d;
	return {
		...{ jenis: lunakkan(jenis), judul: lunakkan(judul), subjudul: lunakkan(subjudul) },
		...{ tentang: lunakkan(tentang), kaki: lunakkan(kaki), penulis: 'Matang', waktu: w },
		...{ daftarIsi: daftarIsi ?? false, mendatar: mendatar ?? false, padat: padat ?? false },
		isi: ratakanJudul(isi).map(lunakkanBlok),
	};
}

const lunakkanTeks = (teks: Teks): Teks =>
	typeof teks === 'string' ? lunakkan(teks) : teks.map((r) => ({ ...r, t: lunakkan(r.t) }));
const lunakkanSel = (sel: Sel): Sel =>
	typeof sel === 'string' ? lunakkan(sel) : { ...sel, teks: lunakkan(sel.teks) };

function lunakkanBlok(blok: Blok): Blok {
	switch (blok.b) {
		case 'judul':
			return { ...blok, teks: lunakkan(blok.teks) };
		case 'paragraf':
			return { ...blok, teks: lunakkanTeks(blok.teks) };
		case 'daftar':
			return { ...blok, butir: blok.butir.map(lunakkanTeks) };
		case 'fakta':
			return {
				...blok,
				butir: blok.butir.map(({ kunci, nilai }) => ({ kunci: lunakkan(kunci), nilai: lunakkan(nilai) })),
			};
		case 'tabel':
			return {
				...blok,
				judul: lunakkan(blok.judul),
				kolom: blok.kolom.map((k) => ({ ...k, nama: lunakkan(k.nama) })),
				baris: blok.baris.map((r) => ({ ...r, sel: r.sel.map(lunakkanSel) })),
			};
		case 'indeks':
			return { ...blok, keterangan: blok.keterangan.map(lunakkan) };
		case 'catatan':
			return { ...blok, teks: lunakkan(blok.teks) };
		case 'tanda':
			return {
				...blok,
				pihak: blok.pihak.map((p) => ({ ...p, nama: lunakkan(p.nama), jabatan: lunakkan(p.jabatan) })),
			};
	}
}
