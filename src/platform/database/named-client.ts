import pg from 'pg';

/** How many statements get a name; texts made up on the spot (lists of varying length) come after that and stay unnamed. */
const BATAS = 400;
const nama = new Map<string, string>();
const sekali = new Set<string>();

/** The statement's name from its second use on: the server then parses and plans it once per connection. */
function namaOf(text: string): string | undefined {
	const ada = nama.get(text);
	if (ada !== undefined || nama.size >= BATAS) return ada;
	if (sekali.delete(text)) {
		const baru = `m${nama.size}`;
		nama.set(text, baru);
		return baru;
	}
	if (sekali.size < 4 * BATAS) sekali.add(text);
	return undefined;
}

/** A client whose statements with values are prepared under a name as soon as they come again. */
export class NamedClient extends pg.Client {
	// biome-ignore lint/suspicious/noExplicitAny: the driver's own overloads, passed on as they come
	override query(...masukan: any[]): any {
		const [text, values, lagi] = masukan;
		if (typeof text !== 'string' || !Array.isArray(values) || values.length === 0 || lagi !== undefined)
			return super.query(...(masukan as [string]));
		const name = namaOf(text);
		return super.query(name === undefined ? { text, values } : { name, text, values });
	}
}
