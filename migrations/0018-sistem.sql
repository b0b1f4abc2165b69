-- The institution's own systems, the permits to look at them, and what the technical checks found.

create table sistem (
	id integer generated always as identity primary key,
	instansi_id integer not null references instansi (id),
	nama text not null check (length(nama) between 1 and 200),
	uraian text not null default '' check (length(uraian) <= 5000),
	-- owner
	unit_id integer,
	kekritisan text not null check (kekritisan in ('rendah', 'sedang', 'tinggi', 'sangat_tinggi')),
	kelas_data text not null check (kelas_data in ('terbuka', 'terbatas', 'rahasia', 'sangat_rahasia')),
	-- category of the electronic system; null until the institution has determined it
	kategori text check (kategori in ('rendah', 'tinggi', 'strategis')),
	aktif boolean not null default true,
	dibuat timestamptz not null,
	diubah timestamptz not null,
	oleh integer not null references orang (id),
	unique (instansi_id, id),
	foreign key (instansi_id, unit_id) references unit (instansi_id, id)
);
create unique index sistem_nama on sistem (instansi_id, lower(nama));

create table sistem_alamat (
	instansi_id integer not null,
	sistem_id integer not null,
	-- a name in lower case, or an address without brackets
	host text not null check (host ~ '^[0-9a-z.:-]{1,253}$'),
	porta integer not null check (porta between 1 and 65535),
	-- which end of its certificate was warned about last: '2026-12-31/30'
	diperingatkan text not null default '',
	primary key (sistem_id, host, porta),
	foreign key (instansi_id, sistem_id) references sistem (instansi_id, id) on delete cascade
);

-- A permit: never changed, only revoked.
create table izin_periksa (
	id integer generated always as identity primary key,
	instansi_id integer not null references instansi (id),
	nomor text not null check (length(nomor) between 1 and 200),
	pemberi text not null check (length(pemberi) between 1 and 300),
	berlaku_dari date not null,
	berlaku_sampai date not null check (berlaku_sampai >= berlaku_dari),
	-- ["host:port", "10.1.0.0/24:443"]
	sasaran jsonb not null,
	-- ids of checks beyond the ordinary
	tambahan jsonb not null default '[]',
	dibuat timestamptz not null,
	oleh integer not null references orang (id),
	dicabut timestamptz,
	dicabut_oleh integer references orang (id),
	unique (instansi_id, id)
);
create index izin_periksa_instansi on izin_periksa (instansi_id, id desc);

-- What one look at one address found. Written once.
create table periksa (
	id integer generated always as identity primary key,
	instansi_id integer not null,
	sistem_id integer not null,
	host text not null,
	porta integer not null,
	-- null where no permit covered it
	izin_id integer,
	pekerjaan_id integer references pekerjaan (id),
	waktu timestamptz not null,
	keadaan text not null check (keadaan in ('selesai', 'ditolak')),
	-- why it was refused: from a closed list
	alasan text,
	-- the address that was looked at
	alamat text not null default '',
	-- what a visitor's browser is offered, 0 upward, and its letter; null where no page was shown
	nilai integer check (nilai >= 0),
	huruf text,
	-- [{"id", "status", "kata", "isi"}]
	hasil jsonb not null default '[]',
	-- certificate, headers without cookie values, protocols: what is needed to judge again
	fakta jsonb not null default '{}',
	-- every connection and query
	sambungan jsonb not null default '[]',
	gagal integer not null default 0,
	tak_diuji integer not null default 0,
	sertifikat_sampai date,
	-- what became worse since the look before: [{"jenis", …}]
	perubahan jsonb not null default '[]',
	oleh integer references orang (id),
	foreign key (instansi_id, sistem_id) references sistem (instansi_id, id),
	foreign key (instansi_id, izin_id) references izin_periksa (instansi_id, id)
);
create index periksa_sistem on periksa (sistem_id, host, porta, id desc);
create index periksa_instansi on periksa (instansi_id, id desc);
create unique index periksa_pekerjaan on periksa (pekerjaan_id, sistem_id, host, porta);

create table jadwal_periksa (
	instansi_id integer primary key references instansi (id),
	selang text not null check (selang in ('mingguan', 'bulanan')),
	-- the next day on which everything is looked at
	berikut date not null,
	waktu timestamptz not null,
	oleh integer not null references orang (id)
);

do $$
declare
	nama text;
begin
	foreach nama in array array['sistem', 'sistem_alamat', 'izin_periksa', 'periksa', 'jadwal_periksa'] loop
		execute format('alter table %I enable row level security', nama);
		execute format('create policy %I on %I to matang_aplikasi using (boleh_instansi(instansi_id)) with check (boleh_instansi(instansi_id))', nama || '_instansi', nama);
	end loop;
end $$;
grant select, insert, update on sistem to matang_aplikasi;
grant select, insert, update, delete on sistem_alamat, jadwal_periksa to matang_aplikasi;
grant select, insert on izin_periksa, periksa to matang_aplikasi;
grant update (dicabut, dicabut_oleh) on izin_periksa to matang_aplikasi;
