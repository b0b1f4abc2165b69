import { KonfigurasiError } from './config-error.ts';

export interface SuratConfig {
	/** With user and password; never logged. */
	smtpUrl: string;
	/** Sender: "Matang <matang@kota.go.id>". */
	dari: string;
}

/** The three settings of mail belong together: a link in a mail must not follow what a request claims to be its host. @throws KonfigurasiError */
export function readSurat(
	smtpUrl: string | undefined,
	dari: string | undefined,
	alamat: string | undefined,
): SuratConfig | undefined {
	if (!smtpUrl) return undefined;
	if (!/^smtps?:\/\//.test(smtpUrl) || !URL.canParse(smtpUrl) || !new URL(smtpUrl).hostname)
		throw new KonfigurasiError(
			'MATANG_SMTP_URL tidak dapat dibaca. Bentuknya smtp://pengguna:sandi@alamat:587 atau smtps://…:465; kosongkan bila surel tidak dikirim.',
		);
	if (!dari || !/^(?:[^<>\p{Cc}]* )?<?[^\s<>@\p{Cc}]+@[^\s<>@\p{Cc}]+>?$/u.test(dari))
		throw new KonfigurasiError(
			'MATANG_SMTP_URL memerlukan MATANG_SURAT_DARI berisi alamat pengirim, misalnya MATANG_SURAT_DARI="Matang <matang@kota.go.id>".',
		);
	if (!alamat)
		throw new KonfigurasiError(
			'MATANG_SMTP_URL memerlukan MATANG_ALAMAT, alamat situs untuk tautan di dalam surel, misalnya MATANG_ALAMAT=https://matang.kota.go.id.',
		);
	return { smtpUrl, dari };
}
