import { bulat } from '#ui/chart/skala.ts';
import { sisaHari } from './tindakan.rules.ts';

/** Height of a row and where its bar lies in it, in pixels; the same figures stand in the style of the rows. */
export const TINGGI = 56;
export const BAR = { y: 32, tinggi: 14 } as const;

export interface BarisGantt {
	id: number;
	/** Percent of the width. */
	dari: number;
	lebar: number;
	tonggak: { x: number; selesai: boolean }[];
}

export interface Gantt {
	baris: BarisGantt[];
	/** First days of months, or of years where months would be too many. */
	garis: { x: number; tanggal: string }[];
	kini: number | null;
	batas: number | null;
	/** From the end of one bar to the start of the one that waits for it; `x` percent, `y` pixels. */
	panah: { kunci: string; dariX: number; dariY: number; keX: number; keY: number }[];
}

interface Baris {
	id: number;
	mulai: string;
	tenggat: string;
	menunggu: readonly number[];
	tonggak: readonly { tanggal: string; selesai: boolean }[];
}

/** Where everything of a timeline lies; rows in the order given. */
export function susunGantt(daftar: readonly Baris[], kini: string, batas: string): Gantt {
	const hari = daftar.flatMap((t) => [t.mulai, t.tenggat, ...t.tonggak.map((g) => g.tanggal)]).sort();
	const awal = `${(hari[0] ?? kini).slice(0, 7)}-01`;
	const akhir = awalBulanLanjut(hari.at(-1) ?? kini);
	const panjang = Math.max(1, sisaHari(awal, akhir));
	const x = (tanggal: string) => bulat((sisaHari(awal, tanggal) * 100) / panjang);
	const dalam = (tanggal: string) => (tanggal >= awal && tanggal <= akhir ? x(tanggal) : null);
	const baris = daftar.map((t) => ({
		id: t.id,
		dari: x(t.mulai),
		lebar: Math.max(0.6, bulat(x(t.tenggat) - x(t.mulai))),
		tonggak: t.tonggak.map((g) => ({ x: x(g.tanggal), selesai: g.selesai })),
	}));
	const letak = new Map(baris.map((b, n) => [b.id, { b, n }]));
	const tengah = (n: number) => n * TINGGI + BAR.y + BAR.tinggi / 2;
	const panah = daftar.flatMap((t) =>
		t.menunggu.flatMap((m) => {
			const [dari, ke] = [letak.get(m), letak.get(t.id)];
			if (!dari || !ke) return [];
			return [
				{
					kunci: `${m}-${t.id}`,
					...{ dariX: bulat(dari.b.dari + dari.b.lebar), dariY: tengah(dari.n) },
					...{ keX: ke.b.dari, keY: tengah(ke.n) },
				},
			];
		}),
	);
	return { baris, garis: susunGaris(awal, akhir, x), kini: dalam(kini), batas: dalam(batas), panah };
}

function awalBulanLanjut(tanggal: string): string {
	const [tahun, bulan] = [Number(tanggal.slice(0, 4)), Number(tanggal.slice(5, 7))];
	return bulan === 12 ? `${tahun + 1}-01-01` : `${tahun}-${String(bulan + 1).padStart(2, '0')}-01`;
}

/** Lines of months, thinned so that at most about eight stand side by side. */
function susunGaris(awal: string, akhir: string, x: (tanggal: string) => number): Gantt['garis'] {
	const bulan: string[] = [];
	for (let b = awal; b < akhir; b = awalBulanLanjut(b)) bulan.push(b);
	const tiap = [1, 2, 3, 6, 12].find((n) => bulan.length / n <= 8) ?? 24;
	return bulan.filter((_, n) => n % tiap === 0).map((tanggal) => ({ x: x(tanggal), tanggal }));
}
