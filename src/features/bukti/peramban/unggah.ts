/** Takes the file fields of the workbench over: a file goes up in pieces as soon as it is chosen. */
import { formatUkuran, formatWaktu, type Zona } from '#ui/format.ts';
import type { Lang } from '#ui/lang.ts';
import type { KeadaanUnggah, KendaliUnggah } from './unggah-klien.ts';

/** What this browser remembers of an upload of this form, across a reload. */
interface Ingatan {
	nama: string;
	ukuran: number;
	terkirim: number;
	tanda?: NonNullable<KeadaanUnggah['tanda']>;
}

type Kata = Record<string, string> & { sebab: Record<string, string> };

const pembawa = document.querySelector<HTMLElement>('[data-unggah-kata]');
const kata = JSON.parse(pembawa?.dataset.unggahKata ?? '{}') as Kata;
const tempat = JSON.parse(pembawa?.dataset.unggahTempat ?? '{}') as {
	instansi: number;
	penilaian: string;
	indikator: string;
};
const zona = (pembawa?.dataset.unggahZona ?? 'WIB') as Zona;
const lang = (document.documentElement.lang === 'en' ? 'en' : 'id') satisfies Lang;
const isi = (teks: string | undefined, nilai: Record<string, string>) =>
	(teks ?? '').replace(/\{(\w+)\}/g, (_, nama: string) => nilai[nama] ?? '');

function pasang(akar: HTMLElement): void {
	const masukan = akar.querySelector<HTMLInputElement>('input[type=file]');
	const nomor = akar.querySelector<HTMLInputElement>('input[name=unggahan]');
	const form = masukan?.form;
	if (!masukan || !nomor || !form) return;
	const kunci = `matang-unggah:${location.pathname}:${masukan.id}`;
	const lama = nomor.value;
	let berkas: { nama: string; ukuran: number } | null = null;
	let keadaan: KeadaanUnggah | null = null;
	let kendali: KendaliUnggah | null = null;
	let sisa: Ingatan | null = null;
	/** The button that was pressed before the upload was complete. */
	let tertunda: HTMLElement | null = null;
	const jalan = () => keadaan !== null && keadaan.jenis !== 'selesai' && keadaan.jenis !== 'gagal';

	const gambar = () => {
		const k = keadaan;
		nomor.value = k?.tanda?.id ?? (k ? '' : lama);
		nomor.disabled = nomor.value === '';
		masukan.disabled = jalan() || k?.jenis === 'selesai';
		tunjuk(akar, 'lama', k === null);
		tunjuk(akar, 'sisa', sisa !== null && k === null, sisa ? isi(kata.lanjutkan, ringkas(sisa)) : '');
		tunjuk(akar, 'kotak', k !== null);
		if (k && berkas) gambarKeadaan(akar, k, berkas, tertunda !== null);
	};
	const ingat = (baru: Ingatan | null) => {
		try {
			if (baru) localStorage.setItem(kunci, JSON.stringify(baru));
			else localStorage.removeItem(kunci);
		} catch {
			// a browser that keeps nothing: only the hint after a reload is missing
		}
	};
	const terima = (baru: KeadaanUnggah) => {
		keadaan = baru;
		if (berkas) ingat({ ...berkas, terkirim: baru.terkirim, ...(baru.tanda && { tanda: baru.tanda }) });
		const tombol = baru.jenis === 'selesai' ? tertunda : null;
		if (tombol) tertunda = null;
		gambar();
		if (tombol) form.requestSubmit(tombol);
	};
	const pilih = async () => {
		const dipilih = masukan.files?.[0];
		if (!dipilih) return;
		sisa = null;
		berkas = { nama: dipilih.name, ukuran: dipilih.size };
		keadaan = { jenis: 'siap', terkirim: 0 };
		gambar();
		try {
			const { mulaiUnggah } = await import('./unggah-klien.ts');
			kendali = mulaiUnggah(dipilih, tempat, terima);
		} catch {
			keadaan = null; // the script did not arrive: the file goes along with the form
			gambar();
		}
	};
	const ulang = () => {
		void kendali?.batal();
		kendali = null;
		keadaan = null;
		berkas = null;
		tertunda = null;
		ingat(null);
		masukan.value = '';
		gambar();
	};
	/** What this browser remembers, unless the server has made evidence of it meanwhile, or given it up. */
	const pulihkan = async () => {
		const teringat = bacaIngatan(kunci);
		if (!teringat) return;
		const { tanda } = teringat;
		if (tanda && (await sudahTiada(tanda.id))) return ingat(null);
		if (keadaan) return;
		if (tanda) {
			berkas = teringat;
			keadaan = { jenis: 'selesai', terkirim: teringat.ukuran, tanda };
		} else sisa = teringat;
		masukan.closest('details')?.setAttribute('open', '');
		gambar();
	};
	masukan.addEventListener('change', () => void pilih());
	form.addEventListener('submit', (e) => {
		if (!jalan()) return;
		e.preventDefault();
		tertunda = e.submitter;
		gambar();
	});
	bagian(akar, 'jeda')?.addEventListener('click', () => kendali?.jeda());
	bagian(akar, 'lanjut')?.addEventListener('click', () => kendali?.lanjut());
	bagian(akar, 'ulang')?.addEventListener('click', ulang);
	addEventListener('pagehide', () => jalan() && kendali?.jeda());
	void pulihkan();
	if (masukan.files?.length) void pilih(); // chosen before the script was there
}

