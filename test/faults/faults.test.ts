import { describe, expect, it } from 'vitest';
import { acakDari, semuaSkenario } from './skenario.ts';

// A small sample of `npm run faults`.
const benih = Math.floor(Math.random() * 2 ** 31);

for (const jenis of ['pglite', 'postgresql'] as const)
	describe.skipIf(jenis === 'postgresql' && !process.env.TEST_DATABASE_URL)(
		`gangguan (${jenis}, benih ${benih})`,
		() => {
			for (const [nama, skenario] of Object.entries(semuaSkenario))
				it(`${nama}: tidak ada yang hilang, ganda, atau setengah jadi`, async ({ skip }) => {
					const hasil = await skenario({ jenis, siklus: 3, penulis: 24, acak: acakDari(benih) });
					if (/^dilewati/i.test(hasil.keterangan)) {
						process.stderr.write(`\nPERHATIAN: ${nama} (${jenis}) ${hasil.keterangan}\n`);
						skip();
					}
					expect(hasil).toEqual({ pelanggaran: [], keterangan: expect.any(String) });
				}, 600_000);
		},
	);
