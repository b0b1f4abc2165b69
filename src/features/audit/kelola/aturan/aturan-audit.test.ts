import { describe, expect, it } from 'vitest';
import { projectDir } from '#platform/config.ts';
import { type BahanMaju, berikutnya, listBelum } from './audit.rules.ts';
import { listGangguan } from './independensi.rules.ts';
import { kalimatTingkat } from './kalimat-tingkat.ts';
import { simpulkanArea, simpulkanSemua, type Uji } from './opini.rules.ts';
import { usulkanProgram } from './program.rules.ts';
import { readAturanAudit } from './read-aturan-audit.ts';
import { type AuditTerlapor, type BahanTingkat, hitungTingkatAudit } from './tingkat-audit.rules.ts';

const aturan = readAturanAudit({ dir: { project: projectDir, data: '/tidak-ada' } });
const semuaPokok = ['tata_kelola', 'fungsionalitas', 'kinerja', 'lainnya'] as const;
const terlapor = (ubah: Partial<AuditTerlapor> = {}): AuditTerlapor => ({
	...{ id: 1, jenis: 'keamanan', pelaksana: 'internal', tanggal: '2026-03-01', pokok: semuaPokok },
	...{ auditor: 2, bersertifikat: 0, lembaga: null, reviuMutu: true, temuan: [] },
	...ubah,
});
const bahan = (ubah: Partial<BahanTingkat> = {}): BahanTingkat => ({
	...{ kini: '2026-11-20', jenis: 'keamanan', pedoman: { berlaku: true, memuat: true }, audit: [terlapor()] },
	program: [2024, 2026, 2028].map((tahun) => ({ tahun, petaId: tahun })),
	...ubah,
});
const luar = (ubah: Partial<AuditTerlapor> = {}) =>
	terlapor({ id: 2, pelaksana: 'eksternal', lembaga: 'latik', tanggal: '2026-06-01', ...ubah });
const tingkat = (ubah: Partial<BahanTingkat> = {}) => hitungTingkatAudit(bahan(ubah), aturan.tingkat);
const kalimat = (ubah: Partial<BahanTingkat> = {}) => kalimatTingkat(tingkat(ubah), 'id');

describe('tingkat yang didukung audit', () => {
	it('audit internal menurut pedoman mendukung tingkat 3 dan menyebut yang kurang untuk tingkat 4', () => {
		expect(kalimat()).toBe('mendukung tingkat 3; untuk tingkat 4 kurang: auditor eksternal bersertifikat');
	});

	it.each<[string, Partial<BahanTingkat>, number, string[]]>([
		[
			'belum ada apa-apa',
			{ program: [], audit: [], pedoman: { berlaku: false, memuat: false } },
			1,
			['program', 'audit_ada'],
		],
		['program satu tahun saja', { program: [{ tahun: 2026, petaId: 1 }] }, 1, ['program']],
		[
			'program yang sudah lewat',
			{ program: [2022, 2024].map((tahun) => ({ tahun, petaId: 1 })) },
			1,
			['program'],
		],
		[
			'jarak tiga tahun',
			{ program: [2024, 2027].map((tahun) => ({ tahun, petaId: 1 })) },
			1,
			['program_jarak'],
		],
		[
			'belum masuk Peta Rencana',
			{ program: [2025, 2027].map((tahun) => ({ tahun, petaId: null })) },
			1,
			['program_peta'],
		],
		['program tanpa audit', { audit: [] }, 1, ['audit_ada']],
		['tanpa pedoman', { pedoman: { berlaku: false, memuat: false } }, 2, ['pedoman']],
		['pedoman tidak memuat jenis ini', { pedoman: { berlaku: true, memuat: false } }, 2, ['pedoman_memuat']],
		['sebagian hal pokok', { audit: [terlapor({ pokok: ['kinerja'] })] }, 2, ['pokok_lengkap']],
		['hanya audit eksternal', { audit: [luar()] }, 2, ['audit_internal']],
		['tim tanpa auditor', { audit: [terlapor({ auditor: 0 })] }, 2, ['audit_internal']],
		['audit jenis lain', { audit: [terlapor({ jenis: 'aplikasi' })] }, 1, ['audit_ada']],
		[
			'eksternal tanpa sertifikat',
			{ audit: [terlapor(), luar({ lembaga: 'lainnya', bersertifikat: 1 })] },
			3,
			['auditor_eksternal'],
		],
		[
			'eksternal belum dievaluasi',
			{ audit: [terlapor(), luar({ reviuMutu: false })] },
			3,
			['evaluasi_hasil'],
		],
		[
			'temuan terbuka',
			{ audit: [terlapor(), luar({ temuan: [{ keadaan: 'terbuka', berbukti: false, sampai: null }] })] },
			4,
			['tindak_lanjut'],
		],
		[
			'selesai tanpa bukti',
			{ audit: [terlapor(), luar({ temuan: [{ keadaan: 'selesai', berbukti: false, sampai: null }] })] },
			4,
			['tindak_lanjut'],
		],
		[
			'risiko diterima yang sudah habis',
			{
				audit: [
					terlapor(),
					luar({ temuan: [{ keadaan: 'risiko_diterima', berbukti: false, sampai: '2026-11-19' }] }),
				],
			},
			4,
			['tindak_lanjut'],
		],
		[
			'semua ditindaklanjuti',
			{
				audit: [
					terlapor({ temuan: [{ keadaan: 'selesai', berbukti: true, sampai: null }] }),
					luar({ lembaga: null, bersertifikat: 2 }),
				],
			},
			5,
			[],
		],
	])('%s', (_, ubah, harap, kurang) => {
		const hasil = tingkat(ubah);
		expect(hasil.tingkat).toBe(harap);
		expect(hasil.kurang.map((k) => k.kode)).toEqual(kurang);
	});

	it('audit yang lebih dari dua tahun tidak lagi dihitung, dan hari terakhirnya disebut', () => {
		expect(tingkat({ audit: [terlapor({ tanggal: '2024-11-19' })] }).tingkat).toBe(1);
		expect(tingkat({ audit: [terlapor({ tanggal: '2024-11-20' })] })).toMatchObject({
			tingkat: 3,
			sampai: '2026-11-20',
		});
	});

	it('setelan dapat menerima program saja untuk tingkat 2', () => {
		const longgar = { ...aturan.tingkat, tingkatDuaPerluAudit: false };
		expect(hitungTingkatAudit(bahan({ audit: [] }), longgar).tingkat).toBe(2);
	});
});

