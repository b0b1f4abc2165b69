/** Hundredths as a decimal string with a point and two decimals: 305 → "3.05", −10 → "-0.10". */
export function tulisAngka(perseratus: number): string {
	const digit = String(Math.abs(perseratus)).padStart(3, '0');
	return `${perseratus < 0 ? '-' : ''}${digit.slice(0, -2)}.${digit.slice(-2)}`;
}