const bagian = (akar: HTMLElement, nama: string) => akar.querySelector<HTMLElement>(`[data-bagian=${nama}]`);

function tunjuk(akar: HTMLElement, nama: string, ada: boolean, teks?: string): void {
	const unsur = bagian(akar, nama);
	if (!unsur) return;
	unsur.hidden = !ada;
	if (teks !== undefined && unsur.textContent !== teks) unsur.textContent = teks;
}

const persenDari = (b: { terkirim: number; ukuran: number }) =>
	Math.floor((b.terkirim / b.ukuran) * 100) || 0;

const ringkas = (b: { nama: string; ukuran: number; terkirim: number }) => ({
	nama: b.nama,
	sudah: formatUkuran(b.terkirim, lang),
	semua: formatUkuran(b.ukuran, lang),
	persen: String(persenDari(b)),
});

function gambarKeadaan(
	akar: HTMLElement,
	k: KeadaanUnggah,
	berkas: { nama: string; ukuran: number },
	tertunda: boolean,
): void {
	const kini = { ...berkas, terkirim: k.terkirim };
	const persen = persenDari(kini);
	const sebab = k.sebab === undefined ? undefined : kata.sebab[k.sebab];
	const kalimat = k.jenis === 'gagal' ? (sebab ?? kata.sebab.lain ?? '') : isi(kata[k.jenis], ringkas(kini));
	const berjalan = k.jenis !== 'selesai' && k.jenis !== 'gagal';
	const kotak = bagian(akar, 'kotak');
	kotak?.classList.remove('siap', 'maju', 'jeda', 'menunggu', 'memeriksa', 'selesai', 'gagal');
	kotak?.classList.add(k.jenis);
	tunjuk(akar, 'kalimat', true, kalimat);
	// For screen readers: every state, and of the progress only the quarters.
	const seperempat = isi(kata.seperempat, { persen: String(persen - (persen % 25)) });
	tunjuk(akar, 'ucapan', true, k.jenis === 'maju' ? seperempat : kalimat);
	tunjuk(akar, 'kemajuan', berjalan);
	const kemajuan = bagian(akar, 'kemajuan') as HTMLProgressElement | null;
	if (kemajuan) kemajuan.value = berkas.ukuran === 0 ? 0 : k.terkirim / berkas.ukuran;
	tunjuk(akar, 'sebab', k.jenis === 'menunggu' && sebab !== undefined, sebab ?? '');
	tunjuk(akar, 'tanda', k.tanda !== undefined);
	tunjuk(akar, 'waktu', true, k.tanda?.waktu ? formatWaktu(k.tanda.waktu, lang, zona) : '–');
	tunjuk(akar, 'sidik', true, k.tanda?.sha256 ?? '');
	tunjuk(akar, 'tertunda', tertunda);
	tunjuk(akar, 'jeda', k.jenis === 'maju' || k.jenis === 'menunggu');
	tunjuk(akar, 'lanjut', k.jenis === 'jeda' || k.jenis === 'gagal' || k.jenis === 'menunggu');
	const ulang = bagian(akar, 'ulang')?.querySelector('button');
	if (ulang) ulang.textContent = (berjalan ? kata.tombolBatal : kata.tombolGanti) ?? '';
}

function bacaIngatan(kunci: string): Ingatan | null {
	try {
		return JSON.parse(localStorage.getItem(kunci) ?? 'null') as Ingatan | null;
	} catch {
		return null;
	}
}

async function sudahTiada(id: string): Promise<boolean> {
	const kepala = { 'Tus-Resumable': '1.0.0' };
	const jawab = await fetch(`/unggahan/${id}`, { method: 'HEAD', headers: kepala }).catch(() => null);
	return jawab?.status === 404;
}

for (const kotak of document.querySelectorAll<HTMLElement>('[data-unggah]')) pasang(kotak);