const uji = (area: string, edk: Uji['edk'], eik: Uji['eik'], efk: Uji['efk']): Uji => ({
	area,
	edk,
	eik,
	efk,
});

describe('opini', () => {
	it('tiap baris matriks dapat dicapai dan hasilnya yang tertulis', () => {
		for (const m of aturan.opini.matriks) {
			const [area] = simpulkanArea([uji('A', m.edk, m.eik === '-' ? null : m.eik, m.efk)], aturan.opini);
			expect([m, area?.opini]).toEqual([m, m.hasil]);
		}
	});

	it('tepat di ambang sudah cukup, dihitung tanpa pecahan', () => {
		const delapan = Array.from({ length: 5 }, (_, n) =>
			uji('A', n < 4 ? 'M' : 'TM', n < 4 ? 'S' : null, 'E'),
		);
		expect(simpulkanArea(delapan, aturan.opini)[0]).toMatchObject({
			edk: { dapat: 8, dari: 10, hasil: 'M' },
			opini: 'M',
		});
	});

	it('belum menyimpulkan selama ada kriteria yang belum diuji', () => {
		const area = simpulkanArea([uji('A', 'M', 'S', 'E'), uji('A', 'M', null, 'E')], aturan.opini);
		expect(area[0]).toMatchObject({ belum: 1, opini: null });
		expect(simpulkanSemua(area, aturan.opini)).toBeNull();
	});

	it.each([
		[['M', 'M'], 'M'],
		[['M', 'PP'], 'PP'],
		[['M', 'TM'], 'PP'],
		[['TM', 'M', 'TM'], 'TM'],
		[[], null],
	] as const)('area %j menjadi %s', (opini, harap) => {
		expect(
			simpulkanSemua(
				opini.map((o) => ({ opini: o })),
				aturan.opini,
			),
		).toBe(harap);
	});
});

describe('independensi', () => {
	const lingkup = [
		{ jalur: '/3/17/', sistemId: null },
		{ jalur: '/8/', sistemId: 4 },
	];
	it.each([
		['orang luar unit', { orangId: 1, jalur: ['/4/'] }, []],
		['orang seinstansi', { orangId: 1, jalur: [] }, []],
		['unit yang sama', { orangId: 1, jalur: ['/3/17/'] }, ['unit_diaudit']],
		['unit di atasnya', { orangId: 1, jalur: ['/3/'] }, ['unit_diaudit']],
		['unit di bawahnya', { orangId: 1, jalur: ['/3/17/20/'] }, ['unit_diaudit']],
		['nomor yang mirip bukan unit yang sama', { orangId: 1, jalur: ['/3/170/'] }, []],
		['unit pemilik sistem', { orangId: 9, jalur: ['/8/1/'] }, ['pemilik_sistem']],
		['penanggung jawab tindakan', { orangId: 5, jalur: [] }, ['penanggung_jawab_tindakan']],
		['orang luar instansi', { orangId: null, jalur: [] }, []],
	] as const)('%s', (_, auditor, harap) => {
		expect(listGangguan(auditor, lingkup, [5])).toEqual(harap);
	});
});

