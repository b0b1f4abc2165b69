import { createServer } from 'node:https';
import type { Answer } from 'dns-packet';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { alatUji, type JawabanUji, Kandang, Pabrik, periksaUji } from './periksa.testing.ts';

const pabrik = new Pabrik();
const pasang = pabrik.terbit('app', 'DNS:app.kota.go.id,DNS:mta-sts.kota.go.id');
const kandang = new Kandang();
afterEach(() => kandang.kosongkan());
afterAll(() => pabrik.buang());

const txt = (name: string, data: string): Answer => ({ type: 'TXT', name, data });
const zonaBaik: Record<string, Answer[]> = {
	'app.kota.go.id A': [{ type: 'A', name: 'app.kota.go.id', data: '127.0.0.1' }],
	'kota.go.id CAA': [
		{ type: 'CAA', name: 'kota.go.id', data: { flags: 0, tag: 'issue', value: 'penerbit.id' } } as Answer,
	],
	'kota.go.id MX': [{ type: 'MX', name: 'kota.go.id', data: { preference: 10, exchange: 'mx.kota.go.id' } }],
	'kota.go.id TXT': [txt('kota.go.id', 'lain=1'), txt('kota.go.id', 'v=spf1 mx -all')],
	'_dmarc.kota.go.id TXT': [txt('_dmarc.kota.go.id', 'v=DMARC1; p=reject')],
	'_mta-sts.kota.go.id TXT': [txt('_mta-sts.kota.go.id', 'v=STSv1; id=1;')],
};

type Zona = Record<string, Answer[]>;
interface Setelan {
	ad?: boolean;
	bertanda?: boolean;
	besar?: boolean;
	/** Validation fails unless checking is disabled. */
	rusak?: boolean;
	kebijakan?: string;
}

const rrsig = (name: string): Answer =>
	({
		type: 'RRSIG',
		name,
		data: {
			...{
				typeCovered: 'A',
				algorithm: 13,
				labels: 3,
				originalTTL: 300,
				expiration: 2_000_000_000,
				inception: 1_700_000_000,
			},
			...{ keyTag: 1, signersName: 'kota.go.id', signature: Buffer.alloc(64, 1) },
		},
	}) as Answer;

async function lihat(zona: Zona, s: Setelan = {}) {
	const dijawab = (nama: string, jenis: string, { cd }: { cd: boolean }): JawabanUji => {
		if (s.rusak && !cd) return { rcode: 2 };
		const ada = zona[`${nama} ${jenis}`] ?? [];
		const dikenal = Object.keys(zona).some((k) => k.startsWith(`${nama} `) || k.includes(`.${nama} `));
		const tanda = s.bertanda && ada.length > 0 ? [rrsig(nama)] : [];
		return { rcode: dikenal ? 0 : 3, ad: s.ad === true, answers: [...ada, ...tanda] };
	};
	const dns = await kandang.dns(dijawab, s.besar);
	const server = createServer({ ...pasang }, (minta, jawab) => {
		jawab.end(minta.url === '/.well-known/mta-sts.txt' ? (s.kebijakan ?? '') : '<html>');
	});
	const porta = await kandang.dengar(server);
	const { alat, catatan } = alatUji([`127.0.0.1:${porta}`], {
		nama: { 'app.kota.go.id': ['127.0.0.1'] },
		resolver: [dns],
	});
	return { ...(await periksaUji(alat, `app.kota.go.id:${porta}`)), catatan };
}

