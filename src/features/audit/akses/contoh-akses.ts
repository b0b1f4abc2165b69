import { hariIni } from '#features/penilaian/alur.rules.ts';
import { asPeran, mustOk, type Susunan } from '#features/penilaian/as-contoh.ts';
import type { Ctx } from '#platform/ctx.ts';
import { saveSistem } from '../sistem/save-sistem.ts';
import { finishMuat } from './finish-muat.ts';
import { openKampanye } from './open-kampanye.ts';
import { uploadAkses } from './upload-akses.ts';

const HARI = 86_400_000;
const NAMA_SISTEM = 'SIMDA Keuangan (contoh)';

/** An invented export with a dormant superuser in it, invented personnel, and a running campaign. */
export async function fillAksesContoh(s: Susunan): Promise<void> {
	const koordinator = await asPeran(s, 'koordinator');
	const { instansiId } = s;
	const lalu = (hari: number) => hariIni(new Date(s.ctx.clock().getTime() - hari * HARI));
	const sistemId = await buatSistem(s, koordinator);
	await muat(koordinator, { instansiId, sistemId: null, tanggal: lalu(1), isi: pegawaiContoh(lalu) });
	const muatId = await muat(koordinator, { instansiId, sistemId, tanggal: lalu(1), isi: akunContoh(lalu) });
	const nama = 'Tinjauan akses triwulan (contoh)';
	mustOk(
		await openKampanye(koordinator, { instansiId, muatId, nama, tenggat: lalu(-21), cakupan: 'bertemuan' }),
		nama,
	);
}

/** The system of the demonstration; its unit is that of the first person limited to one, who then decides. */
async function buatSistem(s: Susunan, koordinator: Ctx): Promise<number> {
	const unit = s.contoh.orang.find((o) => o.peran === 'operator')?.unit;
	const hasil = await saveSistem(koordinator, {
		...{ instansiId: s.instansiId, ubah: null, aktif: true, nama: NAMA_SISTEM, uraian: '', alamat: [] },
		...{ kekritisan: 'tinggi', kelasData: 'terbatas', kategori: null },
		unitId: unit === undefined ? null : (s.unit.get(unit)?.id ?? null),
	});
	return mustOk(hasil, NAMA_SISTEM).value.id;
}

async function muat(
	ctx: Ctx,
	m: { instansiId: number; sistemId: number | null; tanggal: string; isi: string },
): Promise<number> {
	const isi = Buffer.from(m.isi);
	const sumber = async function* () {
		yield isi;
	};
	const berkas = await ctx.berkas.receive(sumber(), isi.length + 1);
	const { id } = mustOk(await uploadAkses(ctx, { ...m, berkas }), 'unggah akses').value;
	const { instansiId } = m;
	mustOk(await finishMuat(ctx, { instansiId, id, peta: {}, urutan: 'otomatis', publik: true }), 'baca akses');
	return id;
}

type Lalu = (hari: number) => string;

const pegawaiContoh = (lalu: Lalu): string =>
	[
		'NIP,Nama,Unit Kerja,Status,TMT Jabatan,TMT Berhenti',
		`199001012015010901,"Raka Contohwan, S.E.",Badan Pengelola Keuangan,Aktif,${lalu(900)},`,
		`198802022012020902,Laras Misalnya,Badan Pengelola Keuangan,Aktif,${lalu(700)},`,
		`196605051990050903,"Drs. Tono Rekaan, M.M.",Badan Pengelola Keuangan,Pensiun,${lalu(2000)},${lalu(200)}`,
		`199203032018030904,Nadia Umpama,Dinas Sosial,Aktif,${lalu(60)},`,
		`199304042019040905,Nadia Umpama,Dinas Kesehatan,Aktif,${lalu(800)},`,
	].join('\n');

const akunContoh = (lalu: Lalu): string =>
	[
		'Username;Nama Lengkap;NIP;Jenis;Unit Kerja;Role;Istimewa;Status;Tanggal Dibuat;Berlaku Sampai;Last Login;MFA;Disetujui Oleh;Tanggal Reviu;Tujuan',
		`superadmin;Tono Rekaan;196605051990050903;orang;Badan Pengelola Keuangan;Super Admin;ya;aktif;${lalu(2000)};;${lalu(312)};tidak;;;`,
		`raka;Raka Contohwan;199001012015010901;orang;Badan Pengelola Keuangan;Pembuat SPM;tidak;aktif;${lalu(800)};${lalu(-365)};${lalu(2)};ya;;${lalu(40)};`,
		`raka.sp2d;Raka Contohwan;199001012015010901;orang;Badan Pengelola Keuangan;Penerbit SP2D;tidak;aktif;${lalu(300)};${lalu(-365)};${lalu(9)};ya;;${lalu(40)};`,
		`laras;Laras Misalnya;198802022012020902;orang;Badan Pengelola Keuangan;Bendahara;tidak;aktif;${lalu(700)};${lalu(-365)};${lalu(1)};ya;;${lalu(40)};`,
		`nadia;Nadia Umpama;;orang;Dinas Sosial;Pembaca;tidak;aktif;${lalu(50)};${lalu(-365)};${lalu(3)};ya;;${lalu(40)};`,
		`operator1;;;bersama;Kecamatan;Operator;tidak;aktif;${lalu(900)};;${lalu(5)};tidak;;;`,
		`svc-integrasi;;;layanan;;Integrasi;tidak;aktif;${lalu(900)};;${lalu(1)};;;;`,
		`vendor.lama;Pihak Rekaan;;vendor;;Admin Aplikasi;ya;nonaktif;${lalu(900)};${lalu(100)};${lalu(120)};tidak;Kepala Badan;${lalu(200)};pemeliharaan`,
	].join('\n');