describe('langkah audit', () => {
	const siap: BahanMaju = {
		...{ keadaan: 'rencana', lingkup: 1, tim: [{ peran: 'ketua', terganggu: false }], pokok: 1 },
		...{
			suratTugas: { nomor: 'ST 1', tanggal: '2026-01-02' },
			kriteria: { jumlah: 1, teruji: 1 },
			opini: 'M',
		},
		...{
			permintaanTerbuka: 0,
			kesimpulan: 'cukup',
			reviuMutu: true,
			temuan: [{ tertutup: true, ditanggapi: true }],
		},
	};
	it.each([
		[
			'rencana',
			{ lingkup: 0, tim: [], suratTugas: { nomor: '', tanggal: null }, kriteria: { jumlah: 0, teruji: 0 } },
			['lingkup_kosong', 'tim_tanpa_ketua', 'surat_tugas_kosong', 'kriteria_kosong'],
		],
		['rencana', { tim: [{ peran: 'ketua', terganggu: true }] }, ['tim_terganggu']],
		[
			'pelaksanaan',
			{ kriteria: { jumlah: 2, teruji: 1 }, permintaanTerbuka: 1 },
			['kriteria_belum_teruji', 'permintaan_terbuka'],
		],
		[
			'pelaporan',
			{
				pokok: 0,
				opini: null,
				kesimpulan: ' ',
				reviuMutu: false,
				temuan: [{ tertutup: false, ditanggapi: false }],
			},
			['pokok_kosong', 'opini_kosong', 'kesimpulan_kosong', 'reviu_mutu_kosong', 'temuan_belum_ditanggapi'],
		],
		['tindak_lanjut', { temuan: [{ tertutup: false, ditanggapi: true }] }, ['temuan_terbuka']],
	] as const)('dari %s belum boleh maju: %j', (keadaan, ubah, harap) => {
		expect(listBelum({ ...siap, keadaan, ...ubah } as BahanMaju)).toEqual(harap);
		expect(listBelum({ ...siap, keadaan })).toEqual([]);
	});

	it('berakhir pada selesai', () => {
		expect(
			['rencana', 'pelaksanaan', 'pelaporan', 'tindak_lanjut', 'selesai', 'batal'].map((k) =>
				berikutnya(k as 'rencana'),
			),
		).toEqual(['pelaksanaan', 'pelaporan', 'tindak_lanjut', 'selesai', null, null]);
	});
});

describe('usulan program', () => {
	it('tiga jenis, internal dua tahunan mendahului eksternal, dan yang sudah ada tidak diulang', () => {
		const usul = usulkanProgram(
			2026,
			[],
			[],
			[{ tahun: 2026, jenis: 'aplikasi', pelaksana: 'internal' }],
			aturan.program,
		);
		const ringkas = (jenis: string) =>
			usul.filter((u) => u.jenis === jenis).map((u) => `${u.tahun} ${u.pelaksana}`);
		expect(ringkas('keamanan')).toEqual([
			'2026 internal',
			'2027 eksternal',
			'2028 internal',
			'2029 eksternal',
			'2030 internal',
		]);
		expect(ringkas('aplikasi')[0]).toBe('2027 eksternal');
	});

	it('aplikasi umum diaudit setiap tahun dan yang paling kritis disebut lebih dahulu', () => {
		const sistem = [
			{ nama: 'Absensi', urutan: 2, jenis: ['aplikasi'] as const },
			{ nama: 'SIAK', urutan: 0, jenis: ['aplikasi'] as const },
		];
		const usul = usulkanProgram(2026, sistem, ['aplikasi'], [], aturan.program).filter(
			(u) => u.jenis === 'aplikasi' && u.pelaksana === 'internal',
		);
		expect(usul.map((u) => u.tahun)).toEqual([2026, 2027, 2028, 2029, 2030]);
		expect(usul[0]?.objek).toBe('SIAK, Absensi');
	});
});
