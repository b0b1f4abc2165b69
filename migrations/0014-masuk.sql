-- Second factors, passkeys, half-open sign-ins, single sign-on, and what was typed before a fresh proof.
-- The application role is granted none of it: only the owner touches it, after the use case has authorised.

-- Roles that came from single sign-on are also taken away by it; those given by hand never are.
alter table peran add column sumber text not null default 'tangan' check (sumber in ('tangan', 'sso'));

-- One-time codes of an authenticator (RFC 6238).
create table kode_masuk (
	orang_id integer primary key references orang (id),
	-- AES-256-GCM: nonce, tag, cipher text
	rahasia bytea not null,
	dibuat timestamptz not null,
	-- null until a code has confirmed it
	aktif timestamptz,
	-- time step of the last code taken; that one and earlier ones are not taken again
	langkah bigint not null default 0
);

create table kode_pemulihan (
	orang_id integer not null references orang (id),
	sidik bytea not null,
	dibuat timestamptz not null,
	dipakai timestamptz,
	primary key (orang_id, sidik)
);

-- Passkeys (WebAuthn credentials).
create table kunci (
	id integer generated always as identity primary key,
	orang_id integer not null references orang (id),
	kredensial text not null unique,
	kunci_publik bytea not null,
	hitungan bigint not null,
	transport text[] not null default '{}',
	nama text not null check (nama <> ''),
	dibuat timestamptz not null,
	terakhir timestamptz
);
create index kunci_orang on kunci (orang_id);

-- Challenges of passkeys, by their hash; a row is deleted when its answer comes.
create table tantangan (
	sidik bytea primary key,
	guna text not null check (guna in ('daftar', 'masuk', 'kedua', 'tegas')),
	-- whose answer it must be; null where anybody may sign in
	orang_id integer references orang (id),
	kedaluwarsa timestamptz not null
);
create index tantangan_kedaluwarsa on tantangan (kedaluwarsa);

-- A sign-in that still lacks a step: the second factor, or a new password in place of one too old.
create table masuk_setengah (
	id integer generated always as identity primary key,
	token_hash bytea not null unique,
	orang_id integer not null references orang (id),
	langkah text not null check (langkah in ('kedua', 'sandi')),
	-- how the first proof was given
	cara text not null check (cara in ('sandi', 'tautan', 'sso')),
	dibuat timestamptz not null,
	kedaluwarsa timestamptz not null,
	-- attempts begun, successful ones included
	percobaan integer not null default 0,
	selesai timestamptz
);
create index masuk_setengah_kedaluwarsa on masuk_setengah (kedaluwarsa);

-- A round trip to the identity provider that has not come back yet, by the hash of the cookie it belongs to.
create table sso_jalan (
	sidik bytea primary key,
	keadaan text not null,
	penguji text not null,
	nonce text not null,
	ke text,
	kedaluwarsa timestamptz not null
);
create index sso_jalan_kedaluwarsa on sso_jalan (kedaluwarsa);

create table sso_akun (
	penerbit text not null,
	subjek text not null,
	orang_id integer not null references orang (id),
	dibuat timestamptz not null,
	terakhir timestamptz not null,
	primary key (penerbit, subjek)
);
-- an address that changes hands at the provider does not open its former owner's account
create unique index sso_akun_orang on sso_akun (orang_id, penerbit);

-- A form that waits for a fresh proof: the newest of each session.
create table isian_tertunda (
	sesi_id integer primary key references sesi (id),
	jalur text not null,
	isi jsonb not null,
	kedaluwarsa timestamptz not null
);
