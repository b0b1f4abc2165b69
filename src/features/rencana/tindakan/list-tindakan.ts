import { canAct, listJalur } from '#features/akun/izin.rules.ts';
import { listUnitStore } from '#features/instansi/unit.store.ts';
import { hariIni } from '#features/penilaian/alur.rules.ts';
import type { Ctx, Orang } from '#platform/ctx.ts';
import { inScope, type Trx } from '#platform/database/scope.ts';
import { listIndikator } from '#scoring';
import { type DasarPrakiraan, readDasar } from './dasar-prakiraan.ts';
import { type Hitungan, hitungPrakiraan, type Prakiraan } from './prakiraan.rules.ts';
import { isTampak, mayKerjakan } from './require-tindakan.ts';
import { type Desakan, desakanOf, urutkanMendesak } from './tindakan.rules.ts';
import { listTindakanStore, type Tindakan } from './tindakan.store.ts';

export interface BarisTindakan extends Tindakan {
	/** Short name of the indicator; empty where there is none. */
	pendek: string;
	desakan: Desakan;
	hitungan: Hitungan;
	/** Index points that it brings or, not counted, costs; three decimals. */
	poin: string;
	/** The person may report on it. */
	boleh: boolean;
}

export interface RingkasPrakiraan extends Pick<Prakiraan, 'kini' | 'nanti' | 'naik' | 'hilang'> {
	dari: { nama: string; tahun: number } | null;
	batas: DasarPrakiraan['batas'];
}

export interface DaftarTindakan {
	daftar: BarisTindakan[];
	/** Of the whole institution; null for who is limited to units. */
	prakiraan: RingkasPrakiraan | null;
	unit: { id: number; nama: string }[];
	/** The person writes actions and changes everything of them. */
	kelola: boolean;
	/** Today, and the day by which an action must be done to count, ISO. */
	kini: string;
	batas: string;
}

/** The actions that the person may see, most urgent first, with what each brings to the index or costs it. */
export async function listTindakan(
	ctx: Ctx,
	instansiId: number,
): Promise<{ ok: true; value: DaftarTindakan } | { ok: false; reason: 'belum_masuk' | 'tidak_berwenang' }> {
	if (ctx.who.jenis !== 'orang') return { ok: false, reason: 'belum_masuk' };
	const { who } = ctx;
	const jalur = listJalur(who, 'rencana.lihat', instansiId);
	if (jalur !== 'semua' && jalur.length === 0) return { ok: false, reason: 'tidak_berwenang' };
	const kini = hariIni(ctx.clock());
	return await inScope(ctx, who, async (trx) => {
		const { baris, prakiraan } = await readSemuaTindakan(trx, who, instansiId, kini);
		const unit = await listUnitStore(trx, instansiId);
		return {
			ok: true as const,
			value: {
				daftar: baris.filter((t) => isTampak(who, instansiId, t)),
				prakiraan: jalur === 'semua' ? prakiraan : null,
				unit: unit
					.filter((u) => u.aktif && isTampak(who, instansiId, u))
					.map(({ id, nama }) => ({ id, nama })),
				kelola: canAct(who, 'rencana.kelola', { instansiId }).ok,
				kini,
				batas: prakiraan.batas.tanggal,
			},
		};
	});
}

/** Every action of the institution with its part in the forecast; who asks must have been authorised. */
export async function readSemuaTindakan(
	trx: Trx,
	who: Pick<Orang, 'peran'>,
	instansiId: number,
	kini: string,
): Promise<{ baris: BarisTindakan[]; prakiraan: RingkasPrakiraan; dasar: DasarPrakiraan }> {
	const dasar = await readDasar(trx, instansiId, kini);
	const semua = await listTindakanStore(trx, instansiId);
	const { instrumen, jawaban, batas, penilaian } = dasar;
	const sama = semua.filter((t) => t.instrumen === null || t.instrumen === instrumen?.id);
	const tanggal = { kini, batas: batas.tanggal };
	const hitung = instrumen ? hitungPrakiraan(instrumen, jawaban, sama, tanggal) : null;
	const pendek = new Map(instrumen ? listIndikator(instrumen).map((i) => [i.id, i.pendek]) : []);
	const baris = urutkanMendesak(semua, kini).map((t) => ({
		...t,
		pendek: pendek.get(t.indikator ?? '') ?? '',
		desakan: desakanOf(t, kini),
		hitungan: hitung?.langkah.get(t.id)?.hitungan ?? ('tanpa_indikator' as const),
		poin: hitung?.langkah.get(t.id)?.poin ?? '0.000',
		boleh: mayKerjakan(who, instansiId, t),
	}));
	return {
		baris,
		dasar,
		prakiraan: {
			kini: hitung?.kini ?? null,
			nanti: hitung?.nanti ?? null,
			naik: hitung?.naik ?? '0.000',
			hilang: hitung?.hilang ?? '0.000',
			dari: penilaian && { nama: penilaian.nama, tahun: penilaian.tahun },
			batas,
		},
	};
}
