/** Provinces by their code (the first two digits of the area code) that are not in western time: Keppres 41/1987 and the acts that made the newer provinces. */
const wita = new Set(['51', '52', '53', '63', '64', '65', '71', '72', '73', '74', '75', '76']);
const wit = new Set(['81', '82', '91', '92', '93', '94', '95', '96', '97']);

/** Time zone of an institution by its province; the national ones are in Jakarta. */
export function zonaOf(provinsi: string | null): 'WIB' | 'WITA' | 'WIT' {
	if (provinsi !== null && wita.has(provinsi)) return 'WITA';
	return provinsi !== null && wit.has(provinsi) ? 'WIT' : 'WIB';
}
