import { canAct, listJalur } from '#features/akun/izin.rules.ts';
import { tulisBerkas } from '#features/hasil/tulis-berkas.ts';
import { listUnitStore } from '#features/instansi/unit.store.ts';
import { hariIni } from '#features/penilaian/alur.rules.ts';
import type { Ctx } from '#platform/ctx.ts';
import { inScope, type Trx } from '#platform/database/scope.ts';
import { listIndikator } from '#scoring';
import { readDasar } from '../tindakan/dasar-prakiraan.ts';
import { isTampak } from '../tindakan/require-tindakan.ts';
import { listTindakanStore } from '../tindakan/tindakan.store.ts';
import { jumlahPeta, type Ketidaksesuaian, periksaPeta, pilihMulai } from './peta.rules.ts';
import { type BarisPeta, listPetaStore } from './peta.store.ts';

export interface PilihanPeta {
	indikator: { id: string; pendek: string }[];
	unit: { id: number; nama: string }[];
	tindakan: { id: number; judul: string }[];
}

export interface PetaTerbuka {
	baris: BarisPeta[];
	jumlah: ReturnType<typeof jumlahPeta>;
	/** Null for who is limited to units and sees only their rows. */
	masalah: Ketidaksesuaian[] | null;
	pilihan: PilihanPeta;
	/** Actions that stand in no row yet. */
	belum: number;
	kelola: boolean;
	tahunIni: number;
}

type Tolak = { ok: false; reason: 'belum_masuk' | 'tidak_berwenang' };

/** Five years of the roadmap that the person may see, with sums and where it does not hold together. */
export async function readPeta(
	ctx: Ctx,
	instansiId: number,
): Promise<{ ok: true; value: PetaTerbuka } | Tolak> {
	if (ctx.who.jenis !== 'orang') return { ok: false, reason: 'belum_masuk' };
	const { who } = ctx;
	const jalur = listJalur(who, 'rencana.lihat', instansiId);
	if (jalur !== 'semua' && jalur.length === 0) return { ok: false, reason: 'tidak_berwenang' };
	const kini = hariIni(ctx.clock());
	const tahunIni = Number(kini.slice(0, 4));
	const kelola = canAct(who, 'rencana.kelola', { instansiId }).ok;
	return await inScope(ctx, who, async (trx) => {
		const semua = await listPetaStore(trx, instansiId);
		const baris = semua.filter((b) => isTampak(who, instansiId, b));
		const mulai = pilihMulai(semua, tahunIni);
		const terpakai = new Set(semua.map((b) => b.tindakanId));
		const pilihan = kelola ? await readPilihan(trx, instansiId, kini) : null;
		return {
			ok: true as const,
			value: {
				baris,
				jumlah: jumlahPeta(baris, mulai),
				masalah: jalur === 'semua' ? periksaPeta(semua, mulai, tahunIni) : null,
				pilihan: pilihan ?? { indikator: [], unit: [], tindakan: [] },
				belum: pilihan?.tindakan.filter((t) => !terpakai.has(t.id)).length ?? 0,
				...{ kelola, tahunIni },
			},
		};
	});
}

async function readPilihan(trx: Trx, instansiId: number, kini: string): Promise<PilihanPeta> {
	const { instrumen } = await readDasar(trx, instansiId, kini);
	return {
		indikator: instrumen ? listIndikator(instrumen).map(({ id, pendek }) => ({ id, pendek })) : [],
		unit: (await listUnitStore(trx, instansiId)).filter((u) => u.aktif).map(({ id, nama }) => ({ id, nama })),
		tindakan: (await listTindakanStore(trx, instansiId))
			.filter((t) => t.keadaan !== 'batal')
			.map(({ id, judul }) => ({ id, judul })),
	};
}

const KOLOM = [
	['tahun', 'tahun', 'bulat'],
	['muatan', 'muatan'],
	['program_atau_kegiatan', 'judul'],
	['indikator', 'indikator'],
	['unit', 'unit'],
	['kebutuhan_rupiah', 'kebutuhan', 'bulat'],
	['anggaran_rupiah', 'anggaran', 'bulat'],
	['sub_kegiatan', 'subKegiatan'],
	['tindakan', 'tindakan'],
] as const;

/** The rows as a file. */
export async function exportPeta(
	ctx: Ctx,
	input: { instansiId: number; slug: string; format: 'csv' | 'xlsx' },
) {
	const hasil = await readPeta(ctx, input.instansiId);
	if (!hasil.ok) return hasil;
	const nama = `peta-rencana-${input.slug}`;
	return { ok: true as const, value: await tulisBerkas(nama, input.format, KOLOM, hasil.value.baris) };
}
