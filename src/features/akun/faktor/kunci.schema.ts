import { z } from 'zod';

const b64 = z
	.string()
	.max(8000)
	.regex(/^[\w-]+$/);

/** The answer of an authenticator as the browser writes it (WebAuthn 3, RegistrationResponseJSON). */
const daftarSchema = z.object({
	id: b64,
	rawId: b64,
	type: z.literal('public-key'),
	response: z.object({
		clientDataJSON: b64,
		attestationObject: b64,
		transports: z.array(z.string().max(30)).max(10).optional(),
	}),
	clientExtensionResults: z.object({}).default({}),
});
const masukSchema = z.object({
	id: b64,
	rawId: b64,
	type: z.literal('public-key'),
	response: z.object({
		clientDataJSON: b64,
		authenticatorData: b64,
		signature: b64,
		userHandle: z.string().max(200).optional(),
	}),
	clientExtensionResults: z.object({}).default({}),
});

export type JawabanDaftar = z.infer<typeof daftarSchema>;
export type JawabanMasuk = z.infer<typeof masukSchema>;

/** The answer in a form's hidden field; null where it is none. */
export const bacaJawabanDaftar = (teks: string): JawabanDaftar | null => baca(daftarSchema, teks);
export const bacaJawabanMasuk = (teks: string): JawabanMasuk | null => baca(masukSchema, teks);

function baca<T>(skema: z.ZodType<T>, teks: string): T | null {
	try {
		return skema.safeParse(JSON.parse(teks.slice(0, 40_000))).data ?? null;
	} catch {
		return null;
	}
}
