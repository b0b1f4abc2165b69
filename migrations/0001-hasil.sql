-- Published results and what they rest on. Figures are integers in hundredths (305 = 3,05).

create table versi_data (
	satu boolean primary key default true check (satu),
	nomor bigint not null default 1,
	diubah timestamptz not null default now()
);
insert into versi_data default values;

-- Marks which shipped data sets are loaded, by the hash of their files.
create table muatan (
	nama text primary key,
	sha256 text not null,
	dimuat timestamptz not null default now()
);

create table provinsi (
	kode text primary key,
	nama text not null unique,
	pulau text not null
);

create table instansi (
	id integer generated always as identity primary key,
	slug text not null unique,
	nama text not null unique,
	jenis text not null check (jenis in ('kementerian', 'lpnk', 'lns', 'instansi-lain', 'provinsi', 'kabupaten', 'kota')),
	kode_wilayah text unique,
	provinsi_kode text references provinsi (kode),
	check ((jenis in ('provinsi', 'kabupaten', 'kota')) = (provinsi_kode is not null))
);
create index instansi_provinsi on instansi (provinsi_kode);

create table instansi_alias (
	varian text primary key,
	instansi_id integer not null references instansi (id)
);

create table tahun_evaluasi (
	tahun integer primary key,
	instrumen text not null,
	lengkap boolean not null default false,
	aturan_predikat text not null check (aturan_predikat in ('persis', 'terbulatkan')),
	sumber text not null,
	catatan text
);

create table impor (
	id integer generated always as identity primary key,
	waktu timestamptz not null,
	berkas text not null,
	sha256 text not null,
	baru integer not null,
	koreksi integer not null,
	sama integer not null,
	ditolak integer not null
);

-- National figures are the ministry's own, not an institution and not the mean of the list.
create table nasional (
	tahun integer not null references tahun_evaluasi (tahun),
	simpul text not null,
	nilai integer not null,
	sumber text not null,
	catatan text,
	impor_id integer references impor (id),
	primary key (tahun, simpul)
);

create table nasional_riwayat (
	id integer generated always as identity primary key,
	tahun integer not null,
	simpul text not null,
	nilai integer not null,
	sumber text not null,
	diganti timestamptz not null,
	impor_id integer references impor (id),
	foreign key (tahun, simpul) references nasional (tahun, simpul)
);

create table target (
	id integer generated always as identity primary key,
	instansi_id integer references instansi (id),
	tahun integer not null,
	nilai integer not null check (nilai between 0 and 500),
	sumber text not null,
	tanggal date,
	catatan text,
	unique nulls not distinct (instansi_id, tahun, sumber)
);

create table hasil (
	id integer generated always as identity primary key,
	instansi_id integer not null references instansi (id),
	tahun integer not null references tahun_evaluasi (tahun),
	instrumen text not null,
	indeks integer not null check (indeks between 0 and 500),
	predikat text not null,
	predikat_turunan boolean not null default false,
	sumber text not null,
	catatan text,
	status text not null check (status in ('cocok', 'meragukan', 'belum_lengkap')),
	alasan text,
	-- one of these indicators has this value, the source does not say which
	salah_satu jsonb,
	-- what the published figures imply for every other node (always turunan)
	simpulan jsonb,
	impor_id integer references impor (id),
	dicatat timestamptz not null default now(),
	-- change on the year before, where that year is known and has the same instrument
	indeks_lalu integer,
	selisih integer,
	-- ranks within complete years only; n_ is the number ranked; lalu_ the rank of the year before
	p_nasional integer, n_nasional integer, lalu_nasional integer,
	p_jenis integer, n_jenis integer, lalu_jenis integer,
	p_provinsi integer, n_provinsi integer, lalu_provinsi integer,
	p_pulau integer, n_pulau integer, lalu_pulau integer,
	unique (instansi_id, tahun)
);
create index hasil_tahun_indeks on hasil (tahun, indeks desc, instansi_id);
create index hasil_tahun_selisih on hasil (tahun, selisih);

create table hasil_nilai (
	hasil_id integer not null references hasil (id) on delete cascade,
	simpul text not null,
	nilai integer not null check (nilai between 0 and 500),
	sumber text,
	primary key (hasil_id, simpul)
);

-- A corrected figure keeps what stood before, where it came from and when it was replaced.
create table hasil_riwayat (
	id integer generated always as identity primary key,
	hasil_id integer not null references hasil (id),
	isi jsonb not null,
	sumber text not null,
	diganti timestamptz not null,
	impor_id integer references impor (id)
);

create index hasil_riwayat_hasil on hasil_riwayat (hasil_id);

-- Claims of a source that Matang cannot compute (incomplete years).
create table klaim (
	id integer generated always as identity primary key,
	instansi_id integer not null references instansi (id),
	tahun integer not null,
	teks_id text not null,
	teks_en text not null,
	sumber text not null,
	unique (instansi_id, tahun, teks_id)
);

-- Sums and counts of groups of one year, so that a mean is exact and a page need not add up rows.
-- kelompok: daftar | jenis | provinsi | pulau | provinsi_jenis; simpul: indeks, D1 …
create table rerata (
	tahun integer not null references tahun_evaluasi (tahun),
	kelompok text not null,
	kunci text not null,
	simpul text not null,
	jumlah bigint not null,
	banyak integer not null,
	primary key (tahun, kelompok, kunci, simpul)
);
