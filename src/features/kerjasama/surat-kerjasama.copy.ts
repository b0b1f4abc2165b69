import { defineCopy } from '#ui/lang.ts';

/** Mails about work that waits: plain text. Both end with the page where they can be switched off. */
export const suratKerjasamaCopy = defineCopy({
	id: {
		ingatkanPerihal: (unit: string) => `Pengingat: indikator ${unit} menunggu`,
		ingatkan: (
			nama: string,
			unit: string,
			indikator: string,
			tautan: string,
			pilihan: string,
		) => `Yth. ${nama},

${unit} masih punya indikator yang menunggu:
${indikator}

Mohon dilengkapi di:
${tautan}

Tidak ingin pengingat lewat surel? Matikan di:
${pilihan}
`,
		ringkasanPerihal: (banyak: string) => `${banyak} hal menunggu Anda di Matang`,
		ringkasan: (nama: string, baris: string, pilihan: string) => `Yth. ${nama},

${baris}

Ringkasan ini dikirim sekali sehari, hanya bila ada yang menunggu. Matikan di:
${pilihan}
`,
		barisRingkasan: (instansi: string, banyak: string, kembali: string, tenggat: string, tautan: string) =>
			`${instansi}: ${banyak} hal menunggu${kembali}${tenggat}\n${tautan}`,
		kembali: (n: string) => `, ${n} bukti dikembalikan`,
		tenggat: (hari: number) =>
			hari < 0
				? `, yang terlama terlambat ${-hari} hari`
				: hari === 0
					? ', yang terdekat jatuh hari ini'
					: `, yang terdekat ${hari} hari lagi`,
	},
	en: {
		ingatkanPerihal: (unit: string) => `Reminder: indicators of ${unit} are waiting`,
		ingatkan: (
			nama: string,
			unit: string,
			indikator: string,
			tautan: string,
			pilihan: string,
		) => `Dear ${nama},

${unit} still has indicators waiting:
${indikator}

Please complete them at:
${tautan}

No reminders by mail? Switch them off at:
${pilihan}
`,
		ringkasanPerihal: (banyak: string) => `${banyak} things wait for you in Matang`,
		ringkasan: (nama: string, baris: string, pilihan: string) => `Dear ${nama},

${baris}

This digest is sent once a day, and only if something waits. Switch it off at:
${pilihan}
`,
		barisRingkasan: (instansi: string, banyak: string, kembali: string, tenggat: string, tautan: string) =>
			`${instansi}: ${banyak} things wait${kembali}${tenggat}\n${tautan}`,
		kembali: (n: string) => `, ${n} items of evidence were sent back`,
		tenggat: (hari: number) =>
			hari < 0
				? `, the oldest is ${-hari} days late`
				: hari === 0
					? ', the nearest is due today'
					: `, the nearest is due in ${hari} days`,
	},
});
