import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';

/** A scanner that finds the word VIRUS; `cara` says how it behaves otherwise. */
export async function startClamd(cara: 'biasa' | 'diam' | 'batas' | 'putus' = 'biasa', di?: string) {
	let dipindai = 0;
	const sambungan = new Set<Socket>();
	const server = createServer((soket) => {
		sambungan.add(soket);
		let masuk = Buffer.alloc(0);
		soket.on('error', () => {});
		if (cara === 'putus') return void soket.destroy();
		soket.on('data', (bagian: Buffer) => {
			masuk = Buffer.concat([masuk, bagian]);
			if (cara === 'batas') return void soket.end('INSTREAM size limit exceeded. ERROR\0');
			const isi = bacaAliran(masuk);
			if (cara === 'diam' || isi === null) return;
			dipindai = isi.length;
			soket.end(isi.includes('VIRUS') ? 'stream: Uji.Virus FOUND\0' : 'stream: OK\0');
		});
	});
	if (di) server.listen(di);
	else server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	return {
		alamat: di ?? `127.0.0.1:${(server.address() as AddressInfo).port}`,
		dipindai: () => dipindai,
		close: async () => {
			for (const soket of sambungan) soket.destroy();
			server.close();
			await once(server, 'close');
		},
	};
}

/** The bytes of a whole INSTREAM request; null while it is not whole. */
function bacaAliran(masuk: Buffer): Buffer | null {
	const kepala = 'zINSTREAM\0';
	if (masuk.subarray(0, kepala.length).toString() !== kepala) return null;
	const isi: Buffer[] = [];
	for (let letak = kepala.length; letak + 4 <= masuk.length; ) {
		const panjang = masuk.readUInt32BE(letak);
		if (panjang === 0) return Buffer.concat(isi);
		isi.push(masuk.subarray(letak + 4, letak + 4 + panjang));
		letak += 4 + panjang;
	}
	return null;
}
