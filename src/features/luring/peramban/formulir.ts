/** Fields that belong to the page and not to what the person writes. */
const milikHalaman = new Set(['dasar']);

export type FormLuring = HTMLFormElement & { dataset: { luring: string } };

/** Name of the form within its page: "nilai", "utas", "utas:12". */
export const namaForm = (form: HTMLFormElement) => form.dataset.luring ?? '';

/** Path of the page without its language. */
export const jalurKini = () => location.pathname.replace(/^\/en(?=\/)/, '');

export function isiForm(form: HTMLFormElement): Record<string, string> {
	const isi: Record<string, string> = {};
	for (const [nama, nilai] of new FormData(form))
		if (typeof nilai === 'string' && !milikHalaman.has(nama)) isi[nama] = nilai;
	return isi;
}

export function setIsi(form: HTMLFormElement, isi: Record<string, string>): void {
	for (const [nama, nilai] of Object.entries(isi)) {
		const medan = form.elements.namedItem(nama);
		if (medan && 'value' in medan) (medan as HTMLInputElement | RadioNodeList).value = nilai;
	}
}

export const isSama = (a: Record<string, string>, b: Record<string, string>) =>
	JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort());

export const bacaDasar = (form: HTMLFormElement): string | null => {
	const dasar = new FormData(form).get('dasar');
	return typeof dasar === 'string' ? dasar : null;
};

export function setDasar(form: HTMLFormElement, dasar: string | null): void {
	const medan = form.elements.namedItem('dasar');
	if (dasar !== null && medan instanceof HTMLInputElement) medan.value = dasar;
}

/** "10.42", by the device's clock. */
export function tulisJam(waktu: number | string): string {
	const d = new Date(waktu);
	const dua = (n: number) => String(n).padStart(2, '0');
	const hari = d.toDateString() === new Date().toDateString() ? '' : `${d.getDate()}/${d.getMonth() + 1} `;
	return `${hari}${dua(d.getHours())}.${dua(d.getMinutes())}`;
}
