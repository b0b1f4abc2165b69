const peramban = [
	['Edge', /\bEdg(?:e|A|iOS)?\//],
	['Opera', /\bOPR\//],
	['Samsung Internet', /\bSamsungBrowser\//],
	['Firefox', /\b(?:Firefox|FxiOS)\//],
	['Chrome', /(?:\b|Headless)(?:Chrome|CriOS)\//],
	['Safari', /\bSafari\//],
] as const;
const sistem = [
	['Android', /\bAndroid\b/],
	['iOS', /\b(?:iPhone|iPad)\b/],
	['Windows', /\bWindows\b/],
	['macOS', /\bMacintosh\b/],
	['Linux', /\b(?:Linux|CrOS)\b/],
] as const;

/** "Chrome · Android" for what a browser says of itself; null where it is none that is known. */
export function namaPeramban(agen: string): string | null {
	const nama = peramban.find(([, pola]) => pola.test(agen))?.[0];
	if (!nama) return null;
	const di = sistem.find(([, pola]) => pola.test(agen))?.[0];
	return di ? `${nama} · ${di}` : nama;
}
