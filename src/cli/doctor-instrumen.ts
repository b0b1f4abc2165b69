import { basename, join } from 'node:path';
import { loadInstrumen } from '#features/instrumen/load-instrumen.ts';

/** How many instruments are usable, and one line for every problem in a file that was left out. */
export function listInstrumenProblem(
	projectDir: string,
	dataDir: string,
): { jumlah: number; masalah: string[] } {
	const registri = loadInstrumen(join(projectDir, 'instruments'), join(dataDir, 'instrumen'));
	return {
		jumlah: registri.list().length,
		masalah: registri.masalah.map(({ berkas, path, pesan }) =>
			[basename(berkas), path, pesan].filter(Boolean).join(': '),
		),
	};
}
