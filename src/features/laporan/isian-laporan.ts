/** A year of an address; 0, which no result has, for anything that is none. */
export const bacaTahunLaporan = (teks: string): number => (/^\d{4}$/.test(teks) ? Number(teks) : 0);

export const formatTerbit = ['pdf', 'xlsx'] as const;
