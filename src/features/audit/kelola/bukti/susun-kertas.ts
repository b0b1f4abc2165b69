import { createHash } from 'node:crypto';
import { readRegister } from '#features/kebijakan/kebijakan.store.ts';
import type { Dokumen } from '#features/laporan/cetak/dokumen.rules.ts';
import { renderDokumen } from '#features/laporan/cetak/render-pdf.ts';
import { hariIni } from '#features/penilaian/alur.rules.ts';
import type { Ctx, Orang } from '#platform/ctx.ts';
import { inScope } from '#platform/database/scope.ts';
import { daftarJenisAudit, indikatorAudit } from '../aturan/audit.rules.ts';
import { listAuditStore } from '../kerja/audit.store.ts';
import { hitungSemuaTingkat, KEBIJAKAN_AUDIT, readPedoman } from '../kerja/hitung-tingkat.ts';
import { type AuditTerbuka, readAudit } from '../kerja/read-audit.ts';
import { listProgram } from '../program/program.store.ts';
import { barisTindakLanjut, dokumenProgram } from './dokumen-audit.rules.ts';
import type { IndikatorAsal } from './tujuan.rules.ts';
import { lembarTindakLanjut, type RuangInstansi, susunDokumen } from './unduh-audit.ts';

/** One paper that becomes evidence, and how to write it. */
export interface Kertas {
	tingkat: number;
	kunci: string;
	judul: string;
	tanggal: string;
	/** Changes when the words do. */
	sidik: string;
	isi:
		| { jenis: 'cetak'; nama: string; cetak: () => Promise<Uint8Array> }
		| { jenis: 'berkas'; sha256: string; nama: string }
		| { jenis: 'tautan' | 'catatan'; teks: string };
}

/** Papers of the audit room that hold up the level of an indicator, by level. */
export async function susunKertas(
	ctx: Ctx,
	orang: Orang,
	ruang: RuangInstansi,
	asal: IndikatorAsal,
): Promise<Kertas[]> {
	const instansiId = ruang.id;
	const kini = hariIni(ctx.clock());
	const jenis = daftarJenisAudit.find((j) => indikatorAudit[j] === asal) ?? 'keamanan';
	const bahan = await inScope(ctx, orang, async (trx) => {
		const program = (await listProgram(trx, instansiId)).filter((p) => p.jenis === jenis);
		const pedoman = await readPedoman(ctx, trx, instansiId, kini);
		const tingkat = hitungSemuaTingkat(ctx, {
			kini,
			program,
			pedoman,
			audit: await listAuditStore(trx, instansiId),
		});
		return { program, pedoman, tingkat, register: await readRegister(trx, instansiId, KEBIJAKAN_AUDIT) };
	});
	const dukungan = bahan.tingkat.find((t) => t.jenis === jenis)?.dukungan;
	const puncak = dukungan?.tingkat ?? 1;
	const auditId = (kode: string) => dukungan?.syarat.find((s) => s.kode === kode && s.ok)?.auditId ?? null;
	const baca = async (id: number | null) => {
		const hasil = id === null ? null : await readAudit(ctx, { instansiId, auditId: id });
		return hasil?.ok ? hasil.value : null;
	};
	const [internal, eksternal] = [
		await baca(auditId('audit_internal') ?? auditId('audit_ada')),
		await baca(auditId('auditor_eksternal')),
	];
	const program = bahan.program.length === 0 ? [] : [kertasProgram(ctx, ruang, jenis, bahan.program, kini)];
	const laporan = (a: AuditTerbuka | null) =>
		a ? [kertasCetak(ctx, ruang, a, 'surat-tugas'), kertasCetak(ctx, ruang, a, 'laporan')] : [];
	const perTingkat: Omit<Kertas, 'tingkat'>[][] = [
		program,
		[...program, ...laporan(internal).slice(1)],
		[...kertasPedoman(bahan.register, bahan.pedoman.dokumen), ...laporan(internal)],
		laporan(eksternal),
		[internal, eksternal].flatMap((a) => (a && a.temuan.length > 0 ? [kertasTindak(a, kini)] : [])),
	];
	return perTingkat.slice(0, puncak).flatMap((k, n) => k.map((x) => ({ ...x, tingkat: n + 1 })));
}

type Isi = Omit<Kertas, 'tingkat'>;
const sidikDari = (x: unknown): string => createHash('sha256').update(JSON.stringify(x)).digest('hex');
const pdf = (ctx: Ctx, nama: string, d: Dokumen) => ({
	sidik: sidikDari([d.judul, d.subjudul, d.isi]),
	isi: { jenis: 'cetak' as const, nama: `${nama}.pdf`, cetak: () => renderDokumen(ctx, d) },
});

function kertasProgram(
	ctx: Ctx,
	ruang: RuangInstansi,
	jenis: string,
	program: Parameters<typeof dokumenProgram>[1],
	kini: string,
): Isi {
	const d = dokumenProgram({ instansi: ruang.nama, waktu: ctx.clock() }, program);
	return {
		kunci: `program.${jenis}`,
		judul: d.judul,
		tanggal: kini,
		...pdf(ctx, `program-audit-${jenis}`, d),
	};
}

function kertasCetak(
	ctx: Ctx,
	ruang: RuangInstansi,
	a: AuditTerbuka,
	dokumen: 'surat-tugas' | 'laporan',
): Isi {
	const { id, judul, stNomor, stTanggal, dilaporkan, mulai } = a.audit;
	const surat = dokumen === 'surat-tugas';
	return {
		kunci: `${surat ? 'surat_tugas' : 'laporan'}.${id}`,
		judul: (surat ? `Surat tugas ${stNomor}: ${judul}` : `Laporan hasil audit: ${judul}`).slice(0, 300),
		tanggal: (surat ? stTanggal : dilaporkan) ?? mulai,
		...pdf(ctx, `${dokumen}-audit-${id}`, susunDokumen(ctx, ruang, a, dokumen)),
	};
}

const kertasTindak = (a: AuditTerbuka, kini: string): Isi => ({
	kunci: `tindak_lanjut.${a.audit.id}`,
	judul: `Matriks tindak lanjut: ${a.audit.judul}`.slice(0, 300),
	tanggal: kini,
	sidik: sidikDari(barisTindakLanjut(a.temuan)),
	isi: { jenis: 'cetak', nama: `tindak-lanjut-audit-${a.audit.id}.xlsx`, cetak: () => lembarTindakLanjut(a) },
});

/** The guideline's documents as the policy register has them. */
function kertasPedoman(register: Awaited<ReturnType<typeof readRegister>>, id: readonly number[]): Isi[] {
	return register.dokumen
		.filter((d) => id.includes(d.id))
		.flatMap(({ id, versi: [v] }): Isi[] => {
			if (!v) return [];
			const judul = [v.nomor, v.judul]
				.filter((t) => t !== '')
				.join(' – ')
				.slice(0, 300);
			const pasal = register.pasal.filter((p) => p.dokumenId === id).map((p) => `${p.syarat}: ${p.penunjuk}`);
			return [
				{
					...{ kunci: `pedoman.${id}`, judul, tanggal: v.tanggal ?? '', sidik: sidikDari([v.versi, pasal]) },
					isi: v.sha256
						? { jenis: 'berkas', sha256: v.sha256, nama: v.namaBerkas ?? 'pedoman' }
						: v.tautan
							? { jenis: 'tautan', teks: v.tautan }
							: { jenis: 'catatan', teks: [v.judul, ...pasal].join('\n') },
				},
			];
		});
}
