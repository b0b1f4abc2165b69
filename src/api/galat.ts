import type { Hook } from '@hono/zod-openapi';
import type { Context, ErrorHandler, NotFoundHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { z } from 'zod';
import { listMasalahSkema } from '#features/instrumen/pesan-skema.ts';
import type { ApiEnv } from './api-env.ts';
import { type BadanGalat, daftarGalat, type KodeGalat, type Masalah } from './galat.schema.ts';

/** A refusal that a door throws; answered in the one error format. */
export class Galat extends Error {
	readonly kode: KodeGalat;
	readonly masalah: Masalah[] | undefined;

	constructor(kode: KodeGalat, pesan: string, masalah?: Masalah[]) {
		super(pesan);
		this.kode = kode;
		this.masalah = masalah;
	}
}

/** Input that cannot be used, at one place. */
export function tolak(path: string, message: string): Galat {
	return new Galat('masukan_tidak_sah', pesanMasukan, [{ path, message }]);
}

const pesanMasukan = 'Masukan tidak dapat dipakai; lihat masalah.';
const pesanTidakAda = 'Tidak ada yang ditemukan di alamat ini. Daftar jalur: /api/v1/openapi.json.';

export function badanGalat({ kode, message, masalah }: Galat): BadanGalat {
	return { galat: { kode, pesan: message, ...(masalah ? { masalah } : {}) } };
}

const jawab = (c: Context, galat: Galat) => c.json(badanGalat(galat), daftarGalat[galat.kode]);

/** Invalid input is 422 with path and message, for every route. */
export const defaultHook: Hook<unknown, ApiEnv, string, unknown> = (result, c) => {
	if (result.success) return undefined;
	return jawab(
		c,
		new Galat(
			'masukan_tidak_sah',
			pesanMasukan,
			listMasalahSkema(result.error as unknown as z.ZodError).map(({ path, pesan }) => ({
				path,
				message: pesan,
			})),
		),
	);
};

export const notFound: NotFoundHandler<ApiEnv> = (c) => jawab(c, new Galat('tidak_ditemukan', pesanTidakAda));

/** Expected refusals as they are; the unexpected is logged and answered without detail. */
export const onError: ErrorHandler<ApiEnv> = (error, c) => {
	if (error instanceof Galat) return jawab(c, error);
	const status = error instanceof HTTPException ? error.status : (error as { status?: unknown }).status;
	if (status === 400)
		return jawab(
			c,
			new Galat('json_tidak_terbaca', 'Isi permintaan bukan JSON yang sah.', [
				{ path: '', message: 'harus objek JSON, misalnya {"instrumen": "spbe-2020", "nilai": [3, 1, null]}' },
			]),
		);
	if (status === 415)
		return jawab(c, new Galat('isi_bukan_json', 'Kirim JSON dengan content-type: application/json.'));
	if (status === 413) return jawab(c, terlaluBesar());
	const id = c.req.header('x-request-id');
	c.env.ctx.log.error({ err: error, id }, 'galat tak terduga di API');
	return jawab(c, new Galat('galat_peladen', 'Terjadi galat pada peladen dan sudah dicatat.'));
};

export const batasIsi = 64 * 1024;

export function terlaluBesar(): Galat {
	return new Galat('isi_terlalu_besar', `Isi permintaan paling besar ${batasIsi / 1024} KB.`);
}
