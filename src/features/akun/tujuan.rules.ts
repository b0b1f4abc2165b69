/**
 * Where somebody wanted to go before they were asked who they are: a page of the workspace or of their account, never
 * another site and never a way in or out. @returns null for anything else
 */
export function bacaTujuan(teks: string | null | undefined): string | null {
	return teks && teks.length <= 500 && /^(?:\/en)?\/(?:kerja|akun)(?:[/?][\w/?=&.%-]*)?$/.test(teks)
		? teks
		: null;
}
