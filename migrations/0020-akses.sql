-- Review of access rights: personnel list and account exports, what the rules found, and campaigns that decide on each
-- account. Whatever names an account or a person is sealed by the application (AES-256-GCM) before it comes here.

-- What the institution settles otherwise than the shipped rules.
create table akses_setelan (
	instansi_id integer primary key references instansi (id),
	-- days that sealed content is kept
	retensi integer not null check (retensi between 30 and 3650),
	-- {"ACC-01": {"hari": 90}}
	ambang jsonb not null default '{}',
	-- [["pembuat SPM", "penerbit SP2D"]]; null takes the shipped examples
	pasangan jsonb,
	-- [["Diskominfo", "Dinas Kominfo"]]
	unit_sama jsonb not null default '[]',
	waktu timestamptz not null,
	oleh integer not null references orang (id)
);

-- Which columns stand for what, remembered for the next file of the same system; the personnel list has system 0.
create table akses_peta (
	instansi_id integer not null references instansi (id),
	sistem_id integer not null,
	peta jsonb not null,
	urutan text not null default 'otomatis' check (urutan in ('otomatis', 'hari_dulu', 'bulan_dulu')),
	publik boolean,
	waktu timestamptz not null,
	oleh integer not null references orang (id),
	primary key (instansi_id, sistem_id)
);

-- One file that was loaded: an export of a system, or the personnel list of the institution.
create table akses_muat (
	id integer generated always as identity primary key,
	instansi_id integer not null references instansi (id),
	-- null for the personnel list
	sistem_id integer,
	ukuran bigint not null check (ukuran >= 0),
	-- the day the file shows
	tanggal date not null,
	keadaan text not null default 'menunggu' check (keadaan in ('menunggu', 'siap')),
	-- accounts or people
	jumlah integer not null default 0,
	-- figures without names: rules with their counts, measures
	ringkas jsonb not null default '{}',
	dibuat timestamptz not null,
	oleh integer not null references orang (id),
	-- when retention took the sealed content away
	dihapus timestamptz,
	unique (instansi_id, id),
	foreign key (instansi_id, sistem_id) references sistem (instansi_id, id)
);
create index akses_muat_instansi on akses_muat (instansi_id, sistem_id, id desc);

-- Sealed pieces: the raw file until it has been read, then its accounts or people, and what was noticed.
create table akses_potong (
	instansi_id integer not null,
	muat_id integer not null,
	jenis text not null check (jenis in ('berkas', 'isi', 'catatan')),
	nomor integer not null,
	-- rules of which the piece has findings, with commas around: ',ACC-01,ACC-03,'
	aturan text not null default '',
	isi bytea not null,
	primary key (muat_id, jenis, nomor),
	foreign key (instansi_id, muat_id) references akses_muat (instansi_id, id) on delete cascade
);

create table akses_kampanye (
	id integer generated always as identity primary key,
	instansi_id integer not null references instansi (id),
	sistem_id integer not null,
	-- the export that was frozen for it
	muat_id integer not null,
	nama text not null check (length(nama) between 1 and 200),
	tenggat date not null,
	dibuat timestamptz not null,
	oleh integer not null references orang (id),
	ditutup timestamptz,
	ditutup_oleh integer references orang (id),
	-- when retention emptied its accounts and reasons
	dihapus timestamptz,
	unique (instansi_id, id),
	foreign key (instansi_id, sistem_id) references sistem (instansi_id, id),
	foreign key (instansi_id, muat_id) references akses_muat (instansi_id, id)
);
create index akses_kampanye_instansi on akses_kampanye (instansi_id, id desc);

-- One account of a campaign. `kunci` finds it again in the next export without naming it.
create table akses_butir (
	id integer generated always as identity primary key,
	instansi_id integer not null,
	kampanye_id integer not null,
	kunci text not null check (kunci ~ '^[0-9a-f]{64}$'),
	isi bytea,
	temuan integer not null default 0,
	keparahan text not null default '',
	keputusan text check (keputusan in ('pertahankan', 'ubah', 'cabut', 'alihkan')),
	alasan bytea,
	-- end of an exception: a flagged account that is kept
	berlaku_sampai date,
	diputus timestamptz,
	oleh integer references orang (id),
	-- what the next export showed
	hasil text check (hasil in ('terpenuhi', 'belum')),
	hasil_muat_id integer,
	unique (kampanye_id, kunci),
	foreign key (instansi_id, kampanye_id) references akses_kampanye (instansi_id, id)
);
create index akses_butir_kampanye on akses_butir (kampanye_id, id);

do $$
declare
	nama text;
begin
	foreach nama in array array['akses_setelan', 'akses_peta', 'akses_muat', 'akses_potong', 'akses_kampanye', 'akses_butir'] loop
		execute format('alter table %I enable row level security', nama);
		execute format('create policy %I on %I to matang_aplikasi using (boleh_instansi(instansi_id)) with check (boleh_instansi(instansi_id))', nama || '_instansi', nama);
	end loop;
end $$;
grant select, insert, update on akses_setelan, akses_peta, akses_muat, akses_kampanye, akses_butir to matang_aplikasi;
grant select, insert, delete on akses_potong to matang_aplikasi;
grant delete on akses_muat to matang_aplikasi;
