import type { Trx } from '#platform/database/scope.ts';
import type { SistemProgram } from '../aturan/program.rules.ts';

/** Systems of the register, as far as the programme looks at them. */
export async function listSistemProgram(_trx: Trx, _instansiId: number): Promise<SistemProgram[]> {
	return [];
}
