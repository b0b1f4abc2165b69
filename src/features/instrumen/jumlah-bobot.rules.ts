import type { InstrumenLengkap } from './instrumen.schema.ts';
import type { MasalahKoheren } from './masalah.ts';

type Berbobot = { id: string; bobot: number };

/** Weights sum exactly, in the instrument's units: indicators to aspect, aspects to domain, all to the total. */
export function periksaBobot(instrumen: InstrumenLengkap): MasalahKoheren[] {
	const { satuanBobot, domain, aspek } = instrumen;
	const salah: MasalahKoheren[] = [];
	const jumlah = (path: string, apa: string, bagian: readonly Berbobot[], harus: number) => {
		const ada = bagian.reduce((n, b) => n + b.bobot, 0);
		if (ada !== harus)
			salah.push({ path, kode: 'jumlah_bobot', pesan: `jumlah bobot ${apa} ${ada}, seharusnya ${harus}` });
	};
	domain.forEach((d, n) => {
		jumlah(`domain[${n}].bobot`, `aspek dalam ${d.id}`, d.aspek, d.bobot);
		d.aspek.forEach((a, m) => {
			jumlah(`domain[${n}].aspek[${m}].bobot`, `indikator dalam ${a.id}`, a.indikator, a.bobot);
		});
	});
	aspek.forEach((a, n) => {
		jumlah(`aspek[${n}].bobot`, `indikator dalam ${a.id}`, a.indikator, a.bobot);
	});
	const atas = domain.length > 0 ? domain : aspek;
	jumlah('satuanBobot.total', domain.length > 0 ? 'semua domain' : 'semua aspek', atas, satuanBobot.total);
	if (satuanBobot.total !== satuanBobot.perPersen * 100)
		salah.push({
			path: 'satuanBobot.perPersen',
			kode: 'satuan_bobot',
			pesan: `total ${satuanBobot.total} harus seratus kali satuan per persen (${satuanBobot.perPersen})`,
		});
	return salah;
}
