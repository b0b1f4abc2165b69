-- Demonstration institutions: invented people and figures, never among the public ones.
alter table instansi add column contoh boolean not null default false;
