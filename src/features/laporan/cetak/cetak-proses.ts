/** The process that turns documents into PDF: native code whose memory goes back when the process ends. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { gantiHuruf, hurufHilang, type PermintaanCetak } from './cetak.rules.ts';

const sini = dirname(fileURLToPath(import.meta.url));
const penyusun = NodeCompiler.create({ workspace: sini });
const templat = new Map<string, string>();

function cetak({ nama, data, standar, waktu }: PermintaanCetak): Buffer {
	const isi = templat.get(nama) ?? readFileSync(join(sini, `${nama}.typ`), 'utf8');
	templat.set(nama, isi);
	let json = data;
	for (let putaran = 0; ; putaran++) {
		try {
			const hasil = penyusun.compile({ mainFileContent: isi, inputs: { data: json } });
			if (!hasil.result)
				throw new Error(JSON.stringify(hasil.takeError()?.shortDiagnostics ?? 'tanpa hasil'));
			return penyusun.pdf(hasil.result, { pdfStandard: standar, creationTimestamp: waktu });
		} catch (error) {
			const hilang = hurufHilang(String(error));
			if (putaran === 3 || (putaran === 0 && hilang.length === 0)) throw error;
			json = gantiHuruf(json, putaran === 2 ? 'semua' : hilang);
		}
	}
}

process.on('message', (p: PermintaanCetak) => {
	try {
		process.send?.({ id: p.id, isi: cetak(p) });
	} catch (error) {
		process.send?.({ id: p.id, galat: String(error).slice(0, 2000) });
	}
	penyusun.evictCache(5);
});
process.on('disconnect', () => process.exit(0));
