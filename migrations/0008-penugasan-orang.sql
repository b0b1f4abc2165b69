-- An assignment may be for the evidence of one level only, and for one person of the unit.
alter table penugasan add column tingkat integer check (tingkat between 0 and 9);
alter table penugasan add column orang_id integer references orang (id);
alter table penugasan drop constraint penugasan_penilaian_id_indikator_unit_id_key;
alter table penugasan add constraint penugasan_satu unique nulls not distinct (penilaian_id, indikator, tingkat, unit_id);
