-- Sendings that carry a key of their sender, and signed checkpoints of the activity log.

-- One row per sending that had its effect: whoever sends it again gets the same answer and no second effect.
create table kiriman (
	orang_id integer not null references orang (id),
	kunci text not null check (kunci ~ '^[A-Za-z0-9_-]{16,64}$'),
	instansi_id integer not null references instansi (id),
	-- hash of what was sent: the same key with other content is refused
	sidik text not null check (sidik ~ '^[0-9a-f]{64}$'),
	-- ids and figures only
	jawaban jsonb not null default '{}',
	waktu timestamptz not null,
	primary key (orang_id, kunci)
);
alter table kiriman enable row level security;
create policy kiriman_orang on kiriman to matang_aplikasi
	using (orang_id = nullif(current_setting('matang.orang', true), '')::integer)
	with check (orang_id = nullif(current_setting('matang.orang', true), '')::integer and boleh_instansi(instansi_id));
grant select, insert, update, delete on kiriman to matang_aplikasi;

-- Signed statements about a chain: entry `nomor` has `hash`; `akar` is the Merkle root over the hashes of the
-- entries since the checkpoint before, so that one entry is proved without showing the others.
create table activity_titik (
	rantai integer not null,
	nomor bigint not null,
	hash text not null,
	dari bigint not null,
	akar text not null,
	waktu timestamptz not null,
	-- public key, SPKI in base64
	kunci text not null,
	tanda text not null,
	primary key (rantai, nomor)
);
create trigger activity_titik_tetap before update or delete on activity_titik
	for each row execute function activity_tetap();
create trigger activity_titik_tetap_kosong before truncate on activity_titik
	for each statement execute function activity_tetap();
alter table activity_titik enable row level security;
create policy activity_titik_baca on activity_titik for select to matang_aplikasi
	using (boleh_instansi(nullif(rantai, 0)));
grant select on activity_titik to matang_aplikasi;
create index activity_orang on activity (orang_id) where orang_id is not null;
