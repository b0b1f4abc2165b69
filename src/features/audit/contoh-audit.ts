import { hariIni } from '#features/penilaian/alur.rules.ts';
import { asPeran, mustOk, type Susunan } from '#features/penilaian/as-contoh.ts';
import { saveIzin } from './sistem/izin-sistem.ts';
import { saveSistem } from './sistem/save-sistem.ts';
import { bacaAlamat } from './sistem/sistem.rules.ts';

/** Three systems, and a permit for two of them: the third shows what is missing. Their names lead nowhere. */
export async function fillAuditContoh(s: Susunan): Promise<void> {
	const asal = await asPeran(s, 'koordinator');
	// nobody is there to prove who they are again
	const koordinator =
		asal.who.jenis === 'orang' ? { ...asal, who: { ...asal.who, ditegaskan: asal.clock() } } : asal;
	const { instansiId } = s;
	const { sistem, izin } = s.contoh.audit;
	for (const { unit, alamat, ...isi } of sistem) {
		const terbaca = bacaAlamat(alamat.join('\n'));
		const hasil = await saveSistem(koordinator, {
			...{ ...isi, instansiId, ubah: null, aktif: true },
			unitId: s.unit.get(unit)?.id ?? null,
			alamat: terbaca.ok ? terbaca.value : [],
		});
		mustOk(hasil, isi.nama);
	}
	const kini = s.ctx.clock();
	const masa = {
		berlakuDari: hariIni(kini),
		berlakuSampai: hariIni(new Date(kini.getTime() + izin.hari * 86_400_000)),
	};
	const { nomor, pemberi, sasaran } = izin;
	mustOk(await saveIzin(koordinator, { instansiId, nomor, pemberi, sasaran, tambahan: [], ...masa }), nomor);
}
