import type { Ctx } from '#platform/ctx.ts';
import type { Lang } from '#ui/lang.ts';
import type { Status } from '../periksa/hasil.rules.ts';
import { tulisPesan } from '../periksa/pesan.copy.ts';
import { readKatalog } from '../periksa/read-katalog.ts';
import { daftarServer, namaServer, perluPerbaikan } from '../periksa/susun-hasil.rules.ts';
import type { PeriksaUtuh } from './periksa.store.ts';

export const daftarKelompok = ['TLS', 'HDR', 'CKI', 'DNS', 'WEB', 'LAIN'] as const;
export type Kelompok = (typeof daftarKelompok)[number];

/** One result as the page shows it. */
export interface HasilTampil {
	id: string;
	nama: string;
	status: Status;
	pesan: string;
	keparahan: string;
	acuan: string;
	kendali: { id: string; ringkas: string }[];
	/** How to mend it: in words, then for each server; empty where there is nothing to mend. */
	perbaikan: { server: string | null; teks: string }[];
}

const urutan: Record<Status, number> = {
	GAGAL: 0,
	GALAT: 1,
	INFO: 2,
	'TIDAK DIUJI': 3,
	LULUS: 4,
	'TIDAK BERLAKU': 5,
};

/** The results in groups, what needs mending first. */
export function susunTampilan(ctx: Pick<Ctx, 'dir'>, p: Pick<PeriksaUtuh, 'hasil'>, lang: Lang) {
	const katalog = readKatalog(ctx);
	const semua = p.hasil.map((h): HasilTampil => {
		const cek = katalog.pemeriksaan.get(h.id);
		return {
			...{ id: h.id, status: h.status, pesan: tulisPesan(h, lang) },
			nama: cek?.nama[lang] ?? h.id,
			keparahan: cek?.keparahan ?? '',
			acuan: cek?.acuan ?? '',
			kendali: (cek?.kendali ?? []).map((id) => ({ id, ringkas: katalog.kendali.get(id)?.ringkas ?? '' })),
			perbaikan:
				cek && perluPerbaikan(h)
					? [
							{ server: null, teks: cek.perbaikan.umum[lang] },
							...daftarServer.flatMap((s) => {
								const teks = cek.perbaikan[s];
								return teks ? [{ server: namaServer[s], teks }] : [];
							}),
						]
					: [],
		};
	});
	const kelompokOf = (id: string): Kelompok => daftarKelompok.find((k) => id.startsWith(k)) ?? 'LAIN';
	return daftarKelompok.flatMap((kelompok) => {
		const isi = semua
			.filter((h) => kelompokOf(h.id) === kelompok)
			.sort((a, b) => urutan[a.status] - urutan[b.status]);
		return isi.length > 0 ? [{ kelompok, isi }] : [];
	});
}

/** Checks that are no probes, and the thresholds with their source. */
export function readKeterangan(ctx: Pick<Ctx, 'dir'>) {
	const { berkas } = readKatalog(ctx);
	return {
		bukti: berkas.permintaanBukti.map(({ id, nama, terpenuhi }) => ({ id, nama, terpenuhi })),
		ambang: Object.entries(berkas.ambang).map(([nama, a]) => ({ nama, ...a })),
		ketidakpastian: berkas.ketidakpastian,
	};
}

/** Checks that only run where a permit names them. */
export const listTambahan = (ctx: Pick<Ctx, 'dir'>, lang: Lang): { id: string; nama: string }[] =>
	readKatalog(ctx)
		.berkas.pemeriksaan.filter((p) => p.cara === 'tambahan')
		.map(({ id, nama }) => ({ id, nama: nama[lang] }));
