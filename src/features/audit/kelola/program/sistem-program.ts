import type { Trx } from '#platform/database/scope.ts';
import { daftarKekritisan } from '../../sistem/sistem.rules.ts';
import { listSistemStore } from '../../sistem/sistem.store.ts';
import type { SistemProgram } from '../aturan/program.rules.ts';

/** Systems of the register that run, as the programme looks at them: every one is an application with its security. */
export async function listSistemProgram(trx: Trx, instansiId: number): Promise<SistemProgram[]> {
	const sistem = await listSistemStore(trx, instansiId);
	return sistem
		.filter((s) => s.aktif)
		.map((s) => ({
			nama: s.nama,
			urutan: daftarKekritisan.indexOf(s.kekritisan) * 2 - (s.kategori === 'strategis' ? 1 : 0),
			jenis: ['aplikasi', 'keamanan'],
		}));
}
