import { readTeks } from '#platform/http/read-form.ts';
import type { AturanAkses } from './akses.schema.ts';
import type { PetaTersimpan, SetelanBaru } from './akses.store.ts';
import { daftarKeputusan, type Keputusan } from './kampanye.rules.ts';
import { medanAkun, medanPegawai } from './mesin/kolom.rules.ts';

/** The mapping that a form sends: `kolom_nama_akun` and so on; blank where the file has no such column. */
export function bacaPeta(form: FormData, jenis: 'akun' | 'pegawai'): PetaTersimpan {
	const medan: readonly string[] = jenis === 'akun' ? medanAkun : medanPegawai;
	const urutan = readTeks(form, 'urutan', 20);
	const publik = readTeks(form, 'publik', 10);
	return {
		peta: Object.fromEntries(medan.map((m) => [m, readTeks(form, `kolom_${m}`, 300)])),
		urutan: urutan === 'hari_dulu' || urutan === 'bulan_dulu' ? urutan : 'otomatis',
		publik: publik === 'ya' ? true : publik === 'tidak' ? false : null,
	};
}

export type BacaSetelan =
	| { ok: true; value: SetelanBaru }
	| { ok: false; reason: 'retensi_salah' | 'ambang_salah' | 'pasangan_salah' };

/** Settings as the form sends them; thresholds that stand as shipped are not kept. */
export function bacaSetelan(form: FormData, aturan: AturanAkses): BacaSetelan {
	const retensi = readTeks(form, 'retensi', 10);
	if (!/^\d{2,4}$/.test(retensi)) return { ok: false, reason: 'retensi_salah' };
	const ambang: SetelanBaru['ambang'] = {};
	for (const a of aturan.aturan)
		for (const b of a.ambang) {
			const teks = readTeks(form, `ambang_${a.id}_${b.nama}`, 10);
			if (!/^\d{0,6}$/.test(teks) || Number(teks) > 100_000) return { ok: false, reason: 'ambang_salah' };
			const nilai = teks === '' ? null : Number(teks);
			if (nilai !== b.nilai) ambang[a.id] = { ...ambang[a.id], [b.nama]: nilai };
		}
	const pasangan = bacaBaris(readTeks(form, 'pasangan', 20_000));
	if (pasangan.length > 200 || pasangan.some((p) => p.length !== 2))
		return { ok: false, reason: 'pasangan_salah' };
	const unitSama = bacaBaris(readTeks(form, 'unitSama', 20_000)).filter((u) => u.length >= 2);
	const bawaan = JSON.stringify(pasangan) === JSON.stringify(aturan.pasangan.daftar);
	return {
		ok: true,
		value: {
			retensi: Number(retensi),
			ambang,
			pasangan: bawaan ? null : (pasangan as [string, string][]),
			unitSama: unitSama.slice(0, 500),
		},
	};
}

/** Lines parted by "|", blank parts left out. */
const bacaBaris = (teks: string): string[][] =>
	teks
		.split('\n')
		.map((b) =>
			b
				.split('|')
				.map((s) => s.trim().slice(0, 200))
				.filter((s) => s !== ''),
		)
		.filter((b) => b.length > 0);

/** The decision that a form sends for the accounts it ticks. */
export function bacaPutusan(form: FormData) {
	const butir = form
		.getAll('butir')
		.flatMap((b) => (typeof b === 'string' && /^\d{1,9}$/.test(b) ? [Number(b)] : []));
	const keputusan = readTeks(form, 'keputusan', 20);
	const sampai = readTeks(form, 'sampai', 10);
	return {
		butir: butir.slice(0, 200),
		keputusan: (daftarKeputusan as readonly string[]).includes(keputusan) ? (keputusan as Keputusan) : null,
		alasan: readTeks(form, 'alasan', 2000),
		berlakuSampai: /^\d{4}-\d{2}-\d{2}$/.test(sampai) ? sampai : null,
	};
}
