import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

const knownSections = new Set([
	'',
	'instansi',
	'peringkat',
	'bandingkan',
	'hitung',
	'instrumen',
	'metode',
	'data',
	'cari',
	'api',
	'en',
	'health',
	'masuk',
	'keluar',
	'tautan',
	'akun',
	'kerja',
	'unggahan',
	'_app',
]);

/** The first part of the path if it is one of ours, so that strangers cannot make labels without end. */
export function sectionOf(url: string): string {
	const end = url.search(/[?#]/);
	const first = (end < 0 ? url : url.slice(0, end)).split('/', 2)[1] ?? '';
	return knownSections.has(first) ? first || 'beranda' : 'lain';
}

interface SqlStatistik {
	jumlah: number;
	ms: number;
}

/** Statements and their time as counters; read when metrics are asked for. */
export function watchSql(registry: Registry, statistik: SqlStatistik): void {
	const total = (name: string, help: string, value: () => number) =>
		new Gauge({
			name,
			help,
			registers: [registry],
			collect() {
				this.set(value());
			},
		});
	total('matang_sql_total', 'Perintah SQL sejak mulai.', () => statistik.jumlah);
	total(
		'matang_sql_detik_total',
		'Lama seluruh perintah SQL sejak mulai, dalam detik.',
		() => statistik.ms / 1000,
	);
}

/** Request metrics of one server; its own registry, so that tests can make many. */
export function createMetrics() {
	const registry = new Registry();
	collectDefaultMetrics({ register: registry });
	return {
		registry,
		requests: new Counter({
			name: 'matang_http_permintaan_total',
			help: 'Permintaan HTTP menurut bagian, kelas status, dan asal jawaban (simpanan atau dibuat).',
			labelNames: ['bagian', 'status', 'simpanan'],
			registers: [registry],
		}),
		duration: new Histogram({
			name: 'matang_http_lama_detik',
			help: 'Lama melayani permintaan HTTP yang tidak berasal dari simpanan, dalam detik.',
			labelNames: ['bagian'],
			buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
			registers: [registry],
		}),
		ready: new Gauge({ name: 'matang_siap', help: '1 bila siap melayani.', registers: [registry] }),
	};
}

export type Metrics = ReturnType<typeof createMetrics>;
