import { randomBytes } from 'node:crypto';
import { insertUnit } from '#features/instansi/unit.store.ts';
import { isiSel, ubahIsi } from '#features/laporan/laporan.testing.ts';
import { createTestPostgres } from '#platform/database/testing.ts';
import { buatOrang, denganData, idInstansi, tautanMasuk } from './orang.ts';
import { buatPdf } from './putaran.ts';
import { newDataDir, removeDir, type Site, startSite } from './site.ts';

export const SLUG = 'kota-balikpapan';
export const KELURAHAN = 'Kelurahan Damai Baru';

const tokoh = {
	nasional: 'Nadia Nasional',
	deputi: 'Dewi Deputi',
	reviu: 'Rudi Reviu',
	asesor: 'Asih Asesor',
	koordinator: 'Kori Koordinator',
	pj: 'Pina Jawab',
	internal: 'Indra Internal',
	operator: 'Oki Operator',
} as const;
export type Tokoh = keyof typeof tokoh;

export interface Panggung {
	site: Site;
	/** Path of a one-time link that signs each person in. */
	masuk: Record<Tokoh, string>;
	tutup: () => Promise<void>;
}

/** What one combination of database and instrument calls for. */
export interface Babak {
	instrumen: string;
	singkatan: string;
	tahun: number;
	/** The indicator the year is about; all others get `lain`. */
	indikator: string;
	banyak: number;
	lain: number;
	/** As typed: the unit's own value, the assessor's first one, and the one after the objection. */
	nilai: { mandiri: string; dokumen: string; sanggah: string };
	/** Index at each of these, and the predicate of the last. */
	indeks: { mandiri: string; dokumen: string; akhir: string };
	predikat: string;
	/** Nodes from below the index down to the indicator, by their id in an address. */
	jalan: readonly string[];
}

export const daftarBabak: readonly Babak[] = [
	{
		instrumen: 'spbe-2020',
		singkatan: 'SPBE 2020',
		tahun: 2025,
		indikator: 'I01',
		banyak: 47,
		lain: 3,
		nilai: { mandiri: '4', dokumen: '2', sanggah: '3' },
		indeks: { mandiri: '3,01', dokumen: '2,99', akhir: '3,00' },
		predikat: 'Baik',
		jalan: ['D1', 'A1', 'I01'],
	},
	{
		instrumen: 'pemdi-2026',
		singkatan: 'Pemdi 2026',
		tahun: 2026,
		indikator: 'I12',
		banyak: 20,
		lain: 2.5,
		nilai: { mandiri: '3,5', dokumen: '2', sanggah: '3' },
		indeks: { mandiri: '2,54', dokumen: '2,48', akhir: '2,52' },
		predikat: 'Baik',
		jalan: ['A4', 'I12'],
	},
];

/** A server with the people of a year at work, on PGlite or on a PostgreSQL database of its own. */
export async function bukaPanggung(postgres: string | null): Promise<Panggung> {
	const dataDir = newDataDir();
	const basis = postgres === null ? null : await createTestPostgres(postgres);
	const env: Record<string, string> = basis ? { DATABASE_URL: basis.url } : {};
	const bersihkan = async () => {
		await basis?.drop();
		removeDir(dataDir);
	};
	try {
		const masuk = await isiOrang(dataDir, env);
		const site = await startSite(env, dataDir);
		return { site, masuk, tutup: () => site.stop().then(bersihkan) };
	} catch (cause) {
		await bersihkan();
		throw cause;
	}
}

/** The assessor is one of another city: the national admin appoints her here. */
async function isiOrang(dataDir: string, env: Record<string, string>): Promise<Panggung['masuk']> {
	return await denganData(
		dataDir,
		async (ctx) => {
			const kota = await idInstansi(ctx, SLUG);
			const unit = (nama: string, jenis: 'kecamatan' | 'kelurahan', indukId: number | null) =>
				insertUnit(ctx.db, { instansiId: kota, indukId, nama, jenis, kode: null });
			const kelurahan = await unit(
				KELURAHAN,
				'kelurahan',
				(await unit('Kecamatan Balikpapan Selatan', 'kecamatan', null)).id,
			);
			const orang = {
				nasional: await buatOrang(ctx, tokoh.nasional, 'admin_nasional', []),
				deputi: await buatOrang(ctx, tokoh.deputi, 'admin_nasional', []),
				reviu: await buatOrang(ctx, tokoh.reviu, 'tim_reviu', []),
				asesor: await buatOrang(ctx, tokoh.asesor, 'asesor_eksternal', [
					await idInstansi(ctx, 'kota-samarinda'),
				]),
				koordinator: await buatOrang(ctx, tokoh.koordinator, 'koordinator', [kota]),
				pj: await buatOrang(ctx, tokoh.pj, 'penanggung_jawab', [kota]),
				internal: await buatOrang(ctx, tokoh.internal, 'asesor_internal', [kota]),
				operator: await buatOrang(ctx, tokoh.operator, 'operator', [kota], kelurahan),
			};
			const masuk: [string, string][] = [];
			for (const [siapa, o] of Object.entries(orang)) masuk.push([siapa, await tautanMasuk(o)]);
			return Object.fromEntries(masuk) as Panggung['masuk'];
		},
		env,
	);
}

/** The workbook of the assessment with every value but one filled in. */
export const isiLembar = (lembar: Buffer, { banyak, indikator, lain }: Babak): Promise<Buffer> =>
	ubahIsi(lembar, (_, xml) => {
		let isi = xml;
		for (let n = 1; n <= banyak; n++) {
			const id = `I${String(n).padStart(2, '0')}`;
			if (id === indikator) continue;
			isi = isiSel(isiSel(isi, id, 'C', lain), id, 'D', 'Perwali 12/2025 pasal 5, hlm. 3');
		}
		return isi;
	});

/** A document that takes more than one piece to upload. */
export const berkasBesar = (): Buffer => Buffer.concat([buatPdf(14), randomBytes(3 * 1024 ** 2)]);
