/** Runs on every page of somebody signed in: keeps what is typed, sends it, and shows what waits. */
import { gambarBar } from './bar.ts';
import { drafOf, type Kata, pasangDraf, simpanDraf, tandai } from './draf.ts';
import { jalurKini, namaForm } from './formulir.ts';
import { buatKunci, kirimSemua } from './kirim.ts';
import { gambarKotak } from './kotak.ts';
import { kenalkanPekerja, lupakanHalaman } from './pekerja.ts';
import { deleteDraf, deleteKiriman, kunciDraf, listKiriman, putDraf, putKiriman } from './simpanan.ts';

const orang = document.documentElement.dataset.orang ?? '';
const bar = document.querySelector<HTMLElement>('[data-luring-bar]');
const JEDA_MS = { awal: 15_000, maks: 300_000 };
const PESAN = 'matang-terkirim';

if (orang && bar) void start(bar, JSON.parse(bar.dataset.kata ?? '{}') as Kata);

async function start(bar: HTMLElement, kata: Kata): Promise<void> {
	let terkirim: number | null = null;
	let jeda = JEDA_MS.awal;
	let jam: ReturnType<typeof setTimeout> | undefined;
	const saluran = new BroadcastChannel('matang-luring');
	const gambar = (mengirim = false) =>
		Promise.all([gambarBar(bar, orang, kata, { mengirim, terkirim }), gambarKotak(orang, kata, ubah)]);
	const ubah = () => {
		saluran.postMessage('ubah');
		void gambar();
	};
	const kirim = async () => {
		clearTimeout(jam);
		const antre = (await listKiriman(orang)).some(
			(k) => k.keadaan === 'menunggu' || k.keadaan === 'masuk_lagi',
		);
		if (!antre) return new Map<string, string>();
		await gambar(true);
		const hasil = await kirimSemua(orang);
		const nilai = [...hasil.values()];
		if (nilai.includes('terkirim')) terkirim = Date.now();
		jeda = nilai.includes('menunggu') ? Math.min(jeda * 2, JEDA_MS.maks) : JEDA_MS.awal;
		if (nilai.includes('menunggu')) jam = setTimeout(() => void kirim(), jeda);
		ubah();
		return hasil;
	};
	try {
		await gambar();
	} catch {
		document.querySelector('[data-luring-gagal]')?.removeAttribute('hidden');
		return; // no storage here: the plain forms stay as they are
	}
	saluran.onmessage = () => void gambar();
	const daftar = [...document.querySelectorAll<HTMLFormElement>('form[data-luring]')];
	tampilkanPesan();
	await Promise.all(daftar.map((form) => pasangDraf(form, orang, kata)));
	document.addEventListener('input', (e) => {
		const form = formOf(e.target);
		if (form) void simpanDraf(form, orang, kata).then(() => gambarKotak(orang, kata, ubah));
	});
	document.addEventListener('submit', (e) => {
		const form = e.target as HTMLFormElement;
		if (form.matches('[action$="/keluar"]')) keluar(e, form);
		if (!form.dataset.luring || e.defaultPrevented) return;
		e.preventDefault();
		void kirimForm(form, kata, kirim, ubah);
	});
	document.addEventListener('click', (e) => {
		const tombol = e.target instanceof Element ? e.target.closest<HTMLElement>('[data-luring-buang]') : null;
		if (tombol) void buangTulisan(tombol);
		if (e.target instanceof Element && e.target.closest('[data-luring-kirim]')) void kirim();
	});
	addEventListener('online', () => {
		jeda = JEDA_MS.awal;
		void gambar().then(kirim);
	});
	addEventListener('offline', () => void gambar());
	addEventListener('pageshow', () => void gambar());
	document.documentElement.dataset.luringSiap = '';
	void kenalkanPekerja();
	await kirim();
}

const formOf = (target: EventTarget | null) =>
	target instanceof Element ? target.closest<HTMLFormElement>('form[data-luring]') : null;

/** Into the outbox first, then out of it: a cut at any moment leaves the text on the device. */
async function kirimForm(
	form: HTMLFormElement,
	kata: Kata,
	kirim: () => Promise<Map<string, string>>,
	ubah: () => void,
): Promise<void> {
	if (form.dataset.sedang !== undefined) return; // a double click
	form.dataset.sedang = '';
	const draf = drafOf(form, orang);
	const isi = [...new FormData(form)].filter(
		(pasang): pasang is [string, string] => typeof pasang[1] === 'string',
	);
	const kunci = buatKunci();
	const { jalur, judul, waktu } = draf;
	try {
		await putDraf(draf);
		if (form.dataset.luringGanti !== undefined) await hapusBentrok(jalur, draf.form);
		await putKiriman({
			kunci,
			orang,
			jalur,
			form: draf.form,
			judul,
			isi,
			waktu,
			keadaan: 'menunggu',
			pesan: '',
		});
	} catch {
		return form.submit(); // nothing can be kept here: the plain way
	}
	const hasil = (await kirim()).get(kunci);
	const milik = (await listKiriman(orang)).find((k) => k.kunci === kunci);
	delete form.dataset.sedang;
	if (!milik) {
		sessionStorage.setItem(PESAN, namaForm(form));
		location.replace(location.pathname);
	} else if (hasil === 'ditolak' || hasil === 'bentrok') {
		await deleteKiriman(milik.urut); // the draft stays until the server has taken the text
		form.submit(); // the server's own page says what is wrong, or shows both versions
	} else {
		tandai(form, kata, 'tersimpanKirim', waktu);
		ubah();
	}
}

async function hapusBentrok(jalur: string, form: string): Promise<void> {
	for (const k of await listKiriman(orang))
		if (k.jalur === jalur && k.form === form && k.keadaan === 'bentrok') await deleteKiriman(k.urut);
}

/** Gives the person's own text up for what is stored, where they said so. */
async function buangTulisan(tombol: HTMLElement): Promise<void> {
	const nama =
		tombol.dataset.luringBuang || namaForm(tombol.closest('form') ?? document.createElement('form'));
	await deleteDraf(kunciDraf(orang, jalurKini(), nama));
	await hapusBentrok(jalurKini(), nama);
	location.replace(location.pathname);
}

/** The sentence that a plain sending would have been answered with. */
function tampilkanPesan(): void {
	const nama = sessionStorage.getItem(PESAN)?.split(':', 1)[0];
	sessionStorage.removeItem(PESAN);
	const acuan = nama && document.querySelector<HTMLTemplateElement>(`template[data-luring-pesan="${nama}"]`);
	if (acuan) acuan.after(acuan.content.cloneNode(true));
}

/** Pages of this person leave the device before they sign out; drafts and the outbox stay, under their key. */
function keluar(e: SubmitEvent, form: HTMLFormElement): void {
	e.preventDefault();
	void lupakanHalaman().finally(() => form.submit());
}
