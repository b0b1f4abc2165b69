import type { Kata } from './draf.ts';
import { tulisJam } from './formulir.ts';
import { deleteDraf, deleteKiriman, type KeadaanKiriman, listDraf, listKiriman } from './simpanan.ts';

const namaKeadaan: Record<KeadaanKiriman, string> = {
	menunggu: 'keadaanMenunggu',
	masuk_lagi: 'keadaanMasuk',
	ditolak: 'keadaanTolak',
	bentrok: 'keadaanBentrok',
};

/** Fills the page of the outbox from the device; every text goes in as text, never as markup. */
export async function gambarKotak(orang: string, kata: Kata, gambarUlang: () => void): Promise<void> {
	const kotak = document.querySelector<HTMLElement>('[data-luring-kotak]');
	if (!kotak) return;
	const [kiriman, draf] = await Promise.all([listKiriman(orang), listDraf(orang)]);
	const bersisa = draf.filter((d) => !kiriman.some((k) => k.jalur === d.jalur && k.form === d.form));
	const awalan = location.pathname.startsWith('/en/') ? '/en' : '';
	const baris = [
		...kiriman.map((k) => {
			const li = salin(kotak, 'butir', {
				judul: k.judul,
				keadaan: kata[namaKeadaan[k.keadaan]] ?? '',
				pesan: k.pesan,
				waktu: (kata.disimpanPukul ?? '').replace('{jam}', tulisJam(k.waktu)),
				isi: ringkas(Object.fromEntries(k.isi)),
			});
			li.querySelector('a')?.setAttribute('href', awalan + k.jalur);
			const banding = li.querySelector<HTMLFormElement>('form');
			if (banding && k.keadaan === 'bentrok') isiBanding(banding, `${awalan}${k.jalur}?/simpan`, k.isi);
			else banding?.remove();
			buang(
				li,
				() => deleteKiriman(k.urut).then(() => deleteDraf(`${orang} ${k.jalur} ${k.form}`)),
				gambarUlang,
			);
			return li;
		}),
		...bersisa.map((d) => {
			const waktu = (kata.disimpanPukul ?? '').replace('{jam}', tulisJam(d.waktu));
			const li = salin(kotak, 'draf', { judul: d.judul, waktu, isi: ringkas(d.isi) });
			li.querySelector('a')?.setAttribute('href', awalan + d.jalur);
			buang(li, () => deleteDraf(d.kunci), gambarUlang);
			return li;
		}),
	];
	kotak.querySelector('ol')?.replaceChildren(...baris);
	for (const [nama, tampil] of [
		['kosong', baris.length === 0],
		['ada', kiriman.some((k) => k.keadaan === 'menunggu')],
	] as const) {
		const bagian = kotak.querySelector<HTMLElement>(`[data-luring-${nama}]`);
		if (bagian) bagian.hidden = !tampil;
	}
}

function salin(kotak: HTMLElement, nama: string, isi: Record<string, string>): HTMLElement {
	const acuan = kotak.querySelector<HTMLTemplateElement>(`template[data-luring-${nama}]`);
	const li = acuan?.content.firstElementChild?.cloneNode(true) as HTMLElement;
	for (const [medan, teks] of Object.entries(isi)) {
		const letak = li.querySelector(`[data-isi="${medan}"]`);
		if (teks === '') letak?.remove();
		else if (letak) letak.textContent = teks;
	}
	return li;
}

/** The comparison is the server's own page: it answers the stale text with both versions side by side. */
function isiBanding(form: HTMLFormElement, alamat: string, isi: [string, string][]): void {
	form.action = alamat;
	for (const [name, value] of isi)
		form.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }));
}

function buang(li: HTMLElement, hapus: () => Promise<unknown>, sesudah: () => void): void {
	li.querySelector('[data-luring-hapus]')?.addEventListener('click', () => void hapus().then(sesudah));
}

function ringkas(isi: Record<string, string>): string {
	const teks = [isi.fakta, isi.analisis, isi.justifikasi, isi.isi].filter(Boolean).join(' · ');
	return teks.length > 300 ? `${teks.slice(0, 300)} …` : teks;
}
