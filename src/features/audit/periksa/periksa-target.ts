import type { Alat } from './alat.ts';
import type { Fakta } from './fakta.rules.ts';
import type { Hasil } from './hasil.rules.ts';
import { type AlasanPeriksa, canPeriksa } from './izin-periksa.rules.ts';
import { kumpulFakta } from './kumpul.ts';
import { type Nilai, nilaiTarget } from './nilai.rules.ts';
import { putuskan } from './putuskan.rules.ts';
import type { Katalog } from './read-katalog.ts';
import { berbatas, WaktuHabis } from './sambung.ts';
import type { Target } from './sasaran.rules.ts';
import { type AlasanTuju, tujukan } from './tuju.ts';

export interface Terperiksa {
	alamat: string;
	hasil: Hasil[];
	nilai: Nilai | null;
	fakta: Fakta;
}

export type PeriksaOutcome =
	| { ok: true; value: Terperiksa }
	| { ok: false; reason: AlasanPeriksa | AlasanTuju | 'terlalu_lama'; alamat: string };

/**
 * Looks at one target under a permit: every check, or a refusal before the first connection.
 * @param hari today where the permit is valid, ISO
 */
export async function periksaTarget(
	alat: Alat,
	katalog: Katalog,
	target: Target,
	hari: string,
): Promise<PeriksaOutcome> {
	const boleh = canPeriksa(alat.izin, target, hari);
	if (!boleh.ok) return { ...boleh, alamat: '' };
	const tuju = await tujukan(alat, target);
	if (!tuju.ok) return tuju;
	const henti = new AbortController();
	const bersama = { ...alat, henti: henti.signal };
	try {
		const fakta = await berbatas(alat.batas.semua, kumpulFakta(bersama, tuju.tujuan, tuju.ditolak));
		const hasil = putuskan(fakta, katalog.ambang, katalog.pemeriksaan.keys(), alat.izin.tambahan);
		return { ok: true, value: { alamat: fakta.alamat, hasil, nilai: nilaiTarget(fakta, hasil), fakta } };
	} catch (error) {
		if (error instanceof WaktuHabis)
			return { ok: false, reason: 'terlalu_lama', alamat: tuju.tujuan.alamat.teks };
		throw error;
	} finally {
		henti.abort();
	}
}
