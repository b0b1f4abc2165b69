/**
 * `aria-current` of a menu entry on the page `path`: "page" on the page itself,
 * "true" on pages below it, nothing elsewhere.
 */
export function currentNav(butir: string, path: string): 'page' | 'true' | undefined {
	if (butir === path) return 'page';
	return butir !== '/' && path.startsWith(`${butir}/`) ? 'true' : undefined;
}

/**
 * Page numbers to show: first, last, and the neighbours of the current one; `null` marks a gap.
 * Pages count from 1; a current page outside the range is brought inside.
 */
export function pilihHalaman(halaman: number, jumlah: number): (number | null)[] {
	const kini = Math.min(Math.max(1, halaman), Math.max(1, jumlah));
	const hasil: (number | null)[] = [];
	let terakhir = 0;
	for (let n = 1; n <= jumlah; n++) {
		if (n !== 1 && n !== jumlah && Math.abs(n - kini) > 1) continue;
		if (n - terakhir === 2) hasil.push(n - 1);
		else if (n - terakhir > 2) hasil.push(null);
		hasil.push(n);
		terakhir = n;
	}
	return hasil;
}
