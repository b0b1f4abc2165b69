/** The address the provider sends the browser back to: the public one where it is set, whatever the request says. */
export function alamatKembali(alamat: string | null, permintaan: URL): string {
	return new URL('/masuk/sso/kembali', alamat ?? permintaan.origin).href;
}
