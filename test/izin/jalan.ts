import type { Baris, Siapa } from './baris.ts';
import type { Dunia, Pelaku } from './dunia.ts';

/** How a door answers: the right is there, sent to sign in, or refused with a status. */
export type Jawab = 'boleh' | 'masuk' | 403 | 404 | 409;

/** Nobody signed in. */
export const anonim = null;

/** What the table says for this person, who may be nobody. Whose session ended is nobody. */
export function harapkan({ siapa }: Baris, pelaku: Pelaku | null): Jawab {
	if (siapa === 'semua') return 'boleh';
	if (!pelaku || isKeluar(pelaku)) return 'masuk';
	if (siapa === 'masuk') return 'boleh';
	if ('nasionalSaja' in siapa)
		return pelaku.letak === 'nasional' && ada(siapa.nasionalSaja, pelaku) ? 'boleh' : 403;
	return diInstansi(siapa, pelaku);
}

function diInstansi(siapa: Siapa, pelaku: Pelaku): Jawab {
	const { letak } = pelaku;
	if (letak === 'lain' || letak === 'dicabut') return 404;
	if (ada(siapa[letak], pelaku)) return 'boleh';
	if (letak === 'instansi' && ada(siapa.lewat ?? '', pelaku)) return 409;
	const tolak = (siapa.tolak ?? 403) as Jawab;
	return letak === 'unit' || letak === 'saudara' ? ((siapa.tolakBatas ?? tolak) as Jawab) : tolak;
}

const ada = (daftar: string, { peran }: Pelaku) => daftar.split(' ').includes(peran);

/** Of those whose right ends, these sign out; the others lose their role while the session lives on. */
export const isKeluar = ({ letak, peran }: Pelaku) =>
	letak === 'dicabut' && ['admin_nasional', 'tim_reviu', 'pimpinan'].includes(peran);

/** Those who may, national roles first, in the order in which the row names them. */
export function urutkan({ siapa }: Baris, boleh: readonly Pelaku[]): Pelaku[] {
	if (typeof siapa === 'string' || 'nasionalSaja' in siapa) return [...boleh];
	const urutan = `${siapa.nasional} ${siapa.instansi} ${siapa.unit} ${siapa.saudara}`.split(' ');
	return boleh.toSorted((a, b) => urutan.indexOf(a.peran) - urutan.indexOf(b.peran));
}

let n = 0;

/** Fills in what was prepared. @throws where the row names what is not there. */
export function isikan(teks: string, bahan: Record<string, string>): string {
	return teks.replaceAll(/\{(\w+)\}/g, (_, nama: string) => {
		const isi = nama === 'n' ? String(n) : bahan[nama];
		if (isi === undefined) throw new Error(`bahan {${nama}} tidak ada`);
		return isi;
	});
}

export interface Jawaban {
	status: number;
	/** Where it sends to; empty where it does not. */
	ke: string;
	teks: string;
}

/** Asks as a page does; a form action answers as it does to a page's script, without rendering the page again. */
export async function minta(
	url: string,
	baris: Pick<Baris, 'alamat' | 'isian' | 'berkas' | 'json'>,
	bahan: Dunia['bahan'],
	kuki: string | null,
): Promise<Jawaban> {
	n++;
	const tujuan = new URL(isikan(baris.alamat, bahan), url);
	const isian = baris.isian ?? (baris.berkas ? {} : null);
	const json = baris.json !== undefined;
	const kirim = json || isian !== null;
	const jawaban = await fetch(tujuan, {
		method: kirim ? 'POST' : 'GET',
		headers: {
			origin: url,
			accept: kirim ? 'application/json' : 'text/html',
			...(kuki && { cookie: kuki }),
			...(json && { 'content-type': 'application/json' }),
		},
		redirect: 'manual',
		body: json ? JSON.stringify(baris.json) : isian && susunForm(isian, baris.berkas, bahan),
	});
	const teks = await jawaban.text();
	const pindah = /^\{"type":"redirect"/.test(teks)
		? (JSON.parse(teks) as { status: number; location: string })
		: null;
	return {
		status: pindah?.status ?? jawaban.status,
		ke: pindah?.location ?? jawaban.headers.get('location') ?? '',
		teks,
	};
}

function susunForm(
	isian: NonNullable<Baris['isian']>,
	berkas: Baris['berkas'],
	bahan: Dunia['bahan'],
): FormData | URLSearchParams {
	const form = berkas ? new FormData() : new URLSearchParams();
	for (const [nama, isi] of Object.entries(isian)) {
		const teks = isikan(isi, bahan);
		for (const satu of isi.endsWith('_butir}') ? teks.split(' ') : [teks])
			form.append(isikan(nama, bahan), satu);
	}
	if (berkas && form instanceof FormData)
		form.append(berkas.medan, new Blob([berkas.isi], { type: 'text/plain' }), berkas.nama);
	return form;
}

/** What an answer means. Everything else than a refusal shows that the right is there. */
export function baca({ status, ke, teks }: Jawaban): { jawab: Jawab | `status ${number}`; status: number } {
	if (status === 303 && /^\/masuk\?ke=/.test(ke)) return { jawab: 'masuk', status };
	if (status === 401 && /"reason":"belum_masuk"/.test(teks)) return { jawab: 'masuk', status };
	if (status === 403 || status === 404) return { jawab: status, status };
	return { jawab: status < 500 ? 'boleh' : `status ${status}`, status };
}

/** The same page as the client's navigation asks for it, with only its own part and none of the layouts'. */
export async function mintaData(
	url: string,
	baris: Baris,
	bahan: Dunia['bahan'],
	kuki: string | null,
): Promise<Jawab> {
	const alamat = isikan(baris.alamat, bahan);
	const perlu = baris.pintu.includes('/kerja/[slug]') ? '001' : '01';
	const jawaban = await fetch(new URL(`${alamat}/__data.json?x-sveltekit-invalidated=${perlu}`, url), {
		headers: kuki ? { cookie: kuki } : {},
	});
	const isi = JSON.parse((await jawaban.text()).split('\n', 1)[0] ?? '') as {
		type: string;
		location?: string;
		nodes?: ({ type: string; error?: { status: number } } | null)[];
	};
	if (isi.type === 'redirect') return 'masuk';
	const galat = isi.nodes?.find((s) => s?.type === 'error');
	if (galat) return galat.error?.status as Jawab;
	if (!isi.nodes?.some((s) => s?.type === 'data')) throw new Error(`tanpa data: ${JSON.stringify(isi)}`);
	return 'boleh';
}
