import type { Kata } from './draf.ts';
import { tulisJam } from './formulir.ts';
import { listKiriman } from './simpanan.ts';

/** What the bar at the bottom says now: the most pressing thing, or nothing. */
export async function gambarBar(
	bar: HTMLElement,
	orang: string,
	kata: Kata,
	kini: { mengirim: boolean; terkirim: number | null },
): Promise<void> {
	const kiriman = await listKiriman(orang).catch(() => []);
	const banyak = (...keadaan: string[]) => kiriman.filter((k) => keadaan.includes(k.keadaan)).length;
	const [masuk, periksa, tunggu] = [banyak('masuk_lagi'), banyak('ditolak', 'bentrok'), banyak('menunggu')];
	const { kotak = '', masuk: masukAlamat = '' } = bar.dataset;
	const diKotak = location.pathname === kotak; // that page says it itself
	if (kini.mengirim) tulis(bar, kata.mengirim, '', 0);
	else if (masuk > 0) tulis(bar, kata.masukLagi, masukAlamat, masuk + tunggu);
	else if (periksa > 0 && !diKotak) tulis(bar, kata.periksa, kotak, periksa);
	else if (tunggu > 0 && !diKotak) tulis(bar, kata.menunggu, kotak, tunggu);
	else if (!navigator.onLine) tulis(bar, kata.tanpaSinyal, '', 0, bar.dataset.waktu);
	else if (kini.terkirim !== null) tulis(bar, kata.terkirim, '', 0, kini.terkirim);
	else bar.hidden = true;
}

function tulis(
	bar: HTMLElement,
	teks: string | undefined,
	alamat: string,
	n: number,
	waktu: number | string = 0,
): void {
	const isi = (teks ?? '').replace('{n}', String(n)).replace('{jam}', tulisJam(waktu));
	const letak = document.createElement(alamat ? 'a' : 'span');
	letak.textContent = isi;
	if (letak instanceof HTMLAnchorElement) letak.href = alamat;
	bar.replaceChildren(letak);
	bar.hidden = false;
}
