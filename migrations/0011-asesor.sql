-- The assessors' side: minutes of interview and visit, signed by both; published figures beside an assessment.

-- What an interview or a visit was: written before it is signed, and no longer changed once both have.
create table berita_acara (
	instansi_id integer not null,
	penilaian_id integer not null,
	jenis text not null check (jenis in ('interviu', 'visitasi')),
	tanggal date not null,
	tempat text not null check (tempat <> ''),
	-- who was there, one a line, as typed
	hadir text not null check (hadir <> ''),
	ringkasan text not null default '',
	orang_id integer not null references orang (id),
	waktu timestamptz not null,
	primary key (penilaian_id, jenis),
	foreign key (instansi_id, penilaian_id) references penilaian (instansi_id, id)
);
alter table berita_acara enable row level security;
create policy berita_acara_instansi on berita_acara to matang_aplikasi
	using (boleh_instansi(instansi_id)) with check (boleh_instansi(instansi_id));
grant select, insert, update on berita_acara to matang_aplikasi;

-- Minutes are signed by the institution and by the assessor; other documents have one side only.
alter table tanda_tangan add column pihak text check (pihak in ('instansi', 'asesor'));
alter table tanda_tangan drop constraint tanda_tangan_dokumen_check;
alter table tanda_tangan add constraint tanda_tangan_dokumen_check check (dokumen in (
	'penyerahan', 'persetujuan', 'berita_acara', 'persetujuan_publikasi', 'berita_acara_interviu',
	'berita_acara_visitasi', 'penetapan_usul', 'penetapan'
));
create unique index tanda_tangan_pihak on tanda_tangan (penilaian_id, dokumen, pihak)
	where batal is null and pihak is not null;

-- Published results are public: people at work see them beside their assessment.
grant select on hasil, hasil_nilai to matang_aplikasi;
-- An assessor's values over a whole round.
create index nilai_tahap on nilai (penilaian_id, tahap, indikator, id desc);
create index penilaian_hasil on penilaian (hasil_id) where hasil_id is not null;
