import { connect, type Socket } from 'node:net';
import { type Alamat, parseAlamat } from './alamat.rules.ts';
import type { Alat } from './alat.ts';
import { type AlasanSambung, canSambung } from './izin-periksa.rules.ts';
import { type Target, tulisTarget } from './sasaran.rules.ts';

/** The address that a name was found at once; every connection goes there and nowhere else. */
export interface Tujuan extends Target {
	alamat: Alamat;
}

export type Gagal = {
	ok: false;
	sebab: 'izin' | 'waktu' | 'tertutup' | 'putus' | 'sambungan';
	rinci: string;
};

/**
 * The only place from which a connection to a target leaves. The permit is asked again for this very address, the
 * connection is made to the number (no name is looked up again), and the far end is compared once it stands.
 * One connection at a time per address; `pakai` has the socket until its promise ends or the time is up.
 */
export async function denganSambungan<T>(
	alat: Alat,
	tujuan: Tujuan,
	guna: string,
	pakai: (socket: Socket) => Promise<T>,
): Promise<{ ok: true; value: T } | Gagal> {
	const boleh = canSambung(alat.izin, tujuan, tujuan.alamat);
	if (!boleh.ok) return tolakIzin(alat, tujuan, guna, boleh.reason);
	return await alat.laju.giliran(tujuan.alamat.teks, alat.batas.jeda, async () => {
		if (alat.henti?.aborted) return bacaGagal(new WaktuHabis());
		const socket = await bukaSocket(alat, tujuan);
		if (!socket.ok) {
			catat(alat, tujuan, guna, 'gagal', socket.rinci);
			return socket;
		}
		catat(alat, tujuan, guna, 'tersambung');
		try {
			return { ok: true as const, value: await berbatas(2 * alat.batas.tukar, pakai(socket.value)) };
		} catch (error) {
			return bacaGagal(error);
		} finally {
			socket.value.on('error', () => undefined);
			socket.value.destroy();
		}
	});
}

function tolakIzin(alat: Alat, tujuan: Tujuan, guna: string, sebab: AlasanSambung): Gagal {
	catat(alat, tujuan, guna, 'ditolak_izin', sebab);
	return { ok: false, sebab: 'izin', rinci: sebab };
}

async function bukaSocket(
	alat: Alat,
	{ alamat, porta }: Tujuan,
): Promise<{ ok: true; value: Socket } | Gagal> {
	const socket = connect({ host: alamat.teks, port: porta, family: alamat.versi, autoSelectFamily: false });
	try {
		await berbatas(
			alat.batas.sambung,
			new Promise<void>((selesai, gagal) => socket.once('connect', selesai).once('error', gagal)),
		);
		const sana = parseAlamat(socket.remoteAddress ?? '');
		if (sana?.angka !== alamat.angka || sana.versi !== alamat.versi) throw new Error('alamat berbeda');
		return { ok: true, value: socket };
	} catch (error) {
		socket.on('error', () => undefined);
		socket.destroy();
		return bacaGagal(error);
	}
}

/** Thrown when an exchange takes longer than it may. */
export class WaktuHabis extends Error {}

export async function berbatas<T>(ms: number, kerja: Promise<T>): Promise<T> {
	let jam: NodeJS.Timeout | undefined;
	const habis = new Promise<never>((_, gagal) => {
		jam = setTimeout(() => gagal(new WaktuHabis('waktu habis')), ms);
	});
	kerja.catch(() => undefined);
	try {
		return await Promise.race([kerja, habis]);
	} finally {
		clearTimeout(jam);
	}
}

export function bacaGagal(error: unknown): Gagal {
	const { code = '', message = '' } = error as NodeJS.ErrnoException;
	const rinci = (code || message).slice(0, 120);
	if (error instanceof WaktuHabis) return { ok: false, sebab: 'waktu', rinci: 'waktu habis' };
	if (code === 'ECONNREFUSED') return { ok: false, sebab: 'tertutup', rinci };
	if (code === 'ECONNRESET' || code === 'EPIPE') return { ok: false, sebab: 'putus', rinci };
	return { ok: false, sebab: 'sambungan', rinci };
}

function catat(
	alat: Alat,
	tujuan: Tujuan,
	guna: string,
	hasil: 'tersambung' | 'gagal' | 'ditolak_izin',
	sebab?: string,
) {
	alat.catat({
		waktu: alat.clock().toISOString(),
		ke: tulisTarget({ host: tujuan.alamat.teks, porta: tujuan.porta }),
		untuk: tulisTarget(tujuan),
		guna,
		hasil,
		...(sebab !== undefined && { sebab }),
	});
}
