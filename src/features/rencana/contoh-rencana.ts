import { hariIni } from '#features/penilaian/alur.rules.ts';
import { asPeran, mustOk, type Susunan } from '#features/penilaian/as-contoh.ts';
import { fillPeta } from './peta/fill-peta.ts';
import { savePeta } from './peta/save-peta.ts';
import { reportTindakan } from './tindakan/report-tindakan.ts';
import { saveTindakan } from './tindakan/save-tindakan.ts';
import { addTonggak, tickTonggak } from './tindakan/save-tonggak.ts';
import { findTindakan } from './tindakan/tindakan.store.ts';

const HARI = 86_400_000;
const rupiah = (n: number | undefined) => (n === undefined ? null : BigInt(n));

/** Work that is late, running and done with its milestones, and a roadmap that does not quite fit its budget. */
export async function fillRencanaContoh(s: Susunan): Promise<void> {
	const id: number[] = [];
	for (const t of s.contoh.rencana.tindakan) id.push(await isiTindakan(s, t, id));
	await isiPeta(s);
}

const tanggal = (s: Susunan, hari: number) => hariIni(new Date(s.ctx.clock().getTime() + hari * HARI));
const tahunIni = (s: Susunan) => Number(tanggal(s, 0).slice(0, 4));

async function isiTindakan(
	s: Susunan,
	t: Susunan['contoh']['rencana']['tindakan'][number],
	sebelum: readonly number[],
): Promise<number> {
	const koordinator = await asPeran(s, 'koordinator');
	const { instansiId } = s;
	const { judul, indikator, dari, ke, bukti, subKegiatan, keadaan, kemajuan } = t;
	const hasil = await saveTindakan(koordinator, {
		...{ instansiId, ubah: null, judul, indikator, dari, ke, bukti, subKegiatan, tahun: tahunIni(s) },
		...{ mulai: tanggal(s, t.mulai), tenggat: tanggal(s, t.tenggat), uraian: '', orangId: null },
		unitId: t.unit === undefined ? null : (s.unit.get(t.unit)?.id ?? 0),
		...{ program: '', kegiatan: '', kodeRekening: '' },
		sumberDana: t.pagu === undefined ? '' : 'APBD (contoh)',
		...{ pagu: rupiah(t.pagu), realisasi: rupiah(t.realisasi) },
		menunggu: t.menunggu.flatMap((n) => sebelum[n] ?? []),
	});
	const { id } = mustOk(hasil, judul).value;
	const tempat = { instansiId, id };
	for (const g of t.tonggak)
		mustOk(await addTonggak(koordinator, { ...tempat, nama: g.nama, tanggal: tanggal(s, g.hari) }), g.nama);
	const ada = (await findTindakan(s.ctx.db, instansiId, id))?.tonggak ?? [];
	for (const g of t.tonggak.filter((x) => x.selesai)) {
		const tonggakId = ada.find((x) => x.nama === g.nama)?.id ?? 0;
		mustOk(await tickTonggak(koordinator, { ...tempat, tonggakId, selesai: true }), g.nama);
	}
	mustOk(await reportTindakan(koordinator, { ...tempat, keadaan, kemajuan }), judul);
	return id;
}

async function isiPeta(s: Susunan): Promise<void> {
	const koordinator = await asPeran(s, 'koordinator');
	const { instansiId } = s;
	mustOk(await fillPeta(koordinator, instansiId), 'peta');
	for (const p of s.contoh.rencana.peta) {
		const hasil = await savePeta(koordinator, {
			...{ id: null, instansiId, tahun: tahunIni(s) + p.tahun, muatan: p.muatan, judul: p.judul },
			...{ indikator: null, tindakanId: null, subKegiatan: p.subKegiatan },
			unitId: p.unit === undefined ? null : (s.unit.get(p.unit)?.id ?? 0),
			...{ kebutuhan: rupiah(p.kebutuhan), anggaran: rupiah(p.anggaran) },
		});
		mustOk(hasil, p.judul);
	}
}
