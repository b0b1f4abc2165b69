import { error, fail } from '@sveltejs/kit';
import { requireId, requireRuang } from '#features/penilaian/require-ruang.ts';
import {
	bacaLapor,
	bacaTindakan,
	bacaTonggak,
	isianTindakan,
	type MedanTindakan,
} from '#features/rencana/tindakan/isian-tindakan.ts';
import { readTindakan } from '#features/rencana/tindakan/read-tindakan.ts';
import { reportTindakan } from '#features/rencana/tindakan/report-tindakan.ts';
import { saveTindakan } from '#features/rencana/tindakan/save-tindakan.ts';
import { addTonggak, removeTonggak, tickTonggak } from '#features/rencana/tindakan/save-tonggak.ts';
import { tindakanCopy } from '#features/rencana/tindakan/tindakan.copy.ts';
import { readForm, readId } from '#platform/http/read-form.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, parent, params, url }) => {
	const { ruang } = await parent();
	const id = requireId(params.id, locals.lang);
	const hasil = await readTindakan(locals.ctx, { instansiId: ruang.id, id });
	if (!hasil.ok)
		error(hasil.reason === 'tindakan_tidak_ada' ? 404 : 403, tindakanCopy[locals.lang].galat[hasil.reason]);
	return { d: hasil.value, tersimpan: url.searchParams.has('tersimpan') };
};

async function requireTempat({ locals, params, url }: Pick<RequestEvent, 'locals' | 'params' | 'url'>) {
	const ruang = await requireRuang(locals, params.slug, url);
	return { instansiId: ruang.id, id: requireId(params.id, locals.lang) };
}

const status = {
	tidak_berwenang: 403,
	batal_hanya_pengelola: 403,
	tindakan_tidak_ada: 404,
	bentrok_tindakan: 409,
} as Record<string, number>;
const teks = (form: FormData): Record<string, string> =>
	Object.fromEntries([...form].flatMap(([k, v]) => (typeof v === 'string' ? [[k, v.slice(0, 500)]] : [])));

export const actions: Actions = {
	ubah: async (event) => {
		const { id, instansiId } = await requireTempat(event);
		const form = await readForm(event.request);
		const isian = isianTindakan(form);
		const terbaca = bacaTindakan(form);
		const gagal = { formulir: 'ubah' as const, isian, lingkaran: [] as string[] };
		if (!terbaca.ok) return fail(422, { ...gagal, salah: terbaca.salah, galat: 'isian_salah' as const });
		const { ubah, ...isi } = terbaca.value;
		const hasil = await saveTindakan(event.locals.ctx, {
			...isi,
			instansiId,
			ubah: { id, diubah: ubah?.diubah ?? 0 },
		});
		if (hasil.ok) return { pesan: 'tersimpan' as const };
		const lingkaran = hasil.reason === 'lingkaran' ? hasil.lingkaran : [];
		const salah: MedanTindakan[] = [];
		return fail(status[hasil.reason] ?? 422, { ...gagal, salah, galat: hasil.reason, lingkaran });
	},
	lapor: async (event) => {
		const tempat = await requireTempat(event);
		const form = await readForm(event.request);
		const terbaca = bacaLapor(form);
		const gagal = { formulir: 'lapor' as const, isian: teks(form), lingkaran: [] as string[] };
		if (!terbaca.ok) return fail(422, { ...gagal, salah: terbaca.salah, galat: 'isian_salah' as const });
		const hasil = await reportTindakan(event.locals.ctx, { ...tempat, ...terbaca.value });
		if (hasil.ok) return { pesan: 'dilaporkan' as const };
		return fail(status[hasil.reason] ?? 422, { ...gagal, salah: [], galat: hasil.reason });
	},
	tonggak: async (event) => {
		const tempat = await requireTempat(event);
		const form = await readForm(event.request);
		const isi = bacaTonggak(form);
		const gagal = { formulir: 'lapor' as const, isian: teks(form), lingkaran: [] as string[] };
		if (!isi) return fail(422, { ...gagal, salah: ['tonggak' as const], galat: 'isian_salah' as const });
		const hasil = await addTonggak(event.locals.ctx, { ...tempat, ...isi });
		if (hasil.ok) return { pesan: 'tonggakTersimpan' as const };
		return fail(status[hasil.reason] ?? 422, { ...gagal, salah: [], galat: hasil.reason });
	},
	centang: async (event) => {
		const tempat = await requireTempat(event);
		const form = await readForm(event.request);
		const tonggakId = readId(form, 'tonggakId') ?? 0;
		const selesai = form.get('selesai') !== 'tidak';
		const hasil = await tickTonggak(event.locals.ctx, { ...tempat, tonggakId, selesai });
		return hasil.ok ? { pesan: 'tonggakTersimpan' as const } : tolakTonggak(hasil.reason);
	},
	hapusTonggak: async (event) => {
		const tempat = await requireTempat(event);
		const tonggakId = readId(await readForm(event.request), 'tonggakId') ?? 0;
		const hasil = await removeTonggak(event.locals.ctx, { ...tempat, tonggakId });
		return hasil.ok ? { pesan: 'tonggakTersimpan' as const } : tolakTonggak(hasil.reason);
	},
};

type AlasanTonggak = Extract<Awaited<ReturnType<typeof tickTonggak>>, { ok: false }>['reason'];
const tolakTonggak = (galat: AlasanTonggak) =>
	fail(status[galat] ?? 422, {
		formulir: 'lapor' as const,
		isian: {} as Record<string, string>,
		salah: [],
		galat,
		lingkaran: [] as string[],
	});
