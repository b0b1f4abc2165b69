-- Evidence: files kept once per institution, items per indicator and level with every revision, verdicts, coverage.

create function baris_tetap() returns trigger language plpgsql as
$$ begin raise exception 'baris % tidak dapat diubah atau dihapus', tg_table_name; end $$;

create table berkas (
	id integer generated always as identity primary key,
	instansi_id integer not null references instansi (id),
	sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
	ukuran bigint not null check (ukuran > 0),
	-- media type judged by content, never by name
	tipe text not null,
	-- what the reader should know: arsip, makro
	tanda text[] not null default '{}',
	dibuat timestamptz not null,
	dibuat_oleh integer not null references orang (id),
	unique (instansi_id, sha256),
	unique (instansi_id, id)
);

create table bukti (
	id integer generated always as identity primary key,
	instansi_id integer not null,
	penilaian_id integer not null,
	indikator text not null,
	-- the level that it proves
	tingkat integer not null check (tingkat between 0 and 9),
	-- 1 = a, 2 = b: the ministry's file names (1.a, 1.b)
	huruf integer not null check (huruf between 1 and 700),
	status text not null check (status in ('draf', 'diajukan', 'diterima', 'dikembalikan', 'ditarik')),
	-- the item of an earlier assessment that it was taken from
	asal_id integer references bukti (id),
	dibuat timestamptz not null,
	unique (penilaian_id, indikator, huruf),
	unique (instansi_id, id),
	foreign key (instansi_id, penilaian_id) references penilaian (instansi_id, id)
);
create index bukti_indikator on bukti (penilaian_id, indikator);

create table bukti_revisi (
	id integer generated always as identity primary key,
	instansi_id integer not null,
	bukti_id integer not null,
	nomor integer not null check (nomor > 0),
	jenis text not null check (jenis in ('berkas', 'tautan', 'catatan')),
	judul text not null check (judul <> ''),
	berkas_id integer,
	nama_berkas text,
	-- address of a link, or the text of a note
	isi text not null default '',
	-- "hlm. 12–14, pasal 5"
	penunjuk text not null default '',
	tanggal date,
	berlaku_sampai date,
	orang_id integer not null references orang (id),
	waktu timestamptz not null,
	unique (bukti_id, nomor),
	foreign key (instansi_id, bukti_id) references bukti (instansi_id, id),
	foreign key (instansi_id, berkas_id) references berkas (instansi_id, id)
);
create index bukti_revisi_berkas on bukti_revisi (instansi_id, berkas_id);

create table bukti_putusan (
	id integer generated always as identity primary key,
	instansi_id integer not null,
	bukti_id integer not null,
	-- the revision that was judged
	revisi integer not null,
	tahap text not null,
	putusan text not null check (putusan in ('diterima', 'dikembalikan')),
	alasan text,
	catatan text not null default '',
	orang_id integer not null references orang (id),
	waktu timestamptz not null,
	check ((putusan = 'dikembalikan') = (alasan is not null)),
	foreign key (instansi_id, bukti_id) references bukti (instansi_id, id)
);
create index bukti_putusan_bukti on bukti_putusan (bukti_id, id);

-- Which units an indicator already covers: 38 of 52.
create table cakupan (
	instansi_id integer not null,
	penilaian_id integer not null,
	indikator text not null,
	unit_id integer not null,
	keadaan text not null check (keadaan in ('ya', 'belum', 'tidak_berlaku')),
	catatan text not null default '',
	orang_id integer not null references orang (id),
	waktu timestamptz not null,
	primary key (penilaian_id, indikator, unit_id),
	foreign key (instansi_id, penilaian_id) references penilaian (instansi_id, id),
	foreign key (instansi_id, unit_id) references unit (instansi_id, id)
);

do $$
declare
	nama text;
begin
	foreach nama in array array['bukti_revisi', 'bukti_putusan'] loop
		execute format('create trigger %I before update or delete on %I for each row execute function baris_tetap()', nama || '_tetap', nama);
		execute format('create trigger %I before truncate on %I for each statement execute function baris_tetap()', nama || '_tetap_kosong', nama);
	end loop;
	foreach nama in array array['berkas', 'bukti', 'bukti_revisi', 'bukti_putusan', 'cakupan'] loop
		execute format('alter table %I enable row level security', nama);
		execute format('create policy %I on %I to matang_aplikasi using (boleh_instansi(instansi_id)) with check (boleh_instansi(instansi_id))', nama || '_instansi', nama);
	end loop;
end $$;
grant select, insert on berkas, bukti_revisi, bukti_putusan to matang_aplikasi;
grant select, insert, update on bukti, cakupan to matang_aplikasi;
