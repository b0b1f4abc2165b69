-- Rounds, assessments, assignments, and the ledger of scores.

-- A round keeps its own copy of the instrument: a later version of the file changes nothing in it.
create table putaran (
	id integer generated always as identity primary key,
	nama text not null check (nama <> ''),
	tahun integer not null check (tahun between 2000 and 2100),
	jenis text not null check (jenis in ('evaluasi', 'pemantauan')),
	instrumen text not null,
	rangka jsonb not null,
	-- the institution whose own rehearsal it is; null for a national round
	penyelenggara_id integer references instansi (id),
	dibuat timestamptz not null,
	dibuat_oleh integer not null references orang (id)
);

create table putaran_tahap (
	putaran_id integer not null references putaran (id),
	tahap text not null check (tahap in (
		'mandiri', 'dokumen', 'interviu', 'visitasi', 'reviu', 'penetapan', 'sanggah', 'perbaikan'
	)),
	mulai date not null,
	selesai date not null,
	primary key (putaran_id, tahap),
	check (selesai >= mulai)
);

create table penilaian (
	id integer generated always as identity primary key,
	putaran_id integer not null references putaran (id),
	instansi_id integer not null references instansi (id),
	tahap text not null default 'mandiri',
	-- what the ledger's newest entries give, kept in the same transaction: {indeks, rentang, predikat, domain, aspek}
	skor jsonb,
	terjawab integer not null default 0,
	unique (putaran_id, instansi_id),
	unique (instansi_id, id)
);

create table penugasan (
	id integer generated always as identity primary key,
	instansi_id integer not null,
	penilaian_id integer not null,
	indikator text not null,
	unit_id integer not null,
	tenggat date,
	dibuat timestamptz not null,
	dibuat_oleh integer not null references orang (id),
	unique (penilaian_id, indikator, unit_id),
	foreign key (instansi_id, penilaian_id) references penilaian (instansi_id, id),
	foreign key (instansi_id, unit_id) references unit (instansi_id, id)
);
create index penugasan_unit on penugasan (instansi_id, unit_id);

-- Append-only: the newest entry of a stage is its score; earlier ones and earlier stages stay.
create table nilai (
	id bigint generated always as identity primary key,
	instansi_id integer not null,
	penilaian_id integer not null,
	tahap text not null,
	indikator text not null,
	-- hundredths of a level; null takes an earlier answer back
	nilai integer check (nilai between 0 and 500),
	fakta text not null default '',
	analisis text not null default '',
	justifikasi text not null default '',
	orang_id integer not null references orang (id),
	waktu timestamptz not null,
	foreign key (instansi_id, penilaian_id) references penilaian (instansi_id, id)
);
create index nilai_terbaru on nilai (penilaian_id, indikator, id desc);
create function nilai_tetap() returns trigger language plpgsql as
$$ begin raise exception 'buku nilai tidak dapat diubah atau dihapus'; end $$;
create trigger nilai_tetap before update or delete on nilai for each row execute function nilai_tetap();
create trigger nilai_tetap_kosong before truncate on nilai for each statement execute function nilai_tetap();

alter table penilaian enable row level security;
create policy penilaian_instansi on penilaian to matang_aplikasi
	using (boleh_instansi(instansi_id)) with check (boleh_instansi(instansi_id));
alter table penugasan enable row level security;
create policy penugasan_instansi on penugasan to matang_aplikasi
	using (boleh_instansi(instansi_id)) with check (boleh_instansi(instansi_id));
alter table nilai enable row level security;
create policy nilai_instansi on nilai to matang_aplikasi
	using (boleh_instansi(instansi_id)) with check (boleh_instansi(instansi_id));
-- A round is seen by those who hold it and those who take part.
alter table putaran enable row level security;
create policy putaran_baca on putaran for select to matang_aplikasi
	using (boleh_instansi(penyelenggara_id) or exists (select from penilaian p where p.putaran_id = putaran.id));
create policy putaran_tulis on putaran for insert to matang_aplikasi with check (boleh_instansi(penyelenggara_id));
alter table putaran_tahap enable row level security;
create policy putaran_tahap_baca on putaran_tahap for select to matang_aplikasi
	using (exists (select from putaran p where p.id = putaran_tahap.putaran_id));
create policy putaran_tahap_tulis on putaran_tahap for insert to matang_aplikasi
	with check (exists (select from putaran p where p.id = putaran_tahap.putaran_id));

grant select, insert on putaran, putaran_tahap, nilai to matang_aplikasi;
grant select, insert, update on penilaian, penugasan to matang_aplikasi;
grant delete on penugasan to matang_aplikasi;
