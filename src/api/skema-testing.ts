/** The parts of JSON Schema that the OpenAPI document uses. */
export interface Skema {
	$ref?: string;
	type?: string | string[];
	enum?: unknown[];
	pattern?: string;
	minimum?: number;
	maximum?: number;
	minLength?: number;
	maxLength?: number;
	items?: Skema;
	prefixItems?: Skema[];
	maxItems?: number;
	anyOf?: Skema[];
	properties?: Record<string, Skema>;
	required?: string[];
	additionalProperties?: boolean | Skema;
	description?: string;
	example?: unknown;
}

const dikenal = new Set(
	[
		'$ref,type,enum,pattern,minimum,maximum,minLength,maxLength,items,prefixItems,maxItems,anyOf',
		'properties,required,additionalProperties,description,example',
	]
		.join()
		.split(','),
);

const jenis = (nilai: unknown) =>
	nilai === null
		? 'null'
		: Array.isArray(nilai)
			? 'array'
			: Number.isInteger(nilai)
				? 'integer'
				: typeof nilai;

/** What in `nilai` does not fit the schema; throws on a keyword that this checker does not know. */
export function periksaSkema(
	skema: Skema,
	nilai: unknown,
	komponen: Record<string, Skema>,
	letak = '$',
): string[] {
	const asing = Object.keys(skema).filter((kunci) => !dikenal.has(kunci));
	if (asing.length > 0) throw new Error(`kata kunci skema tidak dikenal di ${letak}: ${asing.join()}`);
	if (skema.$ref) {
		const tujuan = komponen[skema.$ref.split('/').at(-1) ?? ''];
		return tujuan ? periksaSkema(tujuan, nilai, komponen, letak) : [`${letak}: ${skema.$ref} tidak ada`];
	}
	if (skema.anyOf) {
		const cocok = skema.anyOf.some((satu) => periksaSkema(satu, nilai, komponen, letak).length === 0);
		return cocok ? [] : [`${letak}: tidak ada pilihan anyOf yang cocok`];
	}
	const boleh = [skema.type ?? []].flat();
	const ini = jenis(nilai);
	if (boleh.length > 0 && !boleh.includes(ini) && !(ini === 'integer' && boleh.includes('number')))
		return [`${letak}: ${ini}, seharusnya ${boleh.join('/')}`];
	if (skema.enum && !skema.enum.includes(nilai)) return [`${letak}: "${String(nilai)}" di luar enum`];
	if (skema.pattern && typeof nilai === 'string' && !new RegExp(skema.pattern).test(nilai))
		return [`${letak}: "${nilai}" tidak berpola ${skema.pattern}`];
	if (typeof nilai === 'number' && (nilai < (skema.minimum ?? nilai) || nilai > (skema.maximum ?? nilai)))
		return [`${letak}: ${nilai} di luar batas`];
	if (Array.isArray(nilai))
		return nilai.flatMap((isi, i) =>
			periksaSkema(skema.prefixItems?.[i] ?? skema.items ?? {}, isi, komponen, `${letak}[${i}]`),
		);
	return typeof nilai === 'object' && nilai !== null
		? periksaObjek(skema, nilai as Record<string, unknown>, komponen, letak)
		: [];
}

function periksaObjek(
	skema: Skema,
	nilai: Record<string, unknown>,
	komponen: Record<string, Skema>,
	letak: string,
): string[] {
	const kurang = (skema.required ?? []).filter((kunci) => !(kunci in nilai));
	const lain = skema.additionalProperties;
	return [
		...kurang.map((kunci) => `${letak}.${kunci}: tidak ada`),
		...Object.entries(nilai).flatMap(([kunci, isi]) => {
			const milik = skema.properties?.[kunci] ?? (typeof lain === 'object' ? lain : undefined);
			if (milik) return periksaSkema(milik, isi, komponen, `${letak}.${kunci}`);
			return lain === false || (lain === undefined && skema.properties)
				? [`${letak}.${kunci}: tidak boleh ada`]
				: [];
		}),
	];
}
