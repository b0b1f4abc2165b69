-- Long reports that were made in the background: kept some days for the person who asked for them.

create table laporan (
	id integer generated always as identity primary key,
	pekerjaan_id integer not null references pekerjaan (id) on delete cascade,
	-- who asked for it, and nobody else reads it
	orang_id integer not null references orang (id),
	-- null for what is about many institutions
	instansi_id integer references instansi (id),
	-- the assessment or the round that it is about
	penilaian_id integer references penilaian (id),
	putaran_id integer references putaran (id),
	nama text not null,
	tipe text not null,
	ukuran bigint not null default 0,
	sha256 text,
	dibuat timestamptz not null,
	-- null while it is being written
	siap timestamptz,
	hapus timestamptz not null
);
create index laporan_orang on laporan (orang_id, id desc);
create index laporan_pekerjaan on laporan (pekerjaan_id);

-- The file in pieces, so that nothing holds it whole.
create table laporan_potong (
	laporan_id integer not null references laporan (id) on delete cascade,
	nomor integer not null,
	isi bytea not null,
	primary key (laporan_id, nomor)
);

alter table laporan enable row level security;
create policy laporan_sendiri on laporan for select to matang_aplikasi
	using (orang_id = nullif(current_setting('matang.orang', true), '')::integer);
alter table laporan_potong enable row level security;
create policy laporan_potong_sendiri on laporan_potong for select to matang_aplikasi
	using (exists (select from laporan l where l.id = laporan_id
		and l.orang_id = nullif(current_setting('matang.orang', true), '')::integer));
grant select on laporan, laporan_potong to matang_aplikasi;

-- Notices about work for the ministry belong to no institution; the kinds stand in the code.
alter table pemberitahuan alter column instansi_id drop not null;
alter table pemberitahuan drop constraint pemberitahuan_jenis_check;
alter table pemberitahuan add constraint pemberitahuan_jenis_check check (jenis ~ '^[a-z_]+$');
