import { createTransport } from 'nodemailer';

export interface SuratKeluar {
	/** The same for every attempt, so that a mail sent twice after a crash can be known as one. */
	messageId: string;
	kepada: { nama: string; alamat: string };
	perihal: string;
	isi: string;
}

/** Hands a mail to the mail server. @throws what the server or the network said */
export type Kurir = (surat: SuratKeluar) => Promise<void>;

const DETIK = 1000;

/**
 * The mail server named in the settings. Nothing waits for it longer than `batasMs`, also where it accepts the
 * connection and then says nothing, or says a byte at a time.
 */
export function openSmtp(setelan: { smtpUrl: string; dari: string }, batasMs = 60 * DETIK): Kurir {
	return async (surat) => {
		const transport = createTransport({
			url: setelan.smtpUrl,
			connectionTimeout: Math.min(batasMs, 20 * DETIK),
			greetingTimeout: Math.min(batasMs, 20 * DETIK),
			socketTimeout: Math.min(batasMs, 30 * DETIK),
			disableFileAccess: true,
			disableUrlAccess: true,
		});
		let timer: NodeJS.Timeout | undefined;
		const habis = new Promise<never>((_, reject) => {
			timer = setTimeout(() => reject(new Error('peladen surel tidak menjawab')), batasMs);
		});
		const kirim = transport.sendMail({
			from: setelan.dari,
			to: { name: surat.kepada.nama, address: surat.kepada.alamat },
			subject: surat.perihal,
			text: surat.isi,
			messageId: surat.messageId,
			headers: { 'Auto-Submitted': 'auto-generated' },
		});
		try {
			await Promise.race([kirim, habis]);
		} finally {
			clearTimeout(timer);
			transport.close();
			kirim.catch(() => {}); // the race is over; a late refusal is nobody's
		}
	};
}
