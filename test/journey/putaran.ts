import { deflateSync } from 'node:zlib';
import { judgeBukti } from '#features/bukti/judge-bukti.ts';
import { saveBukti } from '#features/bukti/save-bukti.ts';
import { openPutaranNasional } from '#features/penilaian/open-putaran.ts';
import { isiSemua, lakukan, titip } from '#features/penilaian/penilaian.testing.ts';
import { readPenilaian } from '#features/penilaian/read-penilaian.ts';
import { reviewNilai } from '#features/penilaian/review-nilai.ts';
import type { Ctx } from '#platform/ctx.ts';
import { buatOrang, denganData, idInstansi, tautanMasuk } from './orang.ts';

export interface PutaranSiap {
	/** Path of a one-time link that signs each person in. */
	masuk: Record<'asesor' | 'reviu' | 'nasional' | 'koordinator', string>;
	pemdi: { slug: string; penilaianId: number; putaranId: number };
	spbe: { slug: string; penilaianId: number; putaranId: number };
}

/**
 * Fills a data directory, before its server starts, with two national rounds: one Pemdi assessment sent to its
 * assessor with evidence to judge, one SPBE assessment proposed for determination.
 */
export async function siapkanPutaran(dataDir: string): Promise<PutaranSiap> {
	return await denganData(dataDir, async (ctx) => {
		const nasional = await buatOrang(ctx, 'Nadia Nasional', 'admin_nasional', []);
		const reviu = await buatOrang(ctx, 'Rudi Reviu', 'tim_reviu', []);
		const kota = {
			pemdi: await idInstansi(ctx, 'kota-balikpapan'),
			spbe: await idInstansi(ctx, 'kota-samarinda'),
		};
		const asesor = await buatOrang(ctx, 'Asih Asesor', 'asesor_eksternal', [kota.pemdi, kota.spbe]);
		const koordinator = await buatOrang(ctx, 'Kori Koordinator', 'koordinator', [kota.pemdi, kota.spbe]);
		const pj = await buatOrang(ctx, 'Pina Jawab', 'penanggung_jawab', [kota.pemdi, kota.spbe]);
		const pemdi = await buka(nasional, kota.pemdi, 'Kota Balikpapan', 'pemdi-2026', 2026);
		const spbe = await buka(nasional, kota.spbe, 'Kota Samarinda', 'spbe-2020', 2025);
		const kunciPemdi = { instansiId: kota.pemdi, penilaianId: pemdi.penilaianId };
		await kirim(koordinator, pj, kunciPemdi, 'pemdi-2026', '2,5', 'I12');
		const kunciSpbe = { instansiId: kota.spbe, penilaianId: spbe.penilaianId };
		const bukti = await kirim(koordinator, pj, kunciSpbe, 'spbe-2020', '4', 'I01');
		await nilaiSampaiPenetapan(asesor, reviu, kunciSpbe, bukti);
		return {
			masuk: {
				asesor: await tautanMasuk(asesor),
				reviu: await tautanMasuk(reviu),
				nasional: await tautanMasuk(nasional),
				koordinator: await tautanMasuk(koordinator),
			},
			pemdi: { slug: 'kota-balikpapan', ...pemdi },
			spbe: { slug: 'kota-samarinda', ...spbe },
		};
	});
}

async function buka(nasional: Ctx, instansiId: number, nama: string, instrumen: string, tahun: number) {
	const hari = { mulai: '2026-01-01', selesai: '2099-12-31' };
	wajib(
		await openPutaranNasional(nasional, {
			nama: `Evaluasi ${tahun}`,
			tahun,
			jenis: 'evaluasi',
			instrumen,
			tahap: [{ tahap: 'mandiri', ...hari }],
			pesertaJenis: [],
			pesertaNama: [nama],
		}),
	);
	return await nasional.db
		.selectFrom('penilaian')
		.select(['id as penilaianId', 'putaran_id as putaranId'])
		.where('instansi_id', '=', instansiId)
		.orderBy('id', 'desc')
		.executeTakeFirstOrThrow();
}

interface Kunci {
	instansiId: number;
	penilaianId: number;
}

