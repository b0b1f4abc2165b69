import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

export interface PenyediaUji {
	penerbit: string;
	klien: string;
	rahasia: string;
	/** What the provider says of its people, by subject. */
	orang: Map<string, Record<string, unknown>>;
	/** Who signs in next at the provider; null refuses. */
	berikut: string | null;
	/** How long ago the provider says they proved who they are, in seconds. */
	sejak: number;
	/** Follows the provider's pages as a browser does, until it sends back to us. */
	lalui: (url: string) => Promise<URL>;
	stop: () => Promise<void>;
}

/** A real OpenID provider on this machine whose sign-in page needs no clicking. */
export async function startPenyedia(kembali: readonly string[]): Promise<PenyediaUji> {
	const server = createServer();
	await new Promise<void>((siap) => server.listen(0, '127.0.0.1', siap));
	const penerbit = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	const [klien, rahasia] = ['matang', 'rahasia-klien-uji-yang-panjang-sekali'];
	const uji: PenyediaUji = {
		penerbit,
		klien,
		rahasia,
		orang: new Map(),
		berikut: null,
		sejak: 0,
		lalui: (url) => follow(url, kembali),
		stop: () => new Promise((selesai) => server.close(() => selesai())),
	};
	const provider = new Provider(penerbit, {
		clients: [{ client_id: klien, client_secret: rahasia, redirect_uris: [...kembali] }],
		scopes: ['openid', 'email', 'profile', 'groups'],
		claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'], groups: ['groups'] },
		cookies: { keys: ['kunci-uji'] },
		features: { devInteractions: { enabled: false } },
		interactions: { url: (_: unknown, i: { uid: string }) => `/interaction/${i.uid}` },
		findAccount: (_: unknown, id: string) => ({
			accountId: id,
			claims: () => ({ sub: id, ...uji.orang.get(id) }),
		}),
		loadExistingGrant: (ctx: { oidc: Oidc }) => grantAll(ctx.oidc),
		ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
	});
	const layani = provider.callback();
	server.on('request', async (req: IncomingMessage, res: ServerResponse) => {
		if (!req.url?.startsWith('/interaction/')) return layani(req, res);
		const hasil = uji.berikut
			? { login: { accountId: uji.berikut, remember: false, ts: Math.floor(Date.now() / 1000) - uji.sejak } }
			: { error: 'access_denied', error_description: 'ditolak' };
		await provider.interactionFinished(req, res, hasil, { mergeWithLastSubmission: false });
	});
	return uji;
}

interface Oidc {
	provider: { Grant: new (p: { accountId: string; clientId: string }) => Grant };
	session: { accountId: string };
	client: { clientId: string };
}
interface Grant {
	addOIDCScope: (s: string) => void;
	save: () => Promise<string>;
}

/** Nobody is asked for consent. */
async function grantAll({ provider, session, client }: Oidc): Promise<Grant> {
	const grant = new provider.Grant({ accountId: session.accountId, clientId: client.clientId });
	grant.addOIDCScope('openid email profile groups');
	await grant.save();
	return grant;
}

async function follow(mulai: string, kembali: readonly string[]): Promise<URL> {
	const kue = new Map<string, string>();
	let url = mulai;
	for (let i = 0; i < 10; i++) {
		if (kembali.some((k) => url.startsWith(k))) return new URL(url);
		const jawab = await fetch(url, {
			redirect: 'manual',
			headers: { cookie: [...kue].map(([n, v]) => `${n}=${v}`).join('; ') },
		});
		for (const satu of jawab.headers.getSetCookie()) {
			const [nama = '', nilai = ''] = (satu.split(';', 1)[0] ?? '').split(/=(.*)/s);
			kue.set(nama, nilai);
		}
		const ke = jawab.headers.get('location');
		if (!ke) throw new Error(`penyedia uji: ${jawab.status} ${(await jawab.text()).slice(0, 500)}`);
		url = new URL(ke, url).href;
	}
	throw new Error('penyedia uji berputar');
}
