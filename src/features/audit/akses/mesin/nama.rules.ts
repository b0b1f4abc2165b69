/**
 * Names of people, so that "Drs. H. Moh. Joesoef, M.Si." and "MOHAMMAD YUSUF" can be compared. Titles and degrees go,
 * old spellings and Muhammad's many forms become one.
 */
const depan = new Set(
	'dr drs dra ir h hj hajj prof tn ny sdr sdri bpk bapak ibu pak bu kh kapten mayor kolonel akbp kompol ustadz ust apt ns drg drh'.split(
		' ',
	),
);
const gelar = new Set(
	(
		'se sh st sip ssos spd skm mkes msi mpd amd amdkep amdkeb skep ners spt sp skom mkom mt mm mh ma msc mba mak ak ca cpa phd ' +
		'sstp mec mp mtr strkeb stp spdi sag mag lc mhum shi sei sthi skg sked sfarm apt mph mmkes mars spa spog spb sppd spm span dea ' +
		'bsc ba be bba dipl ama amk amf amg str sst stt sti mti map msoc mia meng mcom llm cissp cisa cism qia cgcae crmp kom si hum kes'
	).split(' '),
);
const muhamad = new Set(
	'm moh mohd muh muhd mohammad mochammad mochamad mohamad muhammad muhamad mohammed muhammed md mhd'.split(
		' ',
	),
);

export interface Nama {
	/** Words without titles. */
	kata: readonly string[];
	/** The same joined; '' where nothing is left. */
	polos: string;
	/** Joined after the spelling was made one. */
	ejaan: string;
}

const tanpaTanda = (teks: string) => teks.normalize('NFD').replace(/[\u0300-\u036f]/g, '');

/** The words of a name in order, lower case, titles and degrees left out. */
function listKata(teks: string): string[] {
	const bagian = tanpaTanda(teks.toLowerCase())
		.replace(/\([^()]*\)/g, ' ')
		.split(',');
	const inti = kataOf(bagian[0] ?? '');
	buangDepan(inti);
	buangBelakang(inti);
	for (const lain of bagian.slice(1)) {
		const kata = lain.trim();
		if (kata === '' || isGelar(kata)) continue;
		const isi = kataOf(kata);
		buangDepan(isi);
		buangBelakang(isi);
		inti.push(...isi);
	}
	return inti.map((k) => k.replaceAll('.', '')).filter((k) => k !== '');
}

const kataOf = (teks: string) =>
	teks
		.replace(/[^a-z.'\s-]/g, ' ')
		.replace(/['’`-]/g, '')
		.replace(/\.(?=[a-z]{2})/g, '. ')
		.split(/\s+/)
		.filter((k) => /[a-z]/.test(k));

function buangDepan(kata: string[]): void {
	while (kata.length > 1 && depan.has((kata[0] ?? '').replaceAll('.', ''))) kata.shift();
}

/** Degrees at the end, written together or with points: "ST", "S. Kom", "M.Si". */
function buangBelakang(kata: string[]): void {
	while (kata.length > 1) {
		const akhir = (kata.at(-1) ?? '').replaceAll('.', '');
		const dua = `${(kata.at(-2) ?? '').replaceAll('.', '')}${akhir}`;
		const huruf = (kata.at(-2) ?? '').replaceAll('.', '').length <= 2;
		if (kata.length > 2 && huruf && gelar.has(dua)) kata.splice(-2);
		else if (gelar.has(akhir) && akhir.length > 1) kata.pop();
		else return;
	}
}

function isGelar(teks: string): boolean {
	const rapat = teks.replace(/[.\s]/g, '');
	if (gelar.has(rapat)) return true;
	return /^(?:[a-z]{1,3}\.\s?)+[a-z]{0,6}\.?$/.test(teks) && rapat.length <= 8;
}

/** One word in present-day spelling: joesoef → yusuf, djoko → joko, wahjudhi → wahyudi. */
export function ejaKini(kata: string): string {
	const ada = ejaan.get(kata);
	if (ada !== undefined) return ada;
	const hasil = eja(kata);
	if (ejaan.size < 50_000) ejaan.set(kata, hasil);
	return hasil;
}

/** The same words stand in very many names. */
const ejaan = new Map<string, string>();

function eja(kata: string): string {
	return kata
		.replaceAll('oe', 'u')
		.replaceAll('dj', '#')
		.replaceAll('tj', 'c')
		.replaceAll('nj', 'ny')
		.replaceAll('sj', 'sy')
		.replace(/ch(?=[bcdfghjklmnpqrstvwxz])/g, 'h')
		.replaceAll('ch', 'c')
		.replaceAll('j', kataLama(kata) ? 'y' : 'j')
		.replaceAll('#', 'j')
		.replace(/[dt]h/g, (p) => p.charAt(0))
		.replace(/kh/g, 'h')
		.replace(/ph|v/g, 'f')
		.replaceAll('x', 'ks')
		.replaceAll('q', 'k')
		.replaceAll('z', 's')
		.replaceAll('y', 'i')
		.replace(/(.)\1+/g, '$1');
}

/** A word that shows the old spelling elsewhere writes y as j. */
const kataLama = (kata: string) => /oe|dj|tj|nj|sj/.test(kata);

export function bacaNama(teks: string): Nama {
	const asal = listKata(teks);
	// "M." is Muhammad only before another word; elsewhere it is an initial.
	const kata = asal.map((k, i) =>
		muhamad.has(k) && (k.length > 1 || (i === 0 && asal.length > 1)) ? 'muhamad' : k,
	);
	return { kata, polos: kata.join(' '), ejaan: kata.map(ejaKini).join(' ') };
}

/** Whether one of the names has initials where the other has words: "Budi S." and "Budi Santoso". */
export function isInisial(a: readonly string[], b: readonly string[]): boolean {
	if (a.length !== b.length || a.length < 2) return false;
	let singkat = 0;
	for (let i = 0; i < a.length; i++) {
		const [x = '', y = ''] = [a[i], b[i]];
		if (x === y) continue;
		if (x.charAt(0) !== y.charAt(0) || (x.length > 1 && y.length > 1)) return false;
		singkat++;
	}
	return singkat > 0 && singkat < a.length;
}

/** Whether all words of the shorter name stand in the longer one, at least two of them. */
export function isBagian(a: readonly string[], b: readonly string[]): boolean {
	const [pendek, panjang] = a.length <= b.length ? [a, b] : [b, a];
	return pendek.length >= 2 && pendek.every((k) => panjang.includes(k));
}

/** Whether one letter was changed, left out, added or swapped with its neighbour. */
export function isHampirSama(a: string, b: string): boolean {
	if (a === b) return true;
	if (Math.abs(a.length - b.length) > 1 || Math.min(a.length, b.length) < 6) return false;
	let i = 0;
	while (i < a.length && a[i] === b[i]) i++;
	if (a.length === b.length)
		return (
			a.slice(i + 1) === b.slice(i + 1) ||
			(a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2))
		);
	const [pendek, panjang] = a.length < b.length ? [a, b] : [b, a];
	return pendek.slice(i) === panjang.slice(i + 1);
}