async function kirim(
	koordinator: Ctx,
	pj: Ctx,
	kunci: Kunci,
	instrumen: string,
	nilai: string,
	indikator: string,
) {
	await isiSemua(koordinator, { ...kunci, instrumen, nilai });
	const dasar = {
		...kunci,
		indikator,
		tautan: '',
		catatan: '',
		tanggal: '2026-01-05',
		berlakuSampai: null,
		ajukan: true,
	};
	const bukti: number[] = [];
	for (const [judul, tingkat, isi, berkas] of [
		['Peraturan Wali Kota 12/2025', 1, buatPdf(14), 'perwali.pdf'],
		['Laporan reviu 2025', 2, buatPdf(3), 'reviu.pdf'],
		['Tangkapan layar dasbor', 2, buatPng(), 'dasbor.png'],
	] as const) {
		const b = wajib(
			await saveBukti(koordinator, {
				...dasar,
				judul,
				tingkat,
				penunjuk: 'hlm. 12, pasal 5',
				berkas: await titip(koordinator, isi, berkas),
			}),
		);
		bukti.push(b.id);
	}
	wajib(await lakukan(koordinator, kunci, 'serahkan'));
	wajib(await lakukan(pj, kunci, 'setujui'));
	wajib(await lakukan(koordinator, kunci, 'tandatangani'));
	wajib(await lakukan(koordinator, kunci, 'kirim'));
	return bukti;
}

async function nilaiSampaiPenetapan(asesor: Ctx, reviu: Ctx, kunci: Kunci, bukti: number[]): Promise<void> {
	wajib(
		await judgeBukti(asesor, {
			...kunci,
			bukti: bukti.map((id) => ({ id, revisi: 1 })),
			putusan: 'diterima',
			alasan: null,
			catatan: 'rahasia asesor',
		}),
	);
	wajib(await lakukan(asesor, kunci, 'majukan'));
	wajib(await lakukan(asesor, kunci, 'majukan'));
	const p = wajib(await readPenilaian(reviu, { instansiId: kunci.instansiId, id: kunci.penilaianId }));
	const butir = p.baris.map((b) => ({ indikator: b.id, nilaiId: b.nilaiId }));
	wajib(await reviewNilai(reviu, { ...kunci, butir, putusan: 'valid', alasan: '' }));
	wajib(await lakukan(reviu, kunci, 'majukan'));
	wajib(await lakukan(reviu, kunci, 'usulkan'));
}

function wajib<T>(hasil: { ok: true; value: T } | { ok: false; reason: string }): T {
	if (!hasil.ok) throw new Error(JSON.stringify(hasil));
	return hasil.value;
}

/** A PDF of so many pages, each with its number in large type. */
export function buatPdf(halaman: number): Buffer {
	const obyek = [
		'<< /Type /Catalog /Pages 2 0 R >>',
		`<< /Type /Pages /Count ${halaman} /Kids [${Array.from({ length: halaman }, (_, n) => `${4 + 2 * n} 0 R`).join(' ')}] >>`,
		'<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
		...Array.from({ length: halaman }, (_, n) => {
			const isi = `BT /F1 48 Tf 72 700 Td (Halaman ${n + 1}) Tj ET`;
			return [
				`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${5 + 2 * n} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
				`<< /Length ${isi.length} >>\nstream\n${isi}\nendstream`,
			];
		}).flat(),
	];
	let teks = '%PDF-1.7\n';
	const letak = obyek.map((o, n) => {
		const awal = teks.length;
		teks += `${n + 1} 0 obj\n${o}\nendobj\n`;
		return `${String(awal).padStart(10, '0')} 00000 n \n`;
	});
	const tabel = teks.length;
	return Buffer.from(
		`${teks}xref\n0 ${obyek.length + 1}\n0000000000 65535 f \n${letak.join('')}trailer\n<< /Size ${obyek.length + 1} /Root 1 0 R >>\nstartxref\n${tabel}\n%%EOF\n`,
	);
}

/** A grey picture of 320 × 180. */
export function buatPng(): Buffer {
	const bagian = (jenis: string, isi: Buffer) => {
		const badan = Buffer.concat([Buffer.from(jenis), isi]);
		const kepala = Buffer.alloc(4);
		kepala.writeUInt32BE(isi.length);
		const ekor = Buffer.alloc(4);
		ekor.writeUInt32BE(crc(badan));
		return Buffer.concat([kepala, badan, ekor]);
	};
	const ihdr = Buffer.from([0, 0, 1, 64, 0, 0, 0, 180, 8, 0, 0, 0, 0]);
	const baris = Buffer.concat(
		Array.from({ length: 180 }, () => Buffer.concat([Buffer.from([0]), Buffer.alloc(320, 150)])),
	);
	return Buffer.concat([
		Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
		bagian('IHDR', ihdr),
		bagian('IDAT', deflateSync(baris)),
		bagian('IEND', Buffer.alloc(0)),
	]);
}

function crc(isi: Buffer): number {
	let c = 0xffffffff;
	for (const b of isi) {
		c ^= b;
		for (let k = 0; k < 8; k++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1;
	}
	return (c ^ 0xffffffff) >>> 0;
}
