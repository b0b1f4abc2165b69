/** Answers with a file to be saved under its name. `nama` is ASCII without quotes. */
export function sendAttachment(berkas: { nama: string; tipe: string; isi: BodyInit }): Response {
	return new Response(berkas.isi, {
		headers: { 'content-type': berkas.tipe, 'content-disposition': `attachment; filename="${berkas.nama}"` },
	});
}
