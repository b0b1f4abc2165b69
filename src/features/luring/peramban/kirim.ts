import { jalurKini, setDasar } from './formulir.ts';
import {
	deleteDraf,
	deleteKiriman,
	findDraf,
	type KeadaanKiriman,
	type Kiriman,
	kunciDraf,
	listKiriman,
	putDraf,
	putKiriman,
} from './simpanan.ts';

const TUNGGU_MS = 30_000;
export type HasilKirim = 'terkirim' | KeadaanKiriman;
type Tersimpan = Kiriman & { urut: number };

/**
 * Sends what waits, oldest first, in one tab at a time; stops at the first that finds no server.
 * @returns what became of each, by its key
 */
export async function kirimSemua(orang: string): Promise<Map<string, HasilKirim>> {
	const work = async () => {
		const hasil = new Map<string, HasilKirim>();
		for (;;) {
			const kiriman = (await listKiriman(orang)).find(
				(k) => (k.keadaan === 'menunggu' || k.keadaan === 'masuk_lagi') && !hasil.has(k.kunci),
			);
			if (!kiriman) return hasil;
			const jadi = await kirimSatu(kiriman);
			hasil.set(kiriman.kunci, jadi);
			if (jadi === 'menunggu' || jadi === 'masuk_lagi') return hasil;
		}
	};
	return navigator.locks ? await navigator.locks.request('matang-kirim', work) : await work();
}

async function kirimSatu(kiriman: Tersimpan): Promise<HasilKirim> {
	const { hasil, pesan, id } = await post(kiriman);
	if (hasil === 'terkirim') await selesaikan(kiriman, id);
	else await putKiriman({ ...kiriman, keadaan: hasil, pesan });
	return hasil;
}

async function post(k: Kiriman): Promise<{ hasil: HasilKirim; pesan: string; id: string }> {
	const isi = new URLSearchParams(k.isi);
	isi.set('kunci', k.kunci);
	isi.set('orang', k.orang);
	isi.set('formulir', k.form.split(':', 1)[0] ?? '');
	const awalan = location.pathname.startsWith('/en/') ? '/en' : '';
	const menunggu = { hasil: 'menunggu' as const, pesan: '', id: '' };
	try {
		const jawab = await fetch(`${awalan}${k.jalur}/kirim`, {
			method: 'POST',
			body: isi,
			signal: AbortSignal.timeout(TUNGGU_MS),
		});
		if (jawab.status >= 500 || jawab.status === 429) return menunggu;
		const { ok, id = '', reason, pesan = '' } = await jawab.json();
		if (ok) return { hasil: 'terkirim', pesan: '', id };
		if (jawab.status === 401) return { hasil: 'masuk_lagi', pesan, id };
		return { hasil: reason === 'bentrok' ? 'bentrok' : 'ditolak', pesan, id };
	} catch {
		return menunggu; // no link, or an answer that is not Matang's (a captive portal)
	}
}

/** Takes a sent text off the device; what was written on top of it now stands on the new ledger entry. */
async function selesaikan(k: Tersimpan, id: string): Promise<void> {
	const dasar = k.isi.find(([nama]) => nama === 'dasar')?.[1];
	const teks = k.isi.filter(([nama]) => nama !== 'dasar');
	const draf = await findDraf(kunciDraf(k.orang, k.jalur, k.form));
	if (draf && isSetara(Object.entries(draf.isi), teks)) await deleteDraf(draf.kunci);
	else if (draf && dasar !== undefined && draf.dasar === dasar) await putDraf({ ...draf, dasar: id });
	if (dasar !== undefined) {
		for (const lain of await listKiriman(k.orang))
			if (lain.jalur === k.jalur && lain.form === k.form && lain.urut > k.urut)
				await putKiriman({
					...lain,
					isi: lain.isi.map(([nama, nilai]) => [nama, nama === 'dasar' && nilai === dasar ? id : nilai]),
				});
		if (k.jalur === jalurKini())
			for (const form of document.querySelectorAll<HTMLFormElement>(`form[data-luring="${k.form}"]`))
				setDasar(form, id);
	}
	await deleteKiriman(k.urut);
}

const isSetara = (a: [string, string][], b: [string, string][]) =>
	JSON.stringify([...a].sort()) === JSON.stringify([...b].sort());

/** 128 random bits; `randomUUID` is missing where the page came over plain HTTP. */
export function buatKunci(): string {
	return [...crypto.getRandomValues(new Uint8Array(16))].map((b) => b.toString(16).padStart(2, '0')).join('');
}
