-- A round trip to the identity provider that proves anew who is signed in, instead of signing in: it belongs to one
-- session, and ends with it.
alter table sso_jalan add column sesi_id integer references sesi (id) on delete cascade;
