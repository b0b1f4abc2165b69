import { randomInt } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { getServers, promises } from 'node:dns';
import { connect, isIP } from 'node:net';
import { type Answer, type DecodedPacket, decode, encode, type RecordType } from 'dns-packet';
import { type Alamat, parseAlamat } from './alamat.rules.ts';
import type { Alat } from './alat.ts';
import { berbatas } from './sambung.ts';

export type JawabanDns =
	| { keadaan: 'ada'; jawaban: Answer[]; sah: boolean; bertanda: boolean }
	| { keadaan: 'tidak_ada'; sah: boolean; bertanda: boolean }
	/** The name itself does not exist. */
	| { keadaan: 'tanpa_nama'; sah: boolean; bertanda: boolean }
	/** The resolver refuses or fails: with broken signatures it says so too. */
	| { keadaan: 'gagal'; rinci: string };

const WAKTU = 3_000;
/** AUTHENTIC_DATA, RECURSION_DESIRED, CHECKING_DISABLED. */
const [AD, RD, CD] = [1 << 5, 1 << 8, 1 << 4];

/** How this machine itself would look the name up, its own table of hosts included. */
export async function cariAlamatMesin(nama: string): Promise<Alamat[]> {
	const hasil = await promises.lookup(nama, { all: true, order: 'ipv4first' }).catch(() => []);
	return hasil.flatMap(({ address }) => parseAlamat(address) ?? []);
}

/** The resolvers that this machine is set to use. */
export const resolverMesin = (): string[] => getServers();

/**
 * One question to the configured resolver, signatures asked for. The query goes over UDP, again over TCP where the
 * answer was cut, and to the next resolver where there was none.
 * @param tanpaPeriksa ask for the answer even where its signatures are broken
 */
export async function tanyaDns(
	alat: Alat,
	nama: string,
	jenis: RecordType,
	guna: string,
	tanpaPeriksa = false,
): Promise<JawabanDns> {
	let rinci = 'tidak ada resolver';
	for (const resolver of alat.henti?.aborted ? [] : alat.resolver.slice(0, 2)) {
		try {
			const paket = await tanya(resolver, nama, jenis, tanpaPeriksa);
			catat(alat, resolver, nama, jenis, guna);
			return bacaPaket(paket, jenis);
		} catch (error) {
			rinci = String((error as NodeJS.ErrnoException).code ?? (error as Error).message).slice(0, 80);
			catat(alat, resolver, nama, jenis, guna, rinci);
		}
	}
	return { keadaan: 'gagal', rinci };
}

function bacaPaket(paket: DecodedPacket, jenis: RecordType): JawabanDns {
	const { rcode } = paket as DecodedPacket & { rcode: string };
	const [sah, jawaban] = [paket.flag_ad === true, paket.answers ?? []];
	const bertanda = [...jawaban, ...(paket.authorities ?? [])].some((a) => a.type === 'RRSIG');
	if (rcode === 'NXDOMAIN') return { keadaan: 'tanpa_nama', sah, bertanda };
	if (rcode !== 'NOERROR') return { keadaan: 'gagal', rinci: rcode };
	const cocok = jawaban.filter((a) => a.type === jenis);
	return cocok.length > 0
		? { keadaan: 'ada', jawaban: cocok, sah, bertanda }
		: { keadaan: 'tidak_ada', sah, bertanda };
}

async function tanya(
	resolver: string,
	nama: string,
	jenis: RecordType,
	tanpaPeriksa: boolean,
): Promise<DecodedPacket> {
	const id = randomInt(65_536);
	const byte = encode({
		type: 'query',
		id,
		flags: RD | AD | (tanpaPeriksa ? CD : 0),
		questions: [{ type: jenis, name: nama, class: 'IN' }],
		additionals: [
			{
				type: 'OPT',
				name: '.',
				udpPayloadSize: 1232,
				flags: 1 << 15,
				ednsVersion: 0,
				extendedRcode: 0,
				options: [],
				flag_do: true,
			},
		],
	});
	const cocok = (paket: DecodedPacket) => {
		const [soal] = paket.questions ?? [];
		return (
			paket.id === id &&
			paket.type === 'response' &&
			soal?.type === jenis &&
			soal.name.toLowerCase() === nama.toLowerCase()
		);
	};
	const { host, porta } = bacaResolver(resolver);
	const lewatUdp = await berbatas(WAKTU, kirimUdp(host, porta, byte, cocok));
	return lewatUdp.flag_tc ? await berbatas(WAKTU, kirimTcp(host, porta, byte, cocok)) : lewatUdp;
}

function bacaResolver(teks: string): { host: string; porta: number } {
	const kurung = /^\[(.+)\](?::(\d+))?$/.exec(teks);
	if (kurung) return { host: kurung[1] ?? '', porta: Number(kurung[2] ?? 53) };
	const [host = '', porta] = isIP(teks) ? [teks] : teks.split(':');
	return { host, porta: Number(porta ?? 53) };
}

type Cocok = (paket: DecodedPacket) => boolean;

/** A connected socket: the system drops what comes from elsewhere. What does not belong to the question is ignored. */
async function kirimUdp(host: string, porta: number, byte: Buffer, cocok: Cocok): Promise<DecodedPacket> {
	const socket = createSocket(isIP(host) === 6 ? 'udp6' : 'udp4');
	const jam = setTimeout(() => socket.emit('error', new Error('waktu habis')), WAKTU);
	try {
		return await new Promise((selesai, gagal) => {
			socket.on('error', gagal);
			socket.on('message', (pesan) => {
				const paket = uraikan(pesan);
				if (paket && cocok(paket)) selesai(paket);
			});
			socket.connect(porta, host, () => socket.send(byte));
		});
	} finally {
		clearTimeout(jam);
		socket.close();
	}
}

async function kirimTcp(host: string, porta: number, byte: Buffer, cocok: Cocok): Promise<DecodedPacket> {
	const socket = connect({ host, port: porta });
	const jam = setTimeout(() => socket.destroy(new Error('waktu habis')), WAKTU);
	try {
		return await new Promise((selesai, gagal) => {
			let terkumpul = Buffer.alloc(0);
			socket.once('error', gagal).once('close', () => gagal(new Error('putus')));
			socket.on('data', (potong: Buffer) => {
				terkumpul = Buffer.concat([terkumpul, potong]);
				const panjang = terkumpul.length >= 2 ? terkumpul.readUInt16BE(0) : Number.POSITIVE_INFINITY;
				const paket = terkumpul.length >= panjang + 2 ? uraikan(terkumpul.subarray(2, panjang + 2)) : null;
				if (paket && cocok(paket)) selesai(paket);
				else if (terkumpul.length > 65_537) gagal(new Error('jawaban terlalu panjang'));
			});
			const kepala = Buffer.alloc(2);
			kepala.writeUInt16BE(byte.length);
			socket.write(Buffer.concat([kepala, byte]));
		});
	} finally {
		clearTimeout(jam);
		socket.destroy();
	}
}

function uraikan(pesan: Buffer): DecodedPacket | null {
	try {
		return decode(pesan);
	} catch {
		return null;
	}
}

function catat(alat: Alat, resolver: string, nama: string, jenis: string, guna: string, sebab?: string) {
	alat.catat({
		waktu: alat.clock().toISOString(),
		ke: resolver,
		untuk: `${nama} ${jenis}`,
		guna,
		hasil: sebab === undefined ? 'terjawab' : 'gagal',
		...(sebab !== undefined && { sebab }),
	});
}
