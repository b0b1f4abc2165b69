/** Keys of the assessor's workbench, and the list of indicators scrolled to the present one. */
import { bacaPintasan, isMengetik, jalankan } from './pintasan.ts';

const KUNCI = 'matang.pintasan';
const rinci = document.getElementById('pintasan');
const saklar = rinci?.querySelector<HTMLInputElement>('input[type=checkbox]');

if (rinci && saklar) {
	rinci.hidden = false;
	saklar.checked = localStorage.getItem(KUNCI) === 'mati';
	saklar.addEventListener('change', () => {
		if (saklar.checked) localStorage.setItem(KUNCI, 'mati');
		else localStorage.removeItem(KUNCI);
	});
	addEventListener('keydown', (e) => {
		if (saklar.checked || e.defaultPrevented || isMengetik(e.target as HTMLElement)) return;
		const p = bacaPintasan(e);
		if (p && jalankan(p, document)) e.preventDefault();
	});
}

const ini = document.querySelector<HTMLElement>('[data-meja-daftar] a[aria-current]');
const kotak = ini?.closest<HTMLElement>('[data-meja-daftar]')?.parentElement;
if (ini && kotak) kotak.scrollTop = ini.offsetTop - kotak.clientHeight / 2;
