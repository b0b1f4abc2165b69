import { bacaDasar, isiForm, isSama, jalurKini, namaForm, setDasar, setIsi, tulisJam } from './formulir.ts';
import { type Draf, deleteDraf, findDraf, kunciDraf, putDraf } from './simpanan.ts';

/** What the server put into each form, to tell what the person changed. */
const awal = new WeakMap<HTMLFormElement, Record<string, string>>();
const sibuk = new WeakMap<HTMLFormElement, 'sekali' | 'lagi'>();

export type Kata = Record<string, string>;

/** Puts an unsent text back into the form, with the ledger entry that it was written against. */
export async function pasangDraf(form: HTMLFormElement, orang: string, kata: Kata): Promise<void> {
	awal.set(form, isiForm(form));
	if (form.dataset.luringLewati !== undefined) return;
	const draf = await findDraf(kunciDraf(orang, jalurKini(), namaForm(form)));
	if (!draf || isSama(draf.isi, isiForm(form))) return;
	setIsi(form, draf.isi);
	setDasar(form, draf.dasar);
	form.closest('details')?.setAttribute('open', '');
	tandai(form, kata, 'tersimpan', draf.waktu);
	const kembali = form.querySelector<HTMLElement>('[data-luring-draf]');
	if (kembali) kembali.hidden = false;
}

/** Keeps the form as it stands. One write at a time; what is typed meanwhile is written after it. */
export async function simpanDraf(form: HTMLFormElement, orang: string, kata: Kata): Promise<void> {
	if (sibuk.has(form)) {
		sibuk.set(form, 'lagi');
		return;
	}
	sibuk.set(form, 'sekali');
	try {
		const draf = drafOf(form, orang);
		const sama = isSama(draf.isi, awal.get(form) ?? {});
		await (sama ? deleteDraf(draf.kunci) : putDraf(draf));
		tandai(form, kata, sama ? null : 'tersimpan', draf.waktu);
	} catch {
		tandai(form, kata, 'tidakTersimpan', 0);
	}
	const lagi = sibuk.get(form) === 'lagi';
	sibuk.delete(form);
	if (lagi) await simpanDraf(form, orang, kata);
}

export function drafOf(form: HTMLFormElement, orang: string): Draf {
	const [jalur, nama] = [jalurKini(), namaForm(form)];
	return {
		kunci: kunciDraf(orang, jalur, nama),
		orang,
		jalur,
		form: nama,
		judul: form.dataset.judul ?? '',
		isi: isiForm(form),
		dasar: bacaDasar(form),
		waktu: Date.now(),
	};
}

export function tandai(form: HTMLFormElement, kata: Kata, nama: string | null, waktu: number): void {
	const tanda = form.querySelector<HTMLElement>('[data-luring-tanda]');
	if (!tanda) return;
	tanda.hidden = nama === null;
	tanda.textContent = nama === null ? '' : (kata[nama] ?? '').replace('{jam}', tulisJam(waktu));
}
