import { type Alamat, parseAlamat } from './alamat.rules.ts';
import type { Alat } from './alat.ts';
import { type AlasanSambung, canSambung } from './izin-periksa.rules.ts';
import type { Tujuan } from './sambung.ts';
import type { Target } from './sasaran.rules.ts';

export type AlasanTuju = 'nama_tidak_ditemukan' | AlasanSambung;

/** The one address that is looked at: found once, and only among those that the permit covers. */
export async function tujukan(
	alat: Alat,
	target: Target,
): Promise<
	{ ok: true; tujuan: Tujuan; ditolak: string[] } | { ok: false; reason: AlasanTuju; alamat: string }
> {
	const langsung = parseAlamat(target.host);
	const semua = langsung ? [langsung] : await cariSekali(alat, target.host);
	const [pertama] = semua;
	if (!pertama) return { ok: false, reason: 'nama_tidak_ditemukan', alamat: '' };
	const nilai = semua.map((alamat) => ({ alamat, boleh: canSambung(alat.izin, target, alamat) }));
	const terpilih = nilai.find(({ boleh }) => boleh.ok);
	const ditolak = nilai.filter(({ boleh }) => !boleh.ok);
	if (terpilih)
		return {
			ok: true,
			tujuan: { ...target, alamat: terpilih.alamat },
			ditolak: ditolak.map((d) => d.alamat.teks),
		};
	const sebab = ditolak[0]?.boleh;
	return { ok: false, reason: sebab && !sebab.ok ? sebab.reason : 'di_luar_izin', alamat: pertama.teks };
}

/** "localhost" is this machine and is asked of nobody. */
async function cariSekali(alat: Alat, host: string): Promise<Alamat[]> {
	if (host !== 'localhost') return (await alat.cariAlamat(host)).slice(0, 20);
	return ['127.0.0.1', '::1'].flatMap((teks) => parseAlamat(teks) ?? []);
}
