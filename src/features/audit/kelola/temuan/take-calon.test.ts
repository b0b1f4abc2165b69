import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { describeDatabase } from '#platform/database/testing.ts';
import { eksporUji, pegawaiUji } from '../../akses/akses.testing.ts';
import { finishMuat } from '../../akses/finish-muat.ts';
import { openKampanye } from '../../akses/open-kampanye.ts';
import { uploadAkses } from '../../akses/upload-akses.ts';
import { harus, mulaiAudit, orangId, type PanggungAudit, panggungAudit } from '../audit.testing.ts';
import { readAudit } from '../kerja/read-audit.ts';
import { addLingkup } from '../kerja/save-lingkup.ts';
import { listCalon, takeCalon } from './take-calon.ts';

async function buatSistem(p: PanggungAudit, nama: string): Promise<number> {
	const waktu = p.auditor.clock();
	const { id } = await p.auditor.db
		.insertInto('sistem')
		.values({
			...{ instansi_id: p.instansiId, nama, unit_id: p.dinas.id, kekritisan: 'tinggi' },
			...{ kelas_data: 'rahasia', uraian: '', kategori: null },
			...{ dibuat: waktu, diubah: waktu, oleh: orangId(p.auditor) },
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	return id;
}

/** Takes in a file of accounts, or of personnel where no system is named. */
async function muat(p: PanggungAudit, isi: string, sistemId: number | null): Promise<number> {
	const dir = mkdtempSync(join(tmpdir(), 'matang-calon-'));
	const path = join(dir, 'berkas.csv');
	writeFileSync(path, isi);
	const { instansiId, koordinator } = p;
	const berkas = { path, sha256: 'x', ukuran: Buffer.byteLength(isi) };
	const { id } = harus(
		await uploadAkses(koordinator, { instansiId, sistemId, tanggal: '2026-11-24', berkas }),
	).value;
	harus(await finishMuat(koordinator, { instansiId, id, peta: {}, urutan: 'otomatis', publik: null }));
	rmSync(dir, { recursive: true });
	return id;
}

describeDatabase('calon temuan audit', (get) => {
	it('yang gagal pada pemeriksaan teknis terakhir sistem dalam lingkup dapat diambil jadi temuan', async () => {
		const p = await panggungAudit(get().ctx);
		const { instansiId, auditor } = p;
		const auditId = await mulaiAudit(p);
		const sistemId = await buatSistem(p, 'SIAK');
		const alamat = { instansi_id: instansiId, sistem_id: sistemId, host: 'siak.contoh.go.id', porta: 443 };
		await auditor.db.insertInto('sistem_alamat').values(alamat).execute();
		const gagal = JSON.stringify([{ id: 'TLS-02', status: 'GAGAL', kata: 'sama', isi: [] }]);
		await sql`insert into periksa (instansi_id, sistem_id, host, porta, waktu, keadaan, gagal, hasil)
			values (${instansiId}, ${sistemId}, ${alamat.host}, 443, ${auditor.clock()}, 'selesai', 1, ${gagal}::jsonb)`.execute(
			auditor.db,
		);
		const tempat = { instansiId, auditId };
		expect(await listCalon(auditor, tempat)).toEqual([]);
		harus(await addLingkup(auditor, { ...tempat, nama: '', unitId: null, sistemId }));
		expect(await addLingkup(auditor, { ...tempat, nama: '', unitId: null, sistemId: 999_999 })).toEqual({
			ok: false,
			reason: 'sistem_tidak_ada',
		});
		const [calon] = await listCalon(auditor, tempat);
		expect(calon).toMatchObject({ id: `${sistemId}/siak.contoh.go.id:443/TLS-02`, unitId: p.dinas.id });
		expect(await listCalon(p.koordinator, tempat)).toEqual([]);
		harus(await takeCalon(auditor, { ...tempat, id: calon?.id ?? '' }));
		expect(await listCalon(auditor, tempat)).toEqual([]);
		for (const id of [calon?.id ?? '', 'lain'])
			expect(await takeCalon(auditor, { ...tempat, id })).toEqual({ ok: false, reason: 'calon_tidak_ada' });
	});

	it('yang tersisa dari tinjauan hak akses menjadi satu temuan tiap aturan, tanpa nama akun', async () => {
		const p = await panggungAudit(get().ctx);
		const { instansiId, auditor, koordinator } = p;
		const auditId = await mulaiAudit(p);
		const tempat = { instansiId, auditId };
		const sistemId = await buatSistem(p, 'SIMDA');
		await muat(p, pegawaiUji, null);
		const diam = { istimewa: 'ya', terakhir_masuk: '2025-12-01', peran: 'Super Admin' };
		const muatId = await muat(
			p,
			eksporUji([{ ...diam, nama_akun: 'superadmin' }, { ...diam, nama_akun: 'superadmin2' }, {}]),
			sistemId,
		);
		const kampanye = { instansiId, muatId, nama: 'Triwulan', tenggat: '2026-12-20', cakupan: 'bertemuan' };
		harus(await openKampanye(koordinator, { ...kampanye, cakupan: 'bertemuan' }));
		expect(await listCalon(auditor, tempat)).toEqual([]);
		harus(await addLingkup(auditor, { ...tempat, nama: '', unitId: null, sistemId }));
		const calon = await listCalon(auditor, tempat);
		const dormant = calon.find((c) => c.id.endsWith('/ACC-01'));
		expect(dormant).toMatchObject({ asal: 'akses', risiko: 'tinggi', unitId: p.dinas.id });
		expect(dormant?.kondisi).toContain('2 akun pada SIMDA');
		expect(JSON.stringify(calon)).not.toMatch(/superadmin|Budi|1980/);
		harus(await takeCalon(auditor, { ...tempat, id: dormant?.id ?? '' }));
		expect((await listCalon(auditor, tempat)).length).toBe(calon.length - 1);
		const audit = harus(await readAudit(auditor, tempat)).value;
		expect(audit.temuan.map((t) => t.asalId)).toEqual([dormant?.id]);
	});
});
