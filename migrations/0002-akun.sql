-- Units, people, roles, sessions, and the activity log; row-level security keeps institutions apart.

-- The role every request of a signed-in person runs as. It owns nothing and is no superuser, so that row-level
-- security holds for it. Roles belong to the whole server: another database may have made it already.
do $$
begin
	if not exists (select from pg_roles where rolname = 'matang_aplikasi') then
		begin
			create role matang_aplikasi nologin;
		exception
			when duplicate_object or unique_violation then null;
			when insufficient_privilege then
				raise exception 'Pengguna basis data "%" tidak boleh membuat peran. Minta pengelola menjalankan: create role matang_aplikasi nologin; grant matang_aplikasi to "%";', current_user, current_user;
		end;
	end if;
	if not pg_has_role(current_user, 'matang_aplikasi', 'member') then
		execute format('grant matang_aplikasi to %I', current_user);
	end if;
end $$;
grant usage on schema public to matang_aplikasi;

-- Institutions the request may touch: set once per transaction, from the roles as they stand at that moment.
create function boleh_instansi(id integer) returns boolean language sql stable as
$$ select current_setting('matang.nasional', true) = 'ya'
	or id = any (string_to_array(nullif(current_setting('matang.instansi', true), ''), ',')::integer[]) $$;

create table unit (
	id integer generated always as identity primary key,
	instansi_id integer not null references instansi (id),
	induk_id integer,
	nama text not null check (nama <> ''),
	jenis text not null check (jenis in ('dinas', 'badan', 'bagian', 'kecamatan', 'kelurahan', 'lainnya')),
	kode text,
	-- ids from the top to the unit itself, "/3/17/", so that a subtree is a prefix
	jalur text not null,
	aktif boolean not null default true,
	unique (instansi_id, id),
	unique nulls not distinct (instansi_id, induk_id, nama),
	foreign key (instansi_id, induk_id) references unit (instansi_id, id)
);
create unique index unit_kode on unit (instansi_id, kode) where kode is not null;
create index unit_jalur on unit (instansi_id, jalur text_pattern_ops);
create function unit_jalur() returns trigger language plpgsql as
$$ begin
	new.jalur := coalesce((select u.jalur from unit u where u.instansi_id = new.instansi_id and u.id = new.induk_id), '/')
		|| new.id || '/';
	return new;
end $$;
create trigger unit_jalur before insert on unit for each row execute function unit_jalur();

create table orang (
	id integer generated always as identity primary key,
	nama text not null check (nama <> ''),
	-- kept in lower case; null once the person asked to be removed
	surel text unique check (surel = lower(surel)),
	telepon text,
	nip text,
	dibuat timestamptz not null,
	nonaktif timestamptz
);

create table peran (
	id integer generated always as identity primary key,
	orang_id integer not null references orang (id),
	peran text not null check (peran in (
		'koordinator', 'penanggung_jawab', 'entri_data', 'asesor_internal', 'operator', 'asesor_eksternal',
		'tim_reviu', 'admin_instansi', 'admin_nasional', 'pimpinan', 'auditor'
	)),
	-- null only for national roles
	instansi_id integer references instansi (id),
	-- null for the whole institution; otherwise the unit and everything below it
	unit_id integer,
	diberi timestamptz not null,
	diberi_oleh integer references orang (id),
	dicabut timestamptz,
	foreign key (instansi_id, unit_id) references unit (instansi_id, id),
	check ((peran in ('admin_nasional', 'tim_reviu')) = (instansi_id is null))
);
create unique index peran_berlaku on peran (orang_id, peran, instansi_id, unit_id) nulls not distinct
	where dicabut is null;
create index peran_instansi on peran (instansi_id) where dicabut is null;

create table kata_sandi (
	orang_id integer primary key references orang (id),
	-- Argon2id as a PHC string
	sandi text not null,
	diubah timestamptz not null,
	-- earlier ones, newest first, where the policy forbids going back to them
	lampau jsonb not null default '[]'
);

-- Whether somebody has set a password: all that the application role may know of it.
create function is_bersandi(orang_ integer) returns boolean language sql stable security definer
set search_path = public, pg_temp as
$$ select exists (select from kata_sandi k where k.orang_id = orang_) $$;

