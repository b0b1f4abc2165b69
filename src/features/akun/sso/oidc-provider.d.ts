/** The package ships no types; only tests use it. */
declare module 'oidc-provider' {
	import type { IncomingMessage, ServerResponse } from 'node:http';
	export default class Provider {
		constructor(penerbit: string, setelan: object);
		callback(): (req: IncomingMessage, res: ServerResponse) => Promise<void>;
		interactionFinished(
			req: IncomingMessage,
			res: ServerResponse,
			hasil: object,
			pilihan?: { mergeWithLastSubmission: boolean },
		): Promise<void>;
	}
}
