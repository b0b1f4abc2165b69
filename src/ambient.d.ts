import type { Ctx, Orang } from '#platform/ctx.ts';
import type { Lang } from '#ui/lang.ts';

declare global {
	namespace App {
		interface Locals {
			lang: Lang;
			ctx: Ctx;
			/** Who is signed in; always null on public pages. */
			orang: Orang | null;
		}
		interface Error {
			message: string;
			/** Request id that the log carries too. */
			id?: string;
		}
		interface PageData {
			lang: Lang;
			/** Path without /en, for the language switch and the menu. */
			path: string;
		}
	}
}