create table sesi (
	id integer generated always as identity primary key,
	token_hash bytea not null unique,
	orang_id integer not null references orang (id),
	dibuat timestamptz not null,
	terakhir timestamptz not null,
	kedaluwarsa timestamptz not null,
	-- when the person last proved who they are, for acts that ask for it anew
	ditegaskan timestamptz not null,
	peramban text not null,
	alamat text not null,
	dicabut timestamptz
);
create index sesi_orang on sesi (orang_id) where dicabut is null;

-- One-time links: first administrator, invitation, reset, demonstration.
create table tautan (
	id integer generated always as identity primary key,
	token_hash bytea not null unique,
	guna text not null check (guna in ('admin_pertama', 'undangan', 'setel_ulang', 'contoh')),
	-- null for the first administrator, who does not exist yet
	orang_id integer references orang (id),
	dibuat timestamptz not null,
	kedaluwarsa timestamptz not null,
	dipakai timestamptz
);

-- Failed attempts by what is limited: an account from one place, or a place.
create table percobaan (
	kunci text primary key,
	banyak integer not null,
	sejak timestamptz not null
);

-- Who did what. `isi` is the exact text that was hashed; hash = sha256(hash before + newline + isi), hex.
create table activity_kepala (
	rantai integer primary key,
	nomor bigint not null,
	hash text not null
);
create table activity (
	-- 0 for what belongs to no institution
	rantai integer not null,
	nomor bigint not null,
	waktu timestamptz not null,
	orang_id integer,
	tindakan text not null,
	objek text not null,
	isi text not null,
	hash text not null,
	primary key (rantai, nomor)
);
create index activity_objek on activity (rantai, objek, nomor);
create function activity_tetap() returns trigger language plpgsql as
$$ begin raise exception 'catatan aktivitas tidak dapat diubah atau dihapus'; end $$;
create trigger activity_tetap before update or delete on activity
	for each row execute function activity_tetap();
create trigger activity_tetap_kosong before truncate on activity
	for each statement execute function activity_tetap();

-- Appends one entry; the head of the chain is locked until the act that it records commits.
create function catat_activity(rantai_ integer, waktu_ timestamptz, orang_ integer, tindakan_ text, objek_ text, isi_ text)
returns text language plpgsql security definer set search_path = public, pg_temp as
$$
declare
	sebelum activity_kepala;
	hash_ text;
begin
	insert into activity_kepala (rantai, nomor, hash) values (rantai_, 0, '') on conflict do nothing;
	select * into sebelum from activity_kepala k where k.rantai = rantai_ for update;
	hash_ := encode(sha256(convert_to(sebelum.hash || E'\n' || isi_, 'UTF8')), 'hex');
	insert into activity (rantai, nomor, waktu, orang_id, tindakan, objek, isi, hash)
		values (rantai_, sebelum.nomor + 1, waktu_, orang_, tindakan_, objek_, isi_, hash_);
	update activity_kepala k set nomor = sebelum.nomor + 1, hash = hash_ where k.rantai = rantai_;
	return hash_;
end $$;

alter table unit enable row level security;
create policy unit_instansi on unit to matang_aplikasi
	using (boleh_instansi(instansi_id)) with check (boleh_instansi(instansi_id));
alter table peran enable row level security;
create policy peran_instansi on peran to matang_aplikasi
	using (boleh_instansi(instansi_id) or orang_id = nullif(current_setting('matang.orang', true), '')::integer)
	with check (boleh_instansi(instansi_id));
-- People are seen by those who share an institution with them; the policy of peran decides which.
alter table orang enable row level security;
create policy orang_baca on orang for select to matang_aplikasi
	using (current_setting('matang.nasional', true) = 'ya'
		or id = nullif(current_setting('matang.orang', true), '')::integer
		or exists (select from peran p where p.orang_id = orang.id));
alter table activity enable row level security;
create policy activity_baca on activity for select to matang_aplikasi using (boleh_instansi(nullif(rantai, 0)));

grant select on instansi, provinsi, tahun_evaluasi to matang_aplikasi;
grant select, insert, update on unit, peran to matang_aplikasi;
grant select on orang, activity to matang_aplikasi;
