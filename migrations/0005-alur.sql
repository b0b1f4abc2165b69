-- The steps of an assessment: checks and signatures, questions and objections, review, determination.

-- Steps within the self-assessment; what follows it is told by `tahap`.
alter table penilaian add column langkah text not null default 'pengisian'
	check (langkah in ('pengisian', 'diperiksa', 'disetujui', 'ditandatangani', 'terkirim'));
-- When somebody from outside first opened it after it was sent: from then on it cannot be recalled.
alter table penilaian add column dibaca timestamptz;
-- The public result that its determination wrote.
alter table penilaian add column hasil_id integer references hasil (id);
-- Where another agency's index gives the value (Pemdi): hundredths of that index's points.
alter table nilai add column luar integer check (luar between 0 and 1000000);

-- Signed by name. `sidik` is the hash of `isi`, the exact text of what was signed.
create table tanda_tangan (
	id integer generated always as identity primary key,
	instansi_id integer not null,
	penilaian_id integer not null,
	dokumen text not null check (dokumen in (
		'penyerahan', 'persetujuan', 'berita_acara', 'persetujuan_publikasi', 'berita_acara_interviu',
		'penetapan_usul', 'penetapan'
	)),
	orang_id integer not null references orang (id),
	nama text not null,
	jabatan text not null,
	isi text not null,
	sidik text not null,
	waktu timestamptz not null,
	-- recalled, or overtaken by a change
	batal timestamptz,
	foreign key (instansi_id, penilaian_id) references penilaian (instansi_id, id)
);
create index tanda_tangan_penilaian on tanda_tangan (penilaian_id) where batal is null;

-- What people say to one another: comments, interview questions, visit notes, objections and their answers, and
-- notes that outlive staff.
create table utas (
	id integer generated always as identity primary key,
	instansi_id integer not null,
	penilaian_id integer not null,
	indikator text,
	bukti_id integer,
	balas_id integer,
	jenis text not null check (jenis in ('komentar', 'pertanyaan', 'kunjungan', 'sanggahan', 'catatan', 'jawaban')),
	-- of an answer to an objection
	putusan text check (putusan in ('diterima', 'ditolak')),
	isi text not null check (isi <> ''),
	tahap text not null,
	orang_id integer not null references orang (id),
	waktu timestamptz not null,
	unique (instansi_id, id),
	check ((jenis = 'jawaban') = (balas_id is not null)),
	foreign key (instansi_id, penilaian_id) references penilaian (instansi_id, id),
	foreign key (instansi_id, bukti_id) references bukti (instansi_id, id),
	foreign key (instansi_id, balas_id) references utas (instansi_id, id)
);
create index utas_indikator on utas (penilaian_id, indikator);

-- The review team's word on each external value; the newest one on the newest value counts.
create table reviu (
	id integer generated always as identity primary key,
	instansi_id integer not null,
	penilaian_id integer not null,
	indikator text not null,
	nilai_id bigint not null references nilai (id),
	putusan text not null check (putusan in ('valid', 'tidak_valid')),
	alasan text not null default '',
	orang_id integer not null references orang (id),
	waktu timestamptz not null,
	check (putusan = 'valid' or alasan <> ''),
	foreign key (instansi_id, penilaian_id) references penilaian (instansi_id, id)
);
create index reviu_penilaian on reviu (penilaian_id, indikator, id desc);

do $$
declare
	nama text;
begin
	foreach nama in array array['utas', 'reviu'] loop
		execute format('create trigger %I before update or delete on %I for each row execute function baris_tetap()', nama || '_tetap', nama);
		execute format('create trigger %I before truncate on %I for each statement execute function baris_tetap()', nama || '_tetap_kosong', nama);
	end loop;
	foreach nama in array array['tanda_tangan', 'utas', 'reviu'] loop
		execute format('alter table %I enable row level security', nama);
		execute format('create policy %I on %I to matang_aplikasi using (boleh_instansi(instansi_id)) with check (boleh_instansi(instansi_id))', nama || '_instansi', nama);
	end loop;
end $$;
grant select, insert on utas, reviu to matang_aplikasi;
grant select, insert, update on tanda_tangan to matang_aplikasi;
grant select on instansi_alias to matang_aplikasi;
