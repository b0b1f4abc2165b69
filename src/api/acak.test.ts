import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { muatAwal } from '#features/hasil/muat-awal.ts';
import { describeDatabase } from '#platform/database/testing.ts';
import { bukaKlien, type OperasiUji, periksaJawaban } from './api-testing.ts';
import type { Skema } from './skema-testing.ts';

const banyak = 300;

/** Values from the schema of a door, and now and then something that it forbids. */
function arbitrer(skema: Skema, komponen: Record<string, Skema>): fc.Arbitrary<unknown> {
	if (skema.$ref) return arbitrer(komponen[skema.$ref.split('/').at(-1) ?? ''] ?? {}, komponen);
	const sah = arbitrerSah(skema, komponen);
	return fc.oneof({ weight: 5, arbitrary: sah }, { weight: 1, arbitrary: fc.jsonValue() });
}

function arbitrerSah(skema: Skema, komponen: Record<string, Skema>): fc.Arbitrary<unknown> {
	if (skema.enum) return fc.constantFrom(...skema.enum);
	if (skema.anyOf) return fc.oneof(...skema.anyOf.map((satu) => arbitrer(satu, komponen)));
	const jenis = [skema.type ?? 'null'].flat();
	const contoh = skema.example === undefined ? [] : [fc.constant(skema.example)];
	return fc.oneof(...contoh, ...jenis.map((satu) => arbitrerJenis(satu, skema, komponen)));
}

function arbitrerJenis(jenis: string, skema: Skema, komponen: Record<string, Skema>): fc.Arbitrary<unknown> {
	if (jenis === 'integer') return fc.integer({ min: skema.minimum ?? -10, max: skema.maximum ?? 10 });
	if (jenis === 'number') return fc.oneof(fc.integer({ min: 0, max: 6 }), fc.double());
	if (jenis === 'string') return fc.string({ unit: 'binary', maxLength: skema.maxLength ?? 30 });
	if (jenis === 'array')
		return fc.array(arbitrer(skema.items ?? {}, komponen), { minLength: 0, maxLength: 50 });
	if (jenis !== 'object') return fc.constant(null);
	const isi = Object.entries(skema.properties ?? {}).map(
		([nama, s]) => [nama, arbitrer(s, komponen)] as const,
	);
	if (isi.length > 0) return fc.record(Object.fromEntries(isi), { requiredKeys: [] });
	const kunci = fc.oneof(fc.constantFrom('I01', 'I35', 'I47'), fc.string());
	const lain = skema.additionalProperties;
	return fc.dictionary(kunci, arbitrer(typeof lain === 'object' ? lain : {}, komponen));
}

/** A request to the operation: each parameter may be missing, and an unknown one may come along. */
function permintaan({ jalur, parameter, isi }: OperasiUji, komponen: Record<string, Skema>) {
	const teks = (nilai: unknown) => (typeof nilai === 'string' ? nilai : JSON.stringify(nilai));
	const medan = Object.fromEntries(parameter.map((p) => [p.name, arbitrer(p.schema, komponen)]));
	return fc
		.tuple(
			fc.record(medan, { requiredKeys: parameter.filter((p) => p.in === 'path').map((p) => p.name) }),
			fc.option(fc.tuple(fc.string({ minLength: 1 }), fc.string()), { freq: 20 }),
			isi ? arbitrer(isi, komponen) : fc.constant(undefined),
		)
		.map(([nilai, asing, badan]) => {
			const kueri = new URLSearchParams(asing ? [asing] : []);
			for (const p of parameter)
				if (p.in === 'query' && p.name in nilai) kueri.append(p.name, teks(nilai[p.name]));
			const path = jalur.replaceAll(/\{(.+?)\}/g, (_, nama: string) =>
				encodeURIComponent(teks(nilai[nama]).toWellFormed().replace(/^\.*$/, '-')),
			);
			return { path: `${path}?${kueri}`, badan };
		});
}

describeDatabase('API dengan masukan acak', (get) => {
	const klien = bukaKlien(() => get().ctx);
	beforeAll(() => muatAwal(get().ctx, () => {}), 120_000);

	it.each(klien.operasi.map((o) => [o.operationId, o] as const))(
		'%s tidak pernah galat dan selalu menjawab seperti yang didokumentasikan',
		async (_, operasi) => {
			await fc.assert(
				fc.asyncProperty(permintaan(operasi, klien.komponen), async ({ path, badan }) => {
					const jawaban = await klien.minta(operasi.metode, path, badan);
					expect(jawaban.status).toBeLessThan(500);
					if (jawaban.status !== 404 || operasi.jawaban[404])
						expect(periksaJawaban(klien, operasi.metode, path, jawaban)).toEqual([]);
				}),
				{ numRuns: banyak },
			);
		},
		120_000,
	);
});
