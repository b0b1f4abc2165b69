import { z } from 'zod';

const tahun = z.coerce.number().int().min(2000).max(2100);

/** `?tahun=2022`; anything else is ignored, so that a bad address still shows the newest year. */
export const tahunQuery = z.object({ tahun: tahun.optional().catch(undefined) });

/** `?jenis=kota&provinsi=64` of the index of institutions. */
export const daftarQuery = z.object({
	jenis: z.string().max(40).optional().catch(undefined),
	provinsi: z.string().max(10).optional().catch(undefined),
});

export const unduhQuery = z.object({ format: z.enum(['csv', 'xlsx', 'json']).default('csv') });

export const simpulParam = z.object({ tahun, simpul: z.string().regex(/^(?:indeks|[A-Z]\d{1,3}[a-z]?)$/) });
