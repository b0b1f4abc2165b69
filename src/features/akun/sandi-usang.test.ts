import { expect, it } from 'vitest';
import { describeDatabase } from '#platform/database/testing.ts';
import { openSesi } from './open-sesi.ts';
import { asalUji, buatOrang, jamUji, sandiUji } from './orang.testing.ts';
import { readSesi } from './read-sesi.ts';
import { readSandiUsang, renewSandi } from './renew-sandi.ts';

const HARI = 86_400;
const baru = 'Kapal kayu menuju seberang 7!';

describeDatabase('masa berlaku kata sandi', (get) => {
	const siapkan = async (kebijakanSandi: 'asvs-5' | 'bssn-4-2021') => {
		const { ctx } = get();
		const jam = jamUji({ ...ctx, setelan: { ...ctx.setelan, kebijakanSandi } });
		const orang = await buatOrang(jam);
		const masuk = async (sandi = sandiUji) => {
			const hasil = await openSesi(jam, { surel: orang.surel, sandi, ...asalUji });
			if (!hasil.ok) throw new Error(hasil.reason);
			return hasil.value;
		};
		return { jam, orang, masuk };
	};

	it('BSSN 4/2021: sesudah 90 hari sandi lama hanya membawa ke penggantian, lalu sesi terbuka', async () => {
		const { jam, orang, masuk } = await siapkan('bssn-4-2021');
		jam.maju(90 * HARI);
		expect((await masuk()).langkah).toBe('selesai');
		jam.maju(1);
		const setengah = await masuk();
		expect(setengah.langkah).toBe('sandi');
		expect(await readSesi(jam, setengah.token)).toBeNull();
		expect(await readSandiUsang(jam, setengah.token)).toMatchObject({ surel: orang.surel });
		const ganti = (sandi: string) => renewSandi(jam, { token: setengah.token, sandi, ...asalUji });
		expect(await ganti(sandiUji)).toEqual({ ok: false, reason: 'sandi_ditolak', alasan: ['pernah_dipakai'] });
		expect(await ganti('kapal kayu menuju seberang')).toEqual({
			ok: false,
			reason: 'sandi_ditolak',
			alasan: ['kurang_ragam'],
		});
		const hasil = await ganti(baru);
		expect(hasil).toMatchObject({ ok: true, value: { langkah: 'selesai' } });
		expect(hasil.ok && (await readSesi(jam, hasil.value.token))?.id).toBe(orang.id);
		expect(await ganti('Sampan bambu 8 di muara?')).toEqual({ ok: false, reason: 'langkah_kedaluwarsa' });
		expect((await masuk(baru)).langkah).toBe('selesai');
	});

	it('ASVS 5: sandi tidak menua', async () => {
		const { jam, masuk } = await siapkan('asvs-5');
		jam.maju(3650 * HARI);
		expect((await masuk()).langkah).toBe('selesai');
	});
});
