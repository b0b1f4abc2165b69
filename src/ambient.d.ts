import type { Ctx } from '#platform/ctx.ts';
import type { Lang } from '#ui/lang.ts';

declare global {
	namespace App {
		interface Locals {
			lang: Lang;
			ctx: Ctx;
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
