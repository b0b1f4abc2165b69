-- What has been entered in the ministry's portal, what came back from it, and which round a round goes on from.

create table portal_centang (
	id integer generated always as identity primary key,
	instansi_id integer not null,
	penilaian_id integer not null,
	indikator text not null,
	-- null for the indicator's level with Fakta and Analisis
	bukti_id integer,
	-- the revision that was entered
	revisi integer,
	orang_id integer not null references orang (id),
	waktu timestamptz not null,
	batal timestamptz,
	batal_oleh integer references orang (id),
	check ((bukti_id is null) = (revisi is null)),
	foreign key (instansi_id, penilaian_id) references penilaian (instansi_id, id),
	foreign key (instansi_id, bukti_id) references bukti (instansi_id, id)
);
create unique index portal_centang_berlaku on portal_centang (penilaian_id, indikator, bukti_id) nulls not distinct
	where batal is null;
alter table portal_centang enable row level security;
create policy portal_centang_instansi on portal_centang to matang_aplikasi
	using (boleh_instansi(instansi_id)) with check (boleh_instansi(instansi_id));
grant select, insert, update on portal_centang to matang_aplikasi;

-- Where a verdict was given: here, or in the ministry's portal and brought in from there.
alter table bukti_putusan add column sumber text not null default 'matang' check (sumber in ('matang', 'portal'));

-- The assessment of an earlier year that this one goes on from.
alter table penilaian add column dari_id integer;
alter table penilaian add foreign key (instansi_id, dari_id) references penilaian (instansi_id, id);
