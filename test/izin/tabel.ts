import type { Baris } from './baris.ts';
import { tabelAkses } from './tabel-akses.ts';
import { tabelAkun } from './tabel-akun.ts';
import { tabelAlur, tabelNasional } from './tabel-alur.ts';
import { tabelAudit } from './tabel-audit.ts';
import { tabelKebijakan } from './tabel-kebijakan.ts';
import { tabelMeja, tabelRuang } from './tabel-kerja.ts';
import { tabelJejak, tabelKerjasama } from './tabel-kerjasama.ts';
import { tabelLaporan, tabelLaporanTerbit } from './tabel-laporan.ts';
import { tabelAsesor, tabelPaket } from './tabel-paket.ts';
import { tabelPublik } from './tabel-publik.ts';
import { tabelRencana } from './tabel-rencana.ts';
import { tabelTindakan } from './tabel-tindakan.ts';

/** Doors by room; `acak.test.ts` goes room by room. */
export const kelompokPintu = {
	'umum dan akun': [...tabelPublik, ...tabelLaporanTerbit, ...tabelAkun],
	'ruang kerja': tabelRuang,
	kerjasama: [...tabelKerjasama, ...tabelJejak],
	kebijakan: tabelKebijakan,
	rencana: tabelRencana,
	tindakan: tabelTindakan,
	'hak akses': tabelAkses,
	audit: tabelAudit,
	'meja indikator': tabelMeja,
	laporan: tabelLaporan,
	'paket dan asesor': [...tabelPaket, ...tabelAsesor],
	alur: tabelAlur,
	nasional: tabelNasional,
} as const;

/** Who may do what: every door of Matang, walked in this order by `izin.test.ts`. */
export const tabel: readonly Baris[] = [
	...tabelPublik,
	...tabelLaporanTerbit,
	...tabelRuang,
	...tabelMeja,
	...tabelKebijakan,
	...tabelRencana,
	...tabelTindakan,
	...tabelAkses,
	...tabelAudit,
	...tabelPaket,
	...tabelAsesor,
	...tabelLaporan,
	...tabelKerjasama,
	...tabelJejak,
	...tabelAlur,
	...tabelNasional,
	...tabelAkun,
];
