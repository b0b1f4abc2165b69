-- ICT audits: the programme over years, audits with their papers, findings and their follow-up, security indices.

-- One audit that is planned for a year, and its row in the roadmap.
create table audit_program (
	id integer generated always as identity primary key,
	instansi_id integer not null references instansi (id),
	tahun integer not null check (tahun between 2018 and 2100),
	jenis text not null check (jenis in ('infrastruktur', 'aplikasi', 'keamanan')),
	pelaksana text not null check (pelaksana in ('internal', 'eksternal')),
	objek text not null check (length(objek) between 1 and 1000),
	peta_id integer,
	dibuat timestamptz not null,
	oleh integer not null references orang (id),
	unique (instansi_id, id),
	unique (instansi_id, tahun, jenis, pelaksana),
	foreign key (instansi_id, peta_id) references peta_rencana (instansi_id, id) on delete set null (peta_id)
);

create table audit (
	id integer generated always as identity primary key,
	instansi_id integer not null references instansi (id),
	program_id integer,
	jenis text not null check (jenis in ('infrastruktur', 'aplikasi', 'keamanan')),
	pelaksana text not null check (pelaksana in ('internal', 'eksternal')),
	lembaga text check (lembaga in ('latik', 'latik_pemerintah', 'lainnya')),
	nama_lembaga text not null default '' check (length(nama_lembaga) <= 300),
	judul text not null check (length(judul) between 1 and 300),
	tujuan text not null default '' check (length(tujuan) <= 5000),
	mulai date not null,
	selesai date not null check (selesai >= mulai),
	keadaan text not null default 'rencana' check (keadaan in ('rencana', 'pelaksanaan', 'pelaporan', 'tindak_lanjut', 'selesai', 'batal')),
	st_nomor text not null default '' check (length(st_nomor) <= 100),
	st_tanggal date,
	st_pemberi text not null default '' check (length(st_pemberi) <= 300),
	-- main technical matters that were examined: ["kinerja", …]
	pokok jsonb not null default '[]',
	opini text check (opini in ('M', 'PP', 'TM')),
	-- what the rule came to when the opinion was given; null where it could not
	opini_hitung text check (opini_hitung in ('M', 'PP', 'TM')),
	opini_alasan text not null default '' check (length(opini_alasan) <= 5000),
	kesimpulan text not null default '' check (length(kesimpulan) <= 10000),
	reviu_oleh integer references orang (id),
	reviu_waktu timestamptz,
	reviu_catatan text not null default '' check (length(reviu_catatan) <= 5000),
	-- the day of the report
	dilaporkan date,
	batal_alasan text not null default '' check (length(batal_alasan) <= 2000),
	dibuat timestamptz not null,
	oleh integer not null references orang (id),
	diubah timestamptz not null,
	unique (instansi_id, id),
	check ((pelaksana = 'eksternal') = (lembaga is not null)),
	check (keadaan not in ('tindak_lanjut', 'selesai') or dilaporkan is not null),
	foreign key (instansi_id, program_id) references audit_program (instansi_id, id) on delete set null (program_id)
);
create index audit_instansi on audit (instansi_id, mulai desc);

-- What is audited: a system of the register or anything with a name, and the unit it belongs to.
create table audit_lingkup (
	id integer generated always as identity primary key,
	instansi_id integer not null,
	audit_id integer not null,
	nama text not null check (length(nama) between 1 and 300),
	unit_id integer,
	sistem_id integer,
	unique (audit_id, nama),
	foreign key (instansi_id, audit_id) references audit (instansi_id, id),
	foreign key (instansi_id, unit_id) references unit (instansi_id, id),
	foreign key (instansi_id, sistem_id) references sistem (instansi_id, id)
);

create table audit_tim (
	id integer generated always as identity primary key,
	instansi_id integer not null,
	audit_id integer not null,
	orang_id integer references orang (id),
	nama text not null check (length(nama) between 1 and 200),
	peran text not null check (peran in ('penanggung_jawab', 'pengendali_mutu', 'ketua', 'anggota')),
	-- the unit somebody comes from, where no role tells it
	unit_id integer,
	sertifikat text not null default '' check (length(sertifikat) <= 300),
	unique (audit_id, nama),
	foreign key (instansi_id, audit_id) references audit (instansi_id, id),
	foreign key (instansi_id, unit_id) references unit (instansi_id, id)
);

