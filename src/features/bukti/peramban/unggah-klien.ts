import { DefaultHttpStack, type DetailedError, type HttpRequest, Upload } from 'tus-js-client';

export interface KeadaanUnggah {
	jenis: 'siap' | 'maju' | 'jeda' | 'menunggu' | 'memeriksa' | 'selesai' | 'gagal';
	/** Bytes that the server has, and on their way. */
	terkirim: number;
	/** Reason of a refusal, as the server names it. */
	sebab?: string;
	/** Of a complete upload. */
	tanda?: { id: string; sha256: string; waktu: string };
}

export interface KendaliUnggah {
	jeda: () => void;
	lanjut: () => void;
	/** Gives the upload up, here and on the server. */
	batal: () => Promise<void>;
}

const KIB = 1024;
/** Bytes of the first piece; pieces grow on a good line and shrink on a bad one. */
const BAGIAN_AWAL = 256 * KIB;
const BAGIAN_TERBESAR = 8 * KIB * KIB;
/** Milliseconds between attempts, the last one for ever. */
const JEDA_COBA = [1000, 2000, 5000, 10_000, 20_000];
/** What trying again does not mend. */
const tetapDitolak = new Set([403, 413, 415, 422, 429]);

/**
 * Uploads a file in pieces, each with its SHA-256, and goes on by itself after a cut. The same file chosen again after a
 * reload continues where it was.
 */
export function mulaiUnggah(
	berkas: File,
	tempat: { instansi: number; penilaian: string; indikator: string },
	lapor: (keadaan: KeadaanUnggah) => void,
): KendaliUnggah {
	let terkirim = 0;
	let gagal = 0;
	let tunggu: ReturnType<typeof setTimeout> | undefined;
	let mulaiBagian = 0;
	let henti = false;
	const kabar = (jenis: KeadaanUnggah['jenis'], lain: Partial<KeadaanUnggah> = {}) =>
		lapor({ jenis, terkirim, ...lain });
	const metadata = { ...tempat, instansi: String(tempat.instansi), filename: berkas.name };
	const upload: Upload = new Upload(berkas, {
		endpoint: '/unggahan',
		metadata,
		chunkSize: BAGIAN_AWAL,
		retryDelays: null,
		removeFingerprintOnSuccess: true,
		httpStack: new TumpukanBersidik(),
		fingerprint: async (f) => ['matang', ...Object.values(tempat), f.name, f.size, f.lastModified].join('|'),
		onProgress: (sudah, semua) => {
			terkirim = sudah;
			kabar(sudah === semua ? 'memeriksa' : 'maju');
		},
		onChunkComplete: (_, sudah) => {
			terkirim = sudah;
			gagal = 0;
			upload.options.chunkSize = ukurBagian(
				upload.options.chunkSize ?? BAGIAN_AWAL,
				Date.now() - mulaiBagian,
			);
			mulaiBagian = Date.now();
		},
		onSuccess: ({ lastResponse }) => {
			const id = upload.url?.split('/').at(-1) ?? '';
			const sha256 = lastResponse.getHeader('Upload-Sha256') ?? '';
			kabar('selesai', { tanda: { id, sha256, waktu: lastResponse.getHeader('Upload-Waktu') ?? '' } });
		},
		onError: (galat) => {
			if (henti) return;
			const jawab = 'originalResponse' in galat ? (galat as DetailedError).originalResponse : null;
			const sebab = jawab?.getHeader('Matang-Sebab') ?? sebabDari(galat);
			if (jawab && tetapDitolak.has(jawab.getStatus())) return kabar('gagal', { sebab: sebab ?? 'lain' });
			if (sebab === 'belum_masuk' || sebab === 'penyimpanan_penuh') return kabar('gagal', { sebab });
			kabar('menunggu', sebab ? { sebab } : {});
			tunggu = setTimeout(lanjut, JEDA_COBA[Math.min(gagal++, JEDA_COBA.length - 1)]);
		},
	});
	const lanjut = () => {
		clearTimeout(tunggu);
		henti = false;
		mulaiBagian = Date.now();
		upload.start();
	};
	const jeda = () => {
		henti = true;
		clearTimeout(tunggu);
		void upload.abort();
		kabar('jeda');
	};
	const sinyal = () => {
		if (tunggu !== undefined && !henti) lanjut();
	};
	addEventListener('online', sinyal);
	kabar('siap');
	void upload.findPreviousUploads().then(([lama]) => {
		if (lama) upload.resumeFromPreviousUpload(lama);
		if (!henti) lanjut();
	});
	return {
		jeda,
		lanjut,
		batal: async () => {
			jeda();
			removeEventListener('online', sinyal);
			await upload.abort(true).catch(() => {}); // what stays there expires by itself
		},
	};
}

/** Pieces that take about one to ten seconds. */
function ukurBagian(kini: number, ms: number): number {
	if (ms < 1500) return Math.min(kini * 2, BAGIAN_TERBESAR);
	return ms > 10_000 ? Math.max(kini / 2, 64 * KIB) : kini;
}

const sebabDari = (galat: Error): string | undefined =>
	(galat as { causingError?: { sebab?: string } }).causingError?.sebab;

/** Requests of the library with the hash of each piece, and without its habit of starting over when a server is away. */
class TumpukanBersidik extends DefaultHttpStack {
	constructor() {
		super({});
	}
	override createRequest(method: string, url: string): HttpRequest {
		const minta = super.createRequest(method, url);
		const kirim = minta.send.bind(minta);
		minta.send = async (isi: Blob | null) => {
			if (isi && method === 'PATCH' && globalThis.crypto?.subtle) {
				const sidik = new Uint8Array(await crypto.subtle.digest('SHA-256', await isi.arrayBuffer()));
				minta.setHeader('Upload-Checksum', `sha256 ${btoa(String.fromCharCode(...sidik))}`);
			}
			const jawab = await kirim(isi);
			const status = jawab.getStatus();
			if (method === 'HEAD' && (status >= 500 || status === 401))
				throw Object.assign(new Error(`HEAD ${status}`), { sebab: jawab.getHeader('Matang-Sebab') });
			return jawab;
		};
		return minta;
	}
}
