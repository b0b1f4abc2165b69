-- Work done in the background with its progress, mail waiting to be sent, and notices within the application.

-- One piece of background work that somebody follows; the queue itself is kept by the job library in its own schema.
create table pekerjaan (
	id integer generated always as identity primary key,
	jenis text not null,
	-- null for what belongs to no institution
	instansi_id integer references instansi (id),
	keadaan text not null default 'menunggu' check (keadaan in ('menunggu', 'berjalan', 'selesai', 'gagal')),
	selesai integer not null default 0,
	jumlah integer not null default 0,
	percobaan integer not null default 0,
	-- why it failed: a reason from a closed list, or 'tak_terduga'
	galat text,
	isi jsonb not null,
	-- path of the page that shows what came of it
	hasil text,
	dibuat timestamptz not null,
	berakhir timestamptz,
	oleh integer not null references orang (id)
);
create index pekerjaan_oleh on pekerjaan (oleh, id desc);

-- Outbox: written with the act, sent afterwards. The text is emptied once it has left, because it may hold a link.
create table surat (
	id integer generated always as identity primary key,
	kepada text not null,
	kepada_nama text not null,
	perihal text not null,
	isi text not null,
	jenis text not null,
	dibuat timestamptz not null,
	-- after this moment it is not worth sending any more
	sampai timestamptz not null,
	percobaan integer not null default 0,
	galat text,
	terkirim timestamptz,
	batal timestamptz
);
create index surat_menunggu on surat (id) where terkirim is null and batal is null;

create table pemberitahuan (
	id integer generated always as identity primary key,
	orang_id integer not null references orang (id),
	instansi_id integer not null references instansi (id),
	jenis text not null check (jenis in ('ingatkan', 'dikembalikan', 'tugas', 'serah_terima', 'ringkasan')),
	-- what the sentence names: figures and names of indicators, units, people
	rincian jsonb not null default '{}',
	-- path of the page where it can be acted upon
	tujuan text not null,
	dibuat timestamptz not null,
	dibaca timestamptz
);
create index pemberitahuan_orang on pemberitahuan (orang_id, id desc);
create index pemberitahuan_baru on pemberitahuan (orang_id) where dibaca is null;

-- What a person does not want; a kind that is not here is wanted both ways.
create table pilihan_pemberitahuan (
	orang_id integer not null references orang (id),
	jenis text not null,
	aplikasi boolean not null,
	surel boolean not null,
	primary key (orang_id, jenis)
);

-- The daily digest went to this person on this day.
create table ringkasan_terkirim (
	orang_id integer not null references orang (id),
	hari date not null,
	primary key (orang_id, hari)
);

-- Who reminded which unit, and when.
create table pengingat (
	id integer generated always as identity primary key,
	instansi_id integer not null references instansi (id),
	unit_id integer not null,
	indikator text not null,
	hari date not null,
	waktu timestamptz not null,
	orang_id integer not null references orang (id),
	foreign key (instansi_id, unit_id) references unit (instansi_id, id)
);
create index pengingat_unit on pengingat (instansi_id, unit_id, hari);

alter table pekerjaan enable row level security;
create policy pekerjaan_baca on pekerjaan for select to matang_aplikasi
	using (oleh = nullif(current_setting('matang.orang', true), '')::integer or boleh_instansi(instansi_id));
alter table pemberitahuan enable row level security;
create policy pemberitahuan_sendiri on pemberitahuan for select to matang_aplikasi
	using (orang_id = nullif(current_setting('matang.orang', true), '')::integer);
create policy pemberitahuan_dibaca on pemberitahuan for update to matang_aplikasi
	using (orang_id = nullif(current_setting('matang.orang', true), '')::integer);
create policy pemberitahuan_tulis on pemberitahuan for insert to matang_aplikasi
	with check (boleh_instansi(instansi_id));
alter table pilihan_pemberitahuan enable row level security;
-- Whoever causes a notice must know whether it is wanted; only the person changes it.
create policy pilihan_baca on pilihan_pemberitahuan for select to matang_aplikasi using (true);
create policy pilihan_tulis on pilihan_pemberitahuan for insert to matang_aplikasi
	with check (orang_id = nullif(current_setting('matang.orang', true), '')::integer);
create policy pilihan_ubah on pilihan_pemberitahuan for update to matang_aplikasi
	using (orang_id = nullif(current_setting('matang.orang', true), '')::integer);
alter table pengingat enable row level security;
create policy pengingat_instansi on pengingat to matang_aplikasi
	using (boleh_instansi(instansi_id)) with check (boleh_instansi(instansi_id));
create trigger pengingat_tetap before update or delete on pengingat for each row execute function baris_tetap();

grant select on pekerjaan to matang_aplikasi;
grant select, insert on pemberitahuan, pengingat to matang_aplikasi;
grant update (dibaca) on pemberitahuan to matang_aplikasi;
grant select, insert, update on pilihan_pemberitahuan to matang_aplikasi;
