import type { Baris } from './baris.ts';
import { tabelAlur, tabelNasional } from './tabel-alur.ts';
import { tabelMeja, tabelRuang } from './tabel-kerja.ts';
import { tabelAkun, tabelPublik } from './tabel-publik.ts';

/** Who may do what: every door of Matang, walked in this order by `izin.test.ts`. */
export const tabel: readonly Baris[] = [
	...tabelPublik,
	...tabelRuang,
	...tabelMeja,
	...tabelAlur,
	...tabelNasional,
	...tabelAkun,
];
