-- The register of internal policies: documents with every version, reviews, articles mapped to criteria.

create table kebijakan_dokumen (
	id integer generated always as identity primary key,
	instansi_id integer not null references instansi (id),
	-- indicator of the rule set that the policy serves: I01 … I10
	indikator text not null check (indikator ~ '^I\d{2}$'),
	-- the document that this one amends, repeals, or is derived from
	induk_id integer,
	hubungan text check (hubungan in ('mengubah', 'mencabut', 'turunan')),
	-- the review whose recommendation it acts on
	reviu_id integer,
	dibuat timestamptz not null,
	dibuat_oleh integer not null references orang (id),
	unique (instansi_id, indikator, id),
	check ((induk_id is null) = (hubungan is null)),
	foreign key (instansi_id, indikator, induk_id) references kebijakan_dokumen (instansi_id, indikator, id)
);
create index kebijakan_dokumen_indikator on kebijakan_dokumen (instansi_id, indikator);

-- What a document is, as it was written down each time; the newest one counts.
create table kebijakan_versi (
	id integer generated always as identity primary key,
	instansi_id integer not null,
	indikator text not null,
	dokumen_id integer not null,
	versi integer not null check (versi > 0),
	jenis text not null check (jenis in ('perda', 'perkada', 'keputusan', 'surat_edaran', 'sop', 'lainnya')),
	nomor text not null default '',
	judul text not null check (judul <> ''),
	status text not null check (status in ('draf', 'ditetapkan', 'berlaku', 'diubah', 'dicabut')),
	-- day of enactment; a draft has none
	tanggal date,
	berkas_id integer,
	nama_berkas text,
	tautan text not null default '',
	orang_id integer not null references orang (id),
	waktu timestamptz not null,
	unique (dokumen_id, versi),
	check (status = 'draf' or tanggal is not null),
	foreign key (instansi_id, indikator, dokumen_id) references kebijakan_dokumen (instansi_id, indikator, id),
	foreign key (instansi_id, berkas_id) references berkas (instansi_id, id)
);
create index kebijakan_versi_berkas on kebijakan_versi (instansi_id, berkas_id);

create table kebijakan_reviu (
	id integer generated always as identity primary key,
	instansi_id integer not null,
	indikator text not null,
	-- the policy that was reviewed
	dokumen_id integer not null,
	tanggal date not null,
	temuan text not null check (temuan <> ''),
	rekomendasi text not null check (rekomendasi <> ''),
	berkas_id integer,
	nama_berkas text,
	tautan text not null default '',
	penunjuk text not null default '',
	orang_id integer not null references orang (id),
	waktu timestamptz not null,
	-- taken back
	batal timestamptz,
	unique (instansi_id, indikator, id),
	foreign key (instansi_id, indikator, dokumen_id) references kebijakan_dokumen (instansi_id, indikator, id),
	foreign key (instansi_id, berkas_id) references berkas (instansi_id, id)
);
create index kebijakan_reviu_indikator on kebijakan_reviu (instansi_id, indikator);
alter table kebijakan_dokumen add foreign key (instansi_id, indikator, reviu_id)
	references kebijakan_reviu (instansi_id, indikator, id);

-- Articles and pages that meet one point of the criteria: "pasal 5 ayat 2, hlm. 12–14".
create table kebijakan_pasal (
	id integer generated always as identity primary key,
	instansi_id integer not null,
	indikator text not null,
	dokumen_id integer not null,
	-- point of the rule set: data/kebijakan-spbe-2020.json
	syarat text not null check (syarat <> ''),
	penunjuk text not null check (penunjuk <> ''),
	orang_id integer not null references orang (id),
	waktu timestamptz not null,
	batal timestamptz,
	foreign key (instansi_id, indikator, dokumen_id) references kebijakan_dokumen (instansi_id, indikator, id)
);
create unique index kebijakan_pasal_berlaku on kebijakan_pasal (dokumen_id, syarat) where batal is null;
create index kebijakan_pasal_indikator on kebijakan_pasal (instansi_id, indikator);

-- Evidence that was taken from the register, with the version it was taken at.
create table kebijakan_bukti (
	bukti_id integer primary key,
	instansi_id integer not null,
	indikator text not null,
	dokumen_id integer,
	versi integer,
	reviu_id integer,
	check ((dokumen_id is null) <> (reviu_id is null) and (dokumen_id is null) = (versi is null)),
	foreign key (instansi_id, bukti_id) references bukti (instansi_id, id),
	foreign key (instansi_id, indikator, dokumen_id) references kebijakan_dokumen (instansi_id, indikator, id),
	foreign key (instansi_id, indikator, reviu_id) references kebijakan_reviu (instansi_id, indikator, id)
);

do $$
declare
	nama text;
begin
	execute 'create trigger kebijakan_versi_tetap before update or delete on kebijakan_versi for each row execute function baris_tetap()';
	execute 'create trigger kebijakan_versi_tetap_kosong before truncate on kebijakan_versi for each statement execute function baris_tetap()';
	foreach nama in array array['kebijakan_dokumen', 'kebijakan_versi', 'kebijakan_reviu', 'kebijakan_pasal', 'kebijakan_bukti'] loop
		execute format('alter table %I enable row level security', nama);
		execute format('create policy %I on %I to matang_aplikasi using (boleh_instansi(instansi_id)) with check (boleh_instansi(instansi_id))', nama || '_instansi', nama);
	end loop;
end $$;
grant select, insert on kebijakan_dokumen, kebijakan_versi to matang_aplikasi;
grant select, insert, update on kebijakan_reviu, kebijakan_pasal, kebijakan_bukti to matang_aplikasi;