describe('layanan nama', () => {
	it('zona yang baik memenuhi; setiap kueri tercatat', async () => {
		const { di, catatan } = await lihat(zonaBaik, { ad: true, bertanda: true });
		for (const id of ['DNS-01', 'DNS-02', 'DNS-03', 'DNS-04'])
			expect([id, di(id).status]).toEqual([id, 'LULUS']);
		expect(di('DNS-08')).toMatchObject({ status: 'TIDAK DIUJI', kata: 'mtaStsTanpaIzin' });
		expect(di('DNS-06').status).toBe('TIDAK BERLAKU');
		expect(catatan.filter((c) => c.hasil === 'terjawab').map((c) => c.untuk)).toContain('kota.go.id CAA');
	});

	it('zona tanpa tanda tangan, tanpa DS, rusak, dan resolver yang tidak memvalidasi dibedakan', async () => {
		expect((await lihat(zonaBaik)).di('DNS-02')).toMatchObject({ status: 'GAGAL', kata: 'dnssecTiada' });
		expect((await lihat(zonaBaik, { bertanda: true })).di('DNS-02')).toMatchObject({
			status: 'GAGAL',
			kata: 'dnssecTanpaDs',
		});
		const ds = {
			type: 'DS',
			name: 'kota.go.id',
			data: { keyTag: 1, algorithm: 13, digestType: 2, digest: Buffer.alloc(32) },
		};
		const denganDs = { ...zonaBaik, 'kota.go.id DS': [ds as Answer] };
		expect((await lihat(denganDs, { bertanda: true })).di('DNS-02')).toMatchObject({
			...{ status: 'TIDAK DIUJI', kata: 'dnssecTanpaValidasi' },
		});
		const rusak = await lihat(denganDs, { rusak: true, bertanda: true });
		expect(rusak.di('DNS-02')).toMatchObject({ status: 'GAGAL', kata: 'dnssecRusak' });
		expect(rusak.di('DNS-03').status).toBe('GALAT');
	});

	it.each([
		['DNS-03', { 'kota.go.id TXT': [] }, 'spfTiada'],
		['DNS-03', { 'kota.go.id TXT': [txt('kota.go.id', 'v=spf1 +all')] }, 'spfLonggar'],
		[
			'DNS-03',
			{ 'kota.go.id TXT': [txt('kota.go.id', 'v=spf1 mx -all'), txt('kota.go.id', 'v=spf1 -all')] },
			'spfGanda',
		],
		[
			'DNS-03',
			{ 'kota.go.id TXT': [txt('kota.go.id', `v=spf1 ${'include:a.id '.repeat(11)}-all`)] },
			'spfTerlaluBanyak',
		],
		['DNS-04', { '_dmarc.kota.go.id TXT': [] }, 'dmarcTiada'],
		[
			'DNS-04',
			{ '_dmarc.kota.go.id TXT': [txt('_dmarc.kota.go.id', 'v=DMARC1; p=none; sp=reject')] },
			'dmarcLemah',
		],
		['DNS-01', { 'kota.go.id CAA': [] }, 'caaTiada'],
		['DNS-08', { '_mta-sts.kota.go.id TXT': [] }, 'mtaStsTiada'],
		[
			'DNS-06',
			{ 'app.kota.go.id CNAME': [{ type: 'CNAME', name: 'app.kota.go.id', data: 'lama.awan.id' } as Answer] },
			'cnameGantung',
		],
	])('%s dengan %j: %s', async (id, ubah, kata) => {
		const { di } = await lihat({ ...zonaBaik, ...ubah } as Zona);
		expect(di(id)).toMatchObject({ status: 'GAGAL', kata });
	});

	it('jawaban yang terpotong diulang lewat TCP', async () => {
		const { di } = await lihat(zonaBaik, { besar: true, ad: true });
		expect(di('DNS-03').status).toBe('LULUS');
	});

	it('domain tanpa MX tidak memerlukan MTA-STS; tanpa resolver semuanya galat, bukan lulus', async () => {
		const { 'kota.go.id MX': _, ...tanpaMx } = zonaBaik;
		expect((await lihat(tanpaMx)).di('DNS-08')).toMatchObject({ status: 'TIDAK BERLAKU', kata: 'tanpaMx' });
		const { alat } = alatUji(['127.0.0.1:9'], { nama: { 'app.kota.go.id': ['127.0.0.1'] } });
		const { hasil } = await periksaUji(alat, 'app.kota.go.id:9');
		expect(hasil.filter((h) => h.id.startsWith('DNS') && h.status === 'LULUS')).toEqual([]);
		expect(hasil.find((h) => h.id === 'DNS-02')?.status).toBe('GALAT');
	});
});
