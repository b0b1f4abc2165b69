/** What a key on the workbench asks for. */
export type Pintasan =
	| { jenis: 'tingkat'; tingkat: string }
	| { jenis: 'klik'; id: 'bilah-terima' | 'butir-berikut' | 'butir-sebelum' }
	| { jenis: 'buka'; id: 'bilah-kembalikan' | 'lalu' | 'pintasan' };

const tombol: Readonly<Record<string, Pintasan>> = {
	t: { jenis: 'klik', id: 'bilah-terima' },
	j: { jenis: 'klik', id: 'butir-berikut' },
	n: { jenis: 'klik', id: 'butir-sebelum' },
	k: { jenis: 'buka', id: 'bilah-kembalikan' },
	l: { jenis: 'buka', id: 'lalu' },
	'?': { jenis: 'buka', id: 'pintasan' },
};

/** The shortcut of a key press; null for none, and for keys that belong to the browser. */
export function bacaPintasan(e: {
	key: string;
	ctrlKey: boolean;
	metaKey: boolean;
	altKey: boolean;
}): Pintasan | null {
	if (e.ctrlKey || e.metaKey || e.altKey) return null;
	if (/^[0-9]$/.test(e.key)) return { jenis: 'tingkat', tingkat: e.key };
	return tombol[e.key.toLowerCase()] ?? null;
}

/** Whether the person is typing or choosing there, so that letters are theirs. */
export function isMengetik(unsur: { tagName: string; type?: string; isContentEditable?: boolean }): boolean {
	if (unsur.isContentEditable || ['TEXTAREA', 'SELECT'].includes(unsur.tagName)) return true;
	return (
		unsur.tagName === 'INPUT' && !['radio', 'checkbox', 'submit', 'button'].includes(unsur.type ?? 'text')
	);
}

/** Does what the shortcut asks for on the page; nothing where the page lacks it. @returns whether it did. */
export function jalankan(p: Pintasan, halaman: Document): boolean {
	if (p.jenis === 'tingkat') return pilihTingkat(p.tingkat, halaman);
	const unsur = halaman.getElementById(p.id);
	if (!unsur) return false;
	if (p.jenis === 'klik') {
		unsur.click();
		return true;
	}
	const rinci = unsur as HTMLDetailsElement;
	rinci.open = !rinci.open;
	const fokus = rinci.open ? rinci.querySelector<HTMLElement>('select') : null;
	(fokus ?? rinci.querySelector<HTMLElement>('summary'))?.focus();
	if (rinci.open) rinci.scrollIntoView({ block: 'nearest' });
	return true;
}

/** Ticks the level's radio, or writes it where levels have decimals. */
function pilihTingkat(tingkat: string, halaman: Document): boolean {
	const form = halaman.getElementById('nilai-form');
	const radio = form?.querySelector<HTMLInputElement>(`input[type=radio][name=nilai][value="${tingkat}"]`);
	const teks = form?.querySelector<HTMLInputElement>('input[name=nilai]:not([type=radio])');
	const medan = radio ?? teks;
	if (!medan) return false;
	if (radio) radio.checked = true;
	else medan.value = tingkat;
	for (const jenis of ['input', 'change']) medan.dispatchEvent(new Event(jenis, { bubbles: true }));
	medan.focus();
	return true;
}
