import { defineCopy } from '#ui/lang.ts';

/** Sentences of a result as a press office would write them; every parameter is ready text. */
export const kalimatCopy = defineCopy({
	id: {
		indeks: (jenis: string, nama: string, tahun: string, nilai: string, predikat: string) =>
			`Indeks ${jenis} ${nama} tahun ${tahun} adalah ${nilai}, predikat ${predikat}.`,
		indeksMenurut: (
			sumber: string,
			jenis: string,
			nama: string,
			tahun: string,
			nilai: string,
			predikat: string,
		) => `Menurut ${sumber}, indeks ${jenis} ${nama} tahun ${tahun} adalah ${nilai}, predikat ${predikat}.`,
		predikatTurunan: (predikat: string) => `${predikat} (turunan dari pita indeks)`,
		meragukan: (alasan: string) =>
			`Angka ini ditandai meragukan: ${alasan} Periksa sumbernya sebelum mengutip.`,
		naik: (selisih: string, lalu: string, tahun: string) =>
			`Nilainya naik ${selisih} poin dari ${lalu} pada ${tahun}.`,
		turun: (selisih: string, lalu: string, tahun: string) =>
			`Nilainya turun ${selisih} poin dari ${lalu} pada ${tahun}.`,
		tetap: (lalu: string, tahun: string) => `Nilainya sama dengan ${tahun} (${lalu}).`,
		pertama:
			'Ini hasil pertama dengan instrumen ini yang tercatat di Matang, jadi belum ada perubahan yang dapat dihitung.',
		jeda: (tahun: string) =>
			`Hasil sampai ${tahun} memakai instrumen lain dan tidak dibandingkan dengan angka ini.`,
		peringkat: (daftar: string) => `Peringkatnya ${daftar}.`,
		provinsi: (urutan: string, tempat: string) => `${urutan} di ${tempat}`,
		pulau: (urutan: string, tempat: string) => `${urutan} di ${tempat}`,
		gugusPulau: (pulau: string) => `gugus pulau ${pulau}`,
		jenis: (urutan: string, tempat: string) => `${urutan} ${tempat}`,
		nasional: (urutan: string) => `${urutan} instansi se-Indonesia`,
		urutan: (p: string, n: string) => `${p} dari ${n}`,
		urutanBersama: (p: string, n: string, lain: string) => `${p} (bersama ${lain} instansi lain) dari ${n}`,
		dan: 'dan',
		tanpaPeringkat: (tahun: string) =>
			`Peringkat tidak dihitung karena daftar hasil ${tahun} yang tersedia tidak lengkap.`,
		klaim: (nama: string, daftar: string) => `Menurut sumber, ${nama} ${daftar}`,
		melampaui: (apa: string, nilai: string, selisih: string) =>
			`Indeks ini melampaui ${apa} ${nilai} dengan selisih ${selisih} poin.`,
		tepat: (apa: string, nilai: string) => `Indeks ini tepat mencapai ${apa} ${nilai}.`,
		belum: (apa: string, nilai: string, selisih: string) =>
			`Indeks ini belum mencapai ${apa} ${nilai}; kurang ${selisih} poin.`,
		belumDibulatkan: (apa: string, nilai: string) =>
			`Indeks ini tampil ${nilai} karena dibulatkan; nilai sebelum pembulatan masih di bawah ${apa} ${nilai}.`,
		targetNasional: 'target nasional',
		targetSendiri: 'target yang ditetapkannya sendiri',
		rentang: (jenis: string, lemah: string, kuat: string) =>
			`Nilai ${jenis} terendah ada pada ${lemah}; yang tertinggi pada ${kuat}.`,
		rata: (jenis: string, nilai: string) => `Semua ${jenis} yang nilainya diketahui sama: ${nilai}.`,
		beberapa: (banyak: string, jenis: string) => `${banyak} ${jenis}`,
		rentangDiketahui: (jenis: string, lemah: string, kuat: string) =>
			`Di antara ${jenis} yang nilainya diketahui, yang terendah ${lemah} dan yang tertinggi ${kuat}.`,
		simpul: (nama: string, nilai: string) => `${nama} (${nilai})`,
		simpulTurunan: (nama: string, nilai: string) => `${nama} (${nilai}, turunan)`,
		domain: 'domain',
		aspek: 'aspek',
	},
	en: {
		indeks: (jenis, nama, tahun, nilai, predikat) =>
			`The ${jenis} index of ${nama} for ${tahun} is ${nilai}, predicate ${predikat}.`,
		indeksMenurut: (sumber, jenis, nama, tahun, nilai, predikat) =>
			`According to ${sumber}, the ${jenis} index of ${nama} for ${tahun} is ${nilai}, predicate ${predikat}.`,
		predikatTurunan: (predikat) => `${predikat} (derived from the index band)`,
		meragukan: (alasan) => `This figure is marked doubtful: ${alasan} Check its source before quoting it.`,
		naik: (selisih, lalu, tahun) => `It rose by ${selisih} points from ${lalu} in ${tahun}.`,
		turun: (selisih, lalu, tahun) => `It fell by ${selisih} points from ${lalu} in ${tahun}.`,
		tetap: (lalu, tahun) => `It equals that of ${tahun} (${lalu}).`,
		pertama:
			'This is the first result under this instrument on record in Matang, so no change can be computed yet.',
		jeda: (tahun) =>
			`Results up to ${tahun} come from another instrument and are not compared with this figure.`,
		peringkat: (daftar) => `It ranks ${daftar}.`,
		provinsi: (urutan, tempat) => `${urutan} in ${tempat} province`,
		pulau: (urutan, tempat) => `${urutan} in ${tempat}`,
		gugusPulau: (pulau) => `the ${pulau} island group`,
		jenis: (urutan, tempat) => `${urutan} ${tempat}`,
		nasional: (urutan) => `${urutan} institutions nationwide`,
		urutan: (p, n) => `${p} of ${n}`,
		urutanBersama: (p, n, lain) => `${p} (tied with ${lain} more) of ${n}`,
		dan: 'and',
		tanpaPeringkat: (tahun) =>
			`No rank is computed because the available list of ${tahun} results is incomplete.`,
		klaim: (nama, daftar) => `According to the source, ${nama} was ${daftar}`,
		melampaui: (apa, nilai, selisih) => `The index exceeds ${apa} of ${nilai} by ${selisih} points.`,
		tepat: (apa, nilai) => `The index exactly meets ${apa} of ${nilai}.`,
		belum: (apa, nilai, selisih) => `The index is ${selisih} points short of ${apa} of ${nilai}.`,
		belumDibulatkan: (apa, nilai) =>
			`The index reads ${nilai} after rounding; before rounding it is still below ${apa} of ${nilai}.`,
		targetNasional: 'the national target',
		targetSendiri: 'its own target',
		rentang: (jenis, lemah, kuat) =>
			`Its lowest ${jenis} value is that of ${lemah}; its highest that of ${kuat}.`,
		rata: (jenis, nilai) => `All ${jenis} values that are known are equal: ${nilai}.`,
		beberapa: (banyak, jenis) => `${banyak} ${jenis}s`,
		rentangDiketahui: (jenis, lemah, kuat) =>
			`Among the ${jenis} values that are known, the lowest is that of ${lemah}; the highest that of ${kuat}.`,
		simpul: (nama, nilai) => `${nama} (${nilai})`,
		simpulTurunan: (nama, nilai) => `${nama} (${nilai}, derived)`,
		domain: 'domain',
		aspek: 'aspect',
	},
});
