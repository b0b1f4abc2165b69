import { aturanHak } from './aturan-hak.rules.ts';
import { aturanMasa } from './aturan-masa.rules.ts';
import { aturanOrang } from './aturan-orang.rules.ts';
import type { Aturan } from './bentuk-aturan.rules.ts';

/** All rules in the order of their numbers. */
export const daftarAturan: readonly Aturan[] = [...aturanMasa, ...aturanOrang, ...aturanHak].sort((a, b) =>
	a.id < b.id ? -1 : 1,
);