-- Criteria that an institution brought itself: [{"kode", "area", "teks", "sumber"}].
create table audit_daftar (
	id integer generated always as identity primary key,
	instansi_id integer not null references instansi (id),
	nama text not null check (length(nama) between 1 and 200),
	butir jsonb not null,
	dibuat timestamptz not null,
	oleh integer not null references orang (id),
	unique (instansi_id, nama)
);

-- One criterion of an audit with its working paper.
create table audit_kriteria (
	id integer generated always as identity primary key,
	instansi_id integer not null,
	audit_id integer not null,
	kode text not null check (length(kode) between 1 and 60),
	area text not null check (length(area) between 1 and 200),
	teks text not null check (length(teks) between 1 and 2000),
	sumber text not null check (length(sumber) <= 300),
	edk text check (edk in ('M', 'PP', 'TM')),
	eik text check (eik in ('S', 'TS')),
	efk text check (efk in ('E', 'PP', 'BE')),
	diperiksa text not null default '' check (length(diperiksa) <= 5000),
	sampel text not null default '' check (length(sampel) <= 2000),
	catatan text not null default '' check (length(catatan) <= 5000),
	tautan text not null default '' check (length(tautan) <= 2000),
	oleh integer references orang (id),
	waktu timestamptz,
	-- how often the paper was written
	versi integer not null default 0,
	unique (instansi_id, id),
	unique (audit_id, kode),
	foreign key (instansi_id, audit_id) references audit (instansi_id, id)
);

-- Evidence that the auditor asks of a unit, and its answer.
create table audit_permintaan (
	id integer generated always as identity primary key,
	instansi_id integer not null,
	audit_id integer not null,
	unit_id integer not null,
	kriteria_id integer,
	isi text not null check (length(isi) between 1 and 5000),
	tenggat date not null,
	keadaan text not null default 'terbuka' check (keadaan in ('terbuka', 'dijawab', 'ditutup')),
	jawaban text not null default '' check (length(jawaban) <= 10000),
	tautan text not null default '' check (length(tautan) <= 2000),
	berkas_id integer,
	nama_berkas text,
	dijawab timestamptz,
	dijawab_oleh integer references orang (id),
	dibuat timestamptz not null,
	oleh integer not null references orang (id),
	foreign key (instansi_id, audit_id) references audit (instansi_id, id),
	foreign key (instansi_id, unit_id) references unit (instansi_id, id),
	foreign key (instansi_id, kriteria_id) references audit_kriteria (instansi_id, id) on delete set null (kriteria_id),
	foreign key (instansi_id, berkas_id) references berkas (instansi_id, id)
);
create index audit_permintaan_audit on audit_permintaan (audit_id);
create index audit_permintaan_unit on audit_permintaan (instansi_id, unit_id);

create table audit_temuan (
	id integer generated always as identity primary key,
	instansi_id integer not null,
	audit_id integer not null,
	nomor integer not null check (nomor > 0),
	kriteria_id integer,
	-- where it was taken from, and its id there
	asal text check (asal in ('periksa', 'akses')),
	asal_id text check (length(asal_id) between 1 and 200),
	judul text not null check (length(judul) between 1 and 300),
	kondisi text not null check (length(kondisi) between 1 and 10000),
	kriteria text not null default '' check (length(kriteria) <= 5000),
	sebab text not null default '' check (length(sebab) <= 5000),
	akibat text not null default '' check (length(akibat) <= 5000),
	rekomendasi text not null default '' check (length(rekomendasi) <= 10000),
	risiko text not null check (risiko in ('tinggi', 'sedang', 'rendah')),
	unit_id integer,
	orang_id integer references orang (id),
	tenggat date not null,
	sikap text check (sikap in ('setuju', 'sebagian', 'tidak_setuju')),
	tanggapan text not null default '' check (length(tanggapan) <= 10000),
	rencana_aksi text not null default '' check (length(rencana_aksi) <= 10000),
	keadaan text not null default 'terbuka' check (keadaan in ('terbuka', 'ditindaklanjuti', 'menunggu_verifikasi', 'selesai', 'risiko_diterima')),
	bukti text not null default '' check (length(bukti) <= 5000),
	tautan text not null default '' check (length(tautan) <= 2000),
	berkas_id integer,
	nama_berkas text,
	terima_alasan text not null default '' check (length(terima_alasan) <= 5000),
	terima_sampai date,
	terima_oleh integer references orang (id),
	tutup date,
	dibuat timestamptz not null,
	oleh integer not null references orang (id),
	diubah timestamptz not null,
	unique (instansi_id, id),
	unique (audit_id, nomor),
	unique (audit_id, asal, asal_id),
	check ((asal is null) = (asal_id is null)),
	check ((keadaan = 'risiko_diterima') = (terima_sampai is not null)),
	foreign key (instansi_id, audit_id) references audit (instansi_id, id),
	foreign key (instansi_id, kriteria_id) references audit_kriteria (instansi_id, id) on delete set null (kriteria_id),
	foreign key (instansi_id, unit_id) references unit (instansi_id, id),
	foreign key (instansi_id, berkas_id) references berkas (instansi_id, id)
);
create index audit_temuan_instansi on audit_temuan (instansi_id, keadaan);

