import { mapPasal } from '#features/kebijakan/map-pasal.ts';
import { saveDokumen } from '#features/kebijakan/save-dokumen.ts';
import { buatKota, type KotaUji } from '#features/penilaian/penilaian.testing.ts';
import type { Ctx } from '#platform/ctx.ts';
import { advanceAudit, issueSurat } from './kerja/advance-audit.ts';
import { concludeAudit, reviewAudit } from './kerja/conclude-audit.ts';
import { pickKriteria } from './kerja/pick-kriteria.ts';
import { planAudit } from './kerja/plan-audit.ts';
import { readAudit } from './kerja/read-audit.ts';
import { addLingkup } from './kerja/save-lingkup.ts';
import { addTim } from './kerja/save-tim.ts';
import { writeKertas } from './kerja/write-kertas.ts';
import { addProgram, enterPeta } from './program/save-program.ts';
import { addTemuan, type TemuanMasukan } from './temuan/save-temuan.ts';

export interface PanggungAudit {
	kota: KotaUji;
	instansiId: number;
	auditor: Ctx;
	/** Somebody else of the auditors, for quality reviews. */
	pengendali: Ctx;
	koordinator: Ctx;
	operator: Ctx;
	dinas: { id: number; jalur: string };
	seberang: { id: number; jalur: string };
}

export function harus<T extends { ok: boolean; reason?: string }>(hasil: T): Extract<T, { ok: true }> {
	if (!hasil.ok) throw new Error(JSON.stringify(hasil));
	return hasil as Extract<T, { ok: true }>;
}

/** An institution with auditors, a coordinator and the people of an audited unit. */
export async function panggungAudit(ctx: Ctx): Promise<PanggungAudit> {
	const kota = await buatKota(ctx);
	const [dinas, seberang] = [await kota.unit('Dinas A', 'dinas'), await kota.unit('Dinas B', 'dinas')];
	return {
		...{ kota, instansiId: kota.id, dinas, seberang },
		auditor: await kota.sebagai('auditor', { peran: 'auditor' }),
		pengendali: await kota.sebagai('pengendali', { peran: 'auditor' }),
		koordinator: await kota.sebagai('koordinator', {}),
		operator: await kota.sebagai('operator', { peran: 'operator', unitId: dinas.id, jalur: dinas.jalur }),
	};
}

export const orangId = (ctx: Ctx): number => (ctx.who.jenis === 'orang' ? ctx.who.id : 0);

/** Gives somebody a role in the database too, where a use case looks them up. */
export async function beriPeran(ctx: Ctx, instansiId: number, peran: string, unitId: number | null = null) {
	await ctx.db
		.insertInto('peran')
		.values({
			...{ orang_id: orangId(ctx), peran, instansi_id: instansiId, unit_id: unitId },
			...{ diberi: ctx.clock(), diberi_oleh: null, dicabut: null, sumber: 'tangan' },
		})
		.execute();
}

/** A programme for security audits in the roadmap, and a guideline that speaks of them. */
export async function siapkanProgram(p: PanggungAudit): Promise<number> {
	const { instansiId } = p;
	const isi = {
		instansiId,
		jenis: 'keamanan' as const,
		pelaksana: 'internal' as const,
		objek: 'Keamanan aplikasi',
	};
	const { id } = harus(await addProgram(p.auditor, { ...isi, tahun: 2026 })).value;
	harus(await addProgram(p.auditor, { ...isi, tahun: 2028 }));
	harus(await enterPeta(p.koordinator, { instansiId }));
	return id;
}

export async function siapkanPedoman(p: PanggungAudit): Promise<void> {
	const { instansiId } = p;
	const dokumen = harus(
		await saveDokumen(p.koordinator, {
			...{
				instansiId,
				indikator: 'I09',
				jenis: 'perkada',
				nomor: 'Perwali 9/2025',
				judul: 'Pedoman audit TIK',
			},
			...{ status: 'berlaku', tanggal: '2025-03-01', tautan: '', berkas: undefined },
			...{ indukId: null, hubungan: null, reviuId: null },
		}),
	);
	const penunjuk = new Map([['keamanan', 'pasal 7']]);
	const dokumenId = dokumen.value.id;
	harus(await mapPasal(p.koordinator, { instansiId, indikator: 'I09', dokumenId, penunjuk }));
}

/** An internal security audit of the unit with a letter, a team, and two criteria; under way. */
export async function mulaiAudit(p: PanggungAudit, programId: number | null = null): Promise<number> {
	const { instansiId, auditor } = p;
	const rencana = await planAudit(auditor, {
		...{ instansiId, programId, jenis: 'keamanan', pelaksana: 'internal', lembaga: null, namaLembaga: '' },
		...{ judul: 'Audit keamanan 2026', tujuan: '', mulai: '2026-01-05', selesai: '2026-12-20' },
	});
	const auditId = harus(rencana).value.id;
	const tempat = { instansiId, auditId };
	harus(await addLingkup(auditor, { ...tempat, nama: 'Portal layanan', unitId: p.dinas.id, sistemId: null }));
	const tim = { ...tempat, orangId: null, unitId: null, sertifikat: '' };
	harus(await addTim(auditor, { ...tim, nama: 'Ratna', peran: 'ketua' }));
	harus(
		await issueSurat(auditor, { ...tempat, nomor: 'ST-1/2026', tanggal: '2026-01-02', pemberi: 'Inspektur' }),
	);
	harus(await pickKriteria(auditor, { ...tempat, kode: ['P20.b', 'P20.c'], daftarId: null }));
	harus(await advanceAudit(auditor, { ...tempat, dilaporkan: null }));
	return auditId;
}

export const temuanUji = (
	p: PanggungAudit,
	auditId: number,
	ubah: Partial<TemuanMasukan> = {},
): TemuanMasukan => ({
	...{ instansiId: p.instansiId, auditId, judul: 'Akun bekas pegawai masih aktif', kondisi: '12 akun' },
	...{ kriteria: 'P20.c', kriteriaId: null, sebab: 'tidak ada prosedur', akibat: 'akses tidak sah' },
	...{
		rekomendasi: 'Nonaktifkan',
		risiko: 'tinggi',
		unitId: p.dinas.id,
		orangId: null,
		tenggat: '2026-12-31',
	},
	...ubah,
});

export const catatTemuan = async (p: PanggungAudit, auditId: number, ubah: Partial<TemuanMasukan> = {}) =>
	harus(await addTemuan(p.auditor, temuanUji(p, auditId, ubah))).value.id;

/** Tests every criterion as good, and concludes. */
export async function ujiDanSimpulkan(p: PanggungAudit, auditId: number): Promise<void> {
	const { instansiId, auditor } = p;
	const tempat = { instansiId, auditId };
	const { kriteria } = harus(await readAudit(auditor, tempat)).value;
	for (const k of kriteria)
		harus(
			await writeKertas(auditor, {
				...{ ...tempat, id: k.id, versi: k.versi, edk: 'M', eik: 'S', efk: 'E' },
				...{ diperiksa: 'Kebijakan dan konfigurasi', sampel: '5 dari 20 akun', catatan: '', tautan: '' },
			}),
		);
	harus(await advanceAudit(auditor, { ...tempat, dilaporkan: null }));
	harus(
		await concludeAudit(auditor, {
			...{ ...tempat, opini: 'M', alasan: '', kesimpulan: 'Pengendalian memadai' },
			pokok: ['tata_kelola', 'fungsionalitas', 'kinerja', 'lainnya'],
		}),
	);
	harus(await reviewAudit(p.pengendali, { ...tempat, catatan: 'Kertas kerja lengkap' }));
}
