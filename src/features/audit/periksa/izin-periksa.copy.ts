import { defineCopy } from '#ui/lang.ts';

/** Words about permits and why a target is refused. */
export const izinPeriksaCopy = defineCopy({
	id: {
		sasaran: {
			kosong: 'kosong; tulis alamat dan porta, misalnya app.kota.go.id:443.',
			jelajah: 'memakai tanda *; sebutkan setiap alamat satu per satu.',
			tanpa_porta: 'tanpa porta; tulis misalnya app.kota.go.id:443 atau 10.1.0.0/24:443.',
			porta_salah: 'portanya bukan satu angka dari 1 sampai 65535.',
			bukan_alamat:
				'bukan nama atau alamat IP; tulis misalnya app.kota.go.id:443, 203.0.114.7:443, atau [2001:db8::1]:443.',
			terlalu_luas:
				'terlalu luas; satu baris paling banyak /16 alamat IPv4 publik, /8 alamat dalam, atau /32 IPv6. Pecah menjadi jaringan milik instansi.',
			alamat_mustahil: 'bukan alamat satu server (alamat siaran, kelompok, atau kosong).',
		},
		masalah: {
			tanggal: (medan: string, teks: string) =>
				`${medan} "${teks}" bukan tanggal; tulis misalnya 2026-12-31.`,
			terbalik: 'berlakuSampai mendahului berlakuDari.',
			sasaran: (nomor: string, teks: string, alasan: string) => `Sasaran ${nomor} "${teks}" ${alasan}`,
		},
		tolak: {
			izin_belum_berlaku: 'Izin belum berlaku hari ini.',
			izin_berakhir: 'Izin sudah berakhir. Minta izin baru.',
			di_luar_izin: 'Alamat dan porta itu tidak disebut dalam izin. Tidak ada sambungan yang dibuka.',
			nama_tidak_ditemukan: 'Nama itu tidak punya alamat. Periksa ejaannya dan layanan namanya.',
			alamat_loopback: 'Nama itu menuju komputer ini sendiri (loopback), dan izin tidak menyebut alamatnya.',
			alamat_link_local: 'Nama itu menuju alamat link-local, dan izin tidak menyebut alamatnya.',
			alamat_metadata: 'Nama itu menuju layanan metadata awan, dan izin tidak menyebut alamat itu sendiri.',
			alamat_pribadi: 'Nama itu menuju jaringan dalam, dan izin tidak menyebut alamatnya.',
			alamat_khusus:
				'Nama itu menuju alamat khusus (uji, cadangan, atau terjemahan), dan izin tidak menyebut alamatnya.',
			alamat_mustahil: 'Nama itu menuju alamat yang bukan satu server.',
			terlalu_lama: 'Pemeriksaan dihentikan karena terlalu lama. Server menjawab sangat lambat.',
			tak_terduga: 'Pemeriksaan berhenti karena galat. Ulangi; bila tetap, lihat catatan server.',
		},
	},
	en: {
		sasaran: {
			kosong: 'is empty; write address and port, for example app.kota.go.id:443.',
			jelajah: 'uses *; name every address by itself.',
			tanpa_porta: 'has no port; write for example app.kota.go.id:443 or 10.1.0.0/24:443.',
			porta_salah: 'has a port that is not one number from 1 to 65535.',
			bukan_alamat:
				'is neither a name nor an IP address; write for example app.kota.go.id:443, 203.0.114.7:443 or [2001:db8::1]:443.',
			terlalu_luas:
				'is too wide; a line covers at most /16 of public IPv4, /8 of internal addresses or /32 of IPv6. Split it into the networks of the institution.',
			alamat_mustahil: 'is not the address of one server (broadcast, group or empty).',
		},
		masalah: {
			tanggal: (medan: string, teks: string) =>
				`${medan} "${teks}" is no date; write for example 2026-12-31.`,
			terbalik: 'berlakuSampai lies before berlakuDari.',
			sasaran: (nomor: string, teks: string, alasan: string) => `Target ${nomor} "${teks}" ${alasan}`,
		},
		tolak: {
			izin_belum_berlaku: 'The permit is not valid yet today.',
			izin_berakhir: 'The permit has ended. Ask for a new one.',
			di_luar_izin: 'The permit does not name that address and port. No connection was opened.',
			nama_tidak_ditemukan: 'That name has no address. Check its spelling and its name service.',
			alamat_loopback:
				'That name leads to this very computer (loopback), and the permit does not name the address.',
			alamat_link_local: 'That name leads to a link-local address, and the permit does not name it.',
			alamat_metadata:
				'That name leads to a cloud metadata service, and the permit does not name that very address.',
			alamat_pribadi: 'That name leads into an internal network, and the permit does not name the address.',
			alamat_khusus:
				'That name leads to a special address (test, reserved or translated), and the permit does not name it.',
			alamat_mustahil: 'That name leads to an address that is not one server.',
			terlalu_lama: 'The check was stopped because it took too long. The server answers very slowly.',
			tak_terduga: 'The check stopped with an error. Try again; if it stays, see the server log.',
		},
	},
});

type Bahasa = 'id' | 'en';
type Masalah =
	| { jenis: 'tanggal'; medan: string; teks: string }
	| { jenis: 'terbalik' }
	| {
			jenis: 'sasaran';
			nomor: number;
			teks: string;
			alasan: keyof (typeof izinPeriksaCopy)['id']['sasaran'];
	  };

/** A sentence for one thing that is wrong with a permit. */
export function tulisMasalah(m: Masalah, lang: Bahasa): string {
	const kata = izinPeriksaCopy[lang];
	if (m.jenis === 'terbalik') return kata.masalah.terbalik;
	if (m.jenis === 'tanggal') return kata.masalah.tanggal(m.medan, m.teks);
	return kata.masalah.sasaran(String(m.nomor), m.teks, kata.sasaran[m.alasan]);
}
