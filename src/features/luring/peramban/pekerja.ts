const TUNGGU_MS = 2000;

/** Registers the worker for the workspace only, and has it keep the page that is open. */
export async function kenalkanPekerja(): Promise<void> {
	if (!('serviceWorker' in navigator)) return;
	const scope = location.pathname.startsWith('/en/') ? '/en/kerja' : '/kerja';
	if (!location.pathname.startsWith(scope)) return;
	try {
		await navigator.serviceWorker.register('/service-worker.js', { scope });
		const { active } = await navigator.serviceWorker.ready;
		if (!navigator.serviceWorker.controller && !document.querySelector('[data-luring-balasan]'))
			active?.postMessage({ ingat: location.href });
	} catch {
		// without it pages need a link; nothing else changes
	}
}

/** Deletes kept pages; resolves at the latest after two seconds. */
export async function lupakanHalaman(): Promise<void> {
	if (!('caches' in globalThis)) return;
	const hapus = (async () => {
		for (const daftar of await navigator.serviceWorker.getRegistrations())
			daftar.active?.postMessage({ lupa: true });
		for (const nama of await caches.keys()) if (nama.startsWith('matang-halaman')) await caches.delete(nama);
	})();
	await Promise.race([hapus.catch(() => {}), new Promise((selesai) => setTimeout(selesai, TUNGGU_MS))]);
}
