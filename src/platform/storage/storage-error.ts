/** Why a file could not be kept. `sebab` tells them apart across bundles, where `instanceof` does not. */
export class PenyimpananError extends Error {
	readonly sebab: 'berkas_terlalu_besar' | 'penyimpanan_penuh' | 'penyimpanan_gagal';
	constructor(sebab: PenyimpananError['sebab'], options?: ErrorOptions) {
		super(sebab.replaceAll('_', ' '), options);
		this.sebab = sebab;
	}
}

/** More bytes than allowed. What had arrived is gone. */
export class TerlaluBesarError extends PenyimpananError {
	constructor() {
		super('berkas_terlalu_besar');
	}
}
/** No room left where files are kept. */
export class PenyimpananPenuhError extends PenyimpananError {
	constructor(options?: ErrorOptions) {
		super('penyimpanan_penuh', options);
	}
}

/** The reason carried by an error of the store; null for any other error. */
export function sebabPenyimpanan(cause: unknown): PenyimpananError['sebab'] | null {
	return cause instanceof Error && 'sebab' in cause ? (cause.sebab as PenyimpananError['sebab']) : null;
}
