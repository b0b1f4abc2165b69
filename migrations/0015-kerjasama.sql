-- Minutes of the coordination team, the tasks that follow from them, and roles handed over.

create table notula (
	id integer generated always as identity primary key,
	instansi_id integer not null references instansi (id),
	judul text not null check (judul <> ''),
	tanggal date not null,
	tempat text not null,
	agenda text not null,
	dibuat timestamptz not null,
	dibuat_oleh integer not null references orang (id),
	-- rises with every change, so that two who write at once notice
	revisi integer not null default 1,
	unique (instansi_id, id)
);
create table notula_hadir (
	id integer generated always as identity primary key,
	instansi_id integer not null,
	notula_id integer not null,
	-- null for somebody without an account
	orang_id integer references orang (id),
	nama text not null check (nama <> ''),
	foreign key (instansi_id, notula_id) references notula (instansi_id, id)
);
create index notula_hadir_notula on notula_hadir (notula_id);
create table keputusan (
	id integer generated always as identity primary key,
	instansi_id integer not null,
	notula_id integer not null,
	isi text not null check (isi <> ''),
	dibuat timestamptz not null,
	oleh integer not null references orang (id),
	unique (instansi_id, id),
	foreign key (instansi_id, notula_id) references notula (instansi_id, id)
);
create index keputusan_notula on keputusan (notula_id);
create table tugas (
	id integer generated always as identity primary key,
	instansi_id integer not null,
	keputusan_id integer not null,
	isi text not null check (isi <> ''),
	unit_id integer,
	orang_id integer references orang (id),
	tenggat date not null,
	dibuat timestamptz not null,
	oleh integer not null references orang (id),
	selesai timestamptz,
	selesai_oleh integer references orang (id),
	check ((unit_id is null) <> (orang_id is null)),
	foreign key (instansi_id, keputusan_id) references keputusan (instansi_id, id),
	foreign key (instansi_id, unit_id) references unit (instansi_id, id)
);
create index tugas_terbuka on tugas (instansi_id) where selesai is null;
create index tugas_keputusan on tugas (keputusan_id);

create table serah_terima (
	id integer generated always as identity primary key,
	instansi_id integer not null references instansi (id),
	dari_id integer not null references orang (id),
	kepada_id integer not null references orang (id),
	-- [{peran, unitId}]
	peran jsonb not null,
	-- tasks that went along
	tugas integer not null,
	waktu timestamptz not null,
	oleh integer not null references orang (id),
	check (dari_id <> kepada_id)
);
create index serah_terima_instansi on serah_terima (instansi_id, id desc);

do $$
declare
	nama text;
begin
	foreach nama in array array['notula', 'notula_hadir', 'keputusan', 'tugas', 'serah_terima'] loop
		execute format('alter table %I enable row level security', nama);
		execute format('create policy %I on %I to matang_aplikasi using (boleh_instansi(instansi_id)) with check (boleh_instansi(instansi_id))', nama || '_instansi', nama);
	end loop;
	foreach nama in array array['keputusan', 'serah_terima'] loop
		execute format('create trigger %I before update or delete on %I for each row execute function baris_tetap()', nama || '_tetap', nama);
	end loop;
end $$;
grant select, insert on keputusan, serah_terima to matang_aplikasi;
grant select, insert, update on notula, tugas to matang_aplikasi;
grant select, insert, delete on notula_hadir to matang_aplikasi;
