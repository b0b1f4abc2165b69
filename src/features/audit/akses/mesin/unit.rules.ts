const buang = new Set([
	'dan',
	'serta',
	'kota',
	'kabupaten',
	'kab',
	'pemerintah',
	'pemkot',
	'pemkab',
	'provinsi',
]);

/** Words of a unit's name without signs and filler. */
const kataUnit = (teks: string): string[] =>
	teks
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, ' ')
		.trim()
		.split(' ')
		.filter((k) => k !== '' && !buang.has(k));

/** Whether an abbreviation is made of the beginnings of the words: diskominfo, dinas komunikasi informatika. */
function isSingkatan(singkat: string, kata: readonly string[]): boolean {
	if (kata.length < 2) return false;
	let letak = 0;
	for (const asal of kata) {
		const k = asal === 'dinas' && singkat.startsWith('dis') ? 'dis' : asal;
		let sama = 0;
		while (sama < k.length && singkat[letak + sama] === k[sama]) sama++;
		if (sama === 0) return false;
		letak += sama;
	}
	return letak === singkat.length;
}

/** Compares units by name: abbreviations, the institution's own pairs, and filler words make no difference. */
export function createPembandingUnit(
	sama: readonly (readonly string[])[],
): (a: string, b: string) => boolean {
	const kelompok = new Map<string, number>();
	sama.forEach((nama, i) => {
		const ada = nama.map((n) => kelompok.get(kataUnit(n).join(' '))).find((n) => n !== undefined) ?? i;
		for (const n of nama) kelompok.set(kataUnit(n).join(' '), ada);
	});
	const dikenal = new Map<string, boolean>();
	return (a, b) => {
		if (a === b) return true;
		const kunci = `${a}\0${b}`;
		const ada = dikenal.get(kunci);
		if (ada !== undefined) return ada;
		const hasil = banding(kelompok, kataUnit(a), kataUnit(b));
		if (dikenal.size < 50_000) dikenal.set(kunci, hasil);
		return hasil;
	};
}

function banding(kelompok: ReadonlyMap<string, number>, a: string[], b: string[]): boolean {
	const [x, y] = [a.join(' '), b.join(' ')];
	if (x === y) return true;
	const kelompokX = kelompok.get(x);
	if (kelompokX !== undefined && kelompokX === kelompok.get(y)) return true;
	if (a.length === 1) return isSingkatan(x, b);
	return b.length === 1 && isSingkatan(y, a);
}
