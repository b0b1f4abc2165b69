import { createCatatan, type DaftarPegawai, type Pegawai } from './akun.rules.ts';
import type { Medan, MedanPegawai } from './kolom.rules.ts';
import { createKolomTanggal, lepas, type UrutanPaksa } from './kumpul.rules.ts';
import { bacaNip, bacaStatusPegawai } from './nilai.rules.ts';

type PegawaiBaku = { -readonly [K in keyof Pegawai]: Pegawai[K] };

/** Gathers the personnel list row by row; of rows with the same NIP the one of the later position holds. */
export function createPengumpulPegawai(letak: Partial<Record<Medan, number>>, tanggal: UrutanPaksa) {
	const catatan = createCatatan();
	const tmtJabatan = createKolomTanggal('tmt_jabatan', catatan, tanggal);
	const tmtBerhenti = createKolomTanggal('tmt_berhenti', catatan, tanggal);
	const semua: PegawaiBaku[] = [];
	let baris = 0;

	function tambah(nomor: number, sel: readonly string[]): void {
		const isi = (m: MedanPegawai) => {
			const n = letak[m];
			return n === undefined ? '' : (sel[n] ?? '').trim();
		};
		if (sel.every((s) => s.trim() === '')) return;
		baris++;
		const [nip, nama] = [lepas(bacaNip(isi('nip'))), lepas(isi('nama'))];
		const surel = lepas(isi('surel').toLowerCase());
		if (isi('nip').length > 1 && nip === '') catatan.catat('nip_bukan_nip', 'nip', nomor, isi('nip'));
		if (nip === '' && nama === '' && surel === '') {
			catatan.catat('pegawai_tanpa_nama', 'nama', nomor, sel.slice(0, 4).join(' | '));
			return;
		}
		const status = isi('status');
		const aktif = bacaStatusPegawai(status);
		if (aktif === undefined) catatan.catat('nilai_tidak_dikenal', 'status', nomor, status.slice(0, 60));
		semua.push({
			baris: nomor,
			...{ nip, nama, surel },
			status: lepas(status),
			unit: lepas(isi('unit')),
			jabatan: lepas(isi('jabatan')),
			aktif: aktif ?? null,
			tmtJabatan: tmtJabatan.baca(isi('tmt_jabatan'), nomor),
			tmtBerhenti: tmtBerhenti.baca(isi('tmt_berhenti'), nomor),
		});
	}

	function selesai(): DaftarPegawai {
		const [jabatan, berhenti] = [tmtJabatan.putusan(), tmtBerhenti.putusan()];
		for (const p of semua) {
			p.tmtJabatan = jabatan(p.tmtJabatan);
			p.tmtBerhenti = berhenti(p.tmtBerhenti);
		}
		const menurutNip = new Map<string, PegawaiBaku>();
		const hasil: Pegawai[] = [];
		for (const p of semua) {
			const lama = p.nip === '' ? undefined : menurutNip.get(p.nip);
			if (!lama) {
				if (p.nip !== '') menurutNip.set(p.nip, p);
				hasil.push(p);
				continue;
			}
			catatan.catat('pegawai_ganda', 'nip', p.baris);
			if (p.tmtJabatan >= lama.tmtJabatan) Object.assign(lama, p);
		}
		const ada = new Set(Object.keys(letak) as MedanPegawai[]);
		return { pegawai: hasil, ada, catatan: catatan.daftar(), baris };
	}
	return { tambah, selesai, catatan, banyak: () => semua.length };
}
