-- Reaching the target: targets, what a level costs here, plans with their reasons, the work that follows from them,
-- and the five-year roadmap.

-- What the institution wants of a year. `simpul` is 'indeks', a node ('D2', 'A3', 'I11'), or 'setiap' (no indicator below).
create table sasaran (
	instansi_id integer not null references instansi (id),
	tahun integer not null check (tahun between 2018 and 2100),
	simpul text not null check (simpul ~ '^[A-Za-z0-9]{1,20}$'),
	-- hundredths of a level
	nilai integer not null check (nilai between 100 and 500),
	alasan text not null default '' check (length(alasan) <= 2000),
	waktu timestamptz not null,
	oleh integer not null references orang (id),
	primary key (instansi_id, tahun, simpul)
);

-- What one step costs this institution; where no row stands the shipped assumptions hold.
create table ongkos_langkah (
	instansi_id integer not null references instansi (id),
	instrumen text not null check (length(instrumen) between 1 and 100),
	indikator text not null check (indikator ~ '^[A-Za-z0-9]{1,20}$'),
	-- the level the step starts from
	dari integer not null check (dari between 0 and 4),
	-- effort points; rupiah stand beside them, only where somebody entered them
	usaha integer not null check (usaha between 0 and 1000000),
	rupiah bigint check (rupiah between 0 and 1000000000000000),
	orang_hari integer check (orang_hari between 0 and 100000),
	bulan integer check (bulan between 0 and 120),
	-- chance in thousandths that assessors grant the step
	peluang integer check (peluang between 0 and 1000),
	layak boolean not null default true,
	catatan text not null default '' check (length(catatan) <= 2000),
	waktu timestamptz not null,
	oleh integer not null references orang (id),
	primary key (instansi_id, instrumen, indikator, dari)
);

-- A what-if kept, or a plan found: never changed, only set aside.
create table rencana (
	id integer generated always as identity primary key,
	instansi_id integer not null references instansi (id),
	tahun integer not null check (tahun between 2018 and 2100),
	nama text not null check (length(nama) between 1 and 200),
	jenis text not null check (jenis in ('skenario', 'rencana')),
	instrumen text not null check (length(instrumen) between 1 and 100),
	-- where it starts from and what was asked: {"jawaban": {...}, "asal": {...}, "kendala": {...}}
	masukan jsonb not null,
	-- what came out, as it was shown then
	hasil jsonb not null,
	alasan text not null default '' check (length(alasan) <= 5000),
	dibuat timestamptz not null,
	oleh integer not null references orang (id),
	dipakai timestamptz,
	diarsipkan timestamptz,
	unique (instansi_id, id)
);
create index rencana_instansi on rencana (instansi_id, id desc);

-- The work: one action, of one unit, usually for one indicator's raise.
create table tindakan (
	id integer generated always as identity primary key,
	instansi_id integer not null references instansi (id),
	rencana_id integer,
	tahun integer not null check (tahun between 2018 and 2100),
	judul text not null check (length(judul) between 1 and 300),
	uraian text not null default '' check (length(uraian) <= 10000),
	indikator text check (indikator ~ '^[A-Za-z0-9]{1,20}$'),
	-- hundredths of a level
	dari integer check (dari between 0 and 500),
	ke integer check (ke between 0 and 500),
	unit_id integer,
	orang_id integer references orang (id),
	mulai date not null,
	tenggat date not null check (tenggat >= mulai),
	keadaan text not null default 'belum' check (keadaan in ('belum', 'berjalan', 'selesai', 'batal')),
	-- percent
	kemajuan integer not null default 0 check (kemajuan between 0 and 100),
	-- what will prove it
	bukti text not null default '' check (length(bukti) <= 5000),
	program text not null default '' check (length(program) <= 300),
	kegiatan text not null default '' check (length(kegiatan) <= 300),
	sub_kegiatan text not null default '' check (length(sub_kegiatan) <= 300),
	kode_rekening text not null default '' check (length(kode_rekening) <= 100),
	sumber_dana text not null default '' check (length(sumber_dana) <= 100),
	-- rupiah
	pagu bigint check (pagu between 0 and 1000000000000000),
	realisasi bigint check (realisasi between 0 and 1000000000000000),
	dibuat timestamptz not null,
	oleh integer not null references orang (id),
	diubah timestamptz not null,
	selesai timestamptz,
	unique (instansi_id, id),
	foreign key (instansi_id, rencana_id) references rencana (instansi_id, id),
	foreign key (instansi_id, unit_id) references unit (instansi_id, id)
);
create index tindakan_instansi on tindakan (instansi_id, tahun, tenggat);

create table tonggak (
	id integer generated always as identity primary key,
	instansi_id integer not null,
	tindakan_id integer not null,
	nama text not null check (length(nama) between 1 and 300),
	tanggal date not null,
	selesai timestamptz,
	foreign key (instansi_id, tindakan_id) references tindakan (instansi_id, id) on delete cascade
);
create index tonggak_tindakan on tonggak (tindakan_id);

-- An action waits for another one of the same institution.
create table tindakan_syarat (
	instansi_id integer not null,
	tindakan_id integer not null,
	menunggu_id integer not null check (menunggu_id <> tindakan_id),
	primary key (tindakan_id, menunggu_id),
	foreign key (instansi_id, tindakan_id) references tindakan (instansi_id, id) on delete cascade,
	foreign key (instansi_id, menunggu_id) references tindakan (instansi_id, id) on delete cascade
);

-- Peta Rencana SPBE: five years, seven contents; its budget beside the one that was set.
create table peta_rencana (
	id integer generated always as identity primary key,
	instansi_id integer not null references instansi (id),
	tahun integer not null check (tahun between 2018 and 2100),
	muatan text not null check (muatan in ('tata_kelola', 'manajemen', 'layanan', 'infrastruktur', 'aplikasi', 'keamanan', 'audit_tik')),
	judul text not null check (length(judul) between 1 and 300),
	indikator text check (indikator ~ '^[A-Za-z0-9]{1,20}$'),
	unit_id integer,
	-- rupiah: what the roadmap says, and what the budget of that year holds; null where it is not known
	kebutuhan bigint check (kebutuhan between 0 and 1000000000000000),
	anggaran bigint check (anggaran between 0 and 1000000000000000),
	sub_kegiatan text not null default '' check (length(sub_kegiatan) <= 300),
	tindakan_id integer,
	waktu timestamptz not null,
	oleh integer not null references orang (id),
	unique (instansi_id, id),
	foreign key (instansi_id, unit_id) references unit (instansi_id, id),
	foreign key (instansi_id, tindakan_id) references tindakan (instansi_id, id)
);
create index peta_rencana_instansi on peta_rencana (instansi_id, tahun);

do $$
declare
	nama text;
begin
	foreach nama in array array['sasaran', 'ongkos_langkah', 'rencana', 'tindakan', 'tonggak', 'tindakan_syarat', 'peta_rencana'] loop
		execute format('alter table %I enable row level security', nama);
		execute format('create policy %I on %I to matang_aplikasi using (boleh_instansi(instansi_id)) with check (boleh_instansi(instansi_id))', nama || '_instansi', nama);
	end loop;
end $$;
grant select, insert, update, delete on sasaran, ongkos_langkah, tonggak, tindakan_syarat, peta_rencana to matang_aplikasi;
grant select, insert, update on tindakan to matang_aplikasi;
grant select, insert on rencana to matang_aplikasi;
grant update (dipakai, diarsipkan) on rencana to matang_aplikasi;