-- What became of a finding, step by step.
create table audit_temuan_langkah (
	id integer generated always as identity primary key,
	instansi_id integer not null,
	temuan_id integer not null,
	keadaan text not null,
	catatan text not null default '' check (length(catatan) <= 10000),
	orang_id integer not null references orang (id),
	waktu timestamptz not null,
	foreign key (instansi_id, temuan_id) references audit_temuan (instansi_id, id)
);
create index audit_temuan_langkah_temuan on audit_temuan_langkah (temuan_id);

-- Evidence that was taken from the audit's papers, and what the paper was then.
create table audit_bukti (
	bukti_id integer primary key,
	instansi_id integer not null,
	-- "program.keamanan", "pedoman.7", "surat_tugas.3", "laporan.3", "tindak_lanjut.3", "indeks.2"
	kunci text not null check (length(kunci) between 1 and 100),
	sidik text not null check (length(sidik) between 1 and 200),
	foreign key (instansi_id, bukti_id) references bukti (instansi_id, id)
);

-- Indeks KAMI and IKASANDI as their official workbook says, without its questions.
create table audit_indeks (
	id integer generated always as identity primary key,
	instansi_id integer not null references instansi (id),
	jenis text not null check (jenis in ('kami', 'ikasandi')),
	versi text not null check (length(versi) between 1 and 20),
	tanggal date not null,
	kategori text not null check (kategori in ('Rendah', 'Tinggi', 'Strategis')),
	skor_kategori integer check (skor_kategori between 10 and 50),
	-- {"II": 100, …}
	area jsonb not null,
	total integer not null check (total between 0 and 10000),
	putusan text not null check (length(putusan) between 1 and 100),
	putusan_hitung text check (length(putusan_hitung) between 1 and 100),
	penilai text not null default '' check (length(penilai) <= 300),
	catatan text not null default '' check (length(catatan) <= 5000),
	tautan text not null default '' check (length(tautan) <= 2000),
	berkas_id integer,
	nama_berkas text,
	batal timestamptz,
	dibuat timestamptz not null,
	oleh integer not null references orang (id),
	unique (instansi_id, id),
	foreign key (instansi_id, berkas_id) references berkas (instansi_id, id)
);
create index audit_indeks_instansi on audit_indeks (instansi_id, tanggal desc);

do $$
declare
	nama text;
begin
	execute 'create trigger audit_temuan_langkah_tetap before update or delete on audit_temuan_langkah for each row execute function baris_tetap()';
	execute 'create trigger audit_temuan_langkah_tetap_kosong before truncate on audit_temuan_langkah for each statement execute function baris_tetap()';
	foreach nama in array array['audit_program', 'audit', 'audit_lingkup', 'audit_tim', 'audit_daftar', 'audit_kriteria', 'audit_permintaan', 'audit_temuan', 'audit_temuan_langkah', 'audit_bukti', 'audit_indeks'] loop
		execute format('alter table %I enable row level security', nama);
		execute format('create policy %I on %I to matang_aplikasi using (boleh_instansi(instansi_id)) with check (boleh_instansi(instansi_id))', nama || '_instansi', nama);
	end loop;
end $$;
grant select, insert, update, delete on audit_program, audit_lingkup, audit_tim, audit_daftar, audit_kriteria to matang_aplikasi;
grant select, insert, update on audit, audit_permintaan, audit_temuan, audit_bukti, audit_indeks to matang_aplikasi;
grant select, insert on audit_temuan_langkah to matang_aplikasi;
