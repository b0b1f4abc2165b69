import type { z } from '@hono/zod-openapi';
import { tulisAngka } from '#features/hasil/tulis-angka.ts';
import type { InstrumenLengkap } from '#features/instrumen/instrumen.schema.ts';
import { listAspek, listIndikator } from '#scoring/instrumen.ts';
import type { instrumenRingkasSchema } from './instrumen.schema.ts';

/** What a list of instruments says of one. */
export function instrumenRingkasJson(instrumen: InstrumenLengkap): z.infer<typeof instrumenRingkasSchema> {
	const { id, versi, nama, singkatan, tahun, skala, predikat } = instrumen;
	return {
		id,
		versi,
		nama,
		singkatan,
		tahun,
		dasarHukum: instrumen.dasarHukum.peraturan,
		skala: { min: tulisAngka(skala.min), maks: tulisAngka(skala.maks), desimal: skala.desimal },
		jumlah: {
			domain: instrumen.domain.length,
			aspek: listAspek(instrumen).length,
			indikator: listIndikator(instrumen).length,
		},
		aturanPredikat: predikat.aturan,
		aturanPredikatTahun: predikat.aturanTahun,
		predikat: predikat.pita.map((pita) => ({
			nama: pita.nama,
			min: tulisAngka(pita.min),
			maks: tulisAngka(pita.maks),
			maksTermasuk: pita.maksTermasuk,
		})),
	};
}
