/** Copy buttons: without this script the text is selected and copied by hand, so they stay hidden. */
for (const baris of document.querySelectorAll<HTMLElement>('[data-salin]')) {
	const teks = document.getElementById(baris.dataset.salin ?? '') as HTMLTextAreaElement | null;
	const status = baris.querySelector('[role=status]');
	if (!teks || !status) continue;
	baris.hidden = false;
	baris.querySelector('button')?.addEventListener('click', async () => {
		try {
			await navigator.clipboard.writeText(teks.value);
			status.textContent = baris.dataset.tersalin ?? '';
		} catch {
			teks.select();
			status.textContent = baris.dataset.gagal ?? '';
		}
	});
}
