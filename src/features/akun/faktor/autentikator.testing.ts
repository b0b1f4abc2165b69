import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';
import type { JawabanDaftar, JawabanMasuk } from './kunci.schema.ts';

const b64 = (isi: Uint8Array) => Buffer.from(isi).toString('base64url');
const sha256 = (isi: string | Buffer) => createHash('sha256').update(isi).digest();

/** An authenticator in software (ES256, no attestation), for tests of what the server does with its answers. */
export function createAutentikator(rp = { id: 'localhost', origin: 'http://localhost:3000' }) {
	const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
	const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
	const kredensial = randomBytes(32);
	const id = b64(kredensial);
	let hitungan = 0;

	const clientData = (type: string, challenge: string, origin: string) =>
		Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
	/** Flags: 1 present, 4 verified, 64 with a credential. */
	const authData = (flags: number, n: number) => {
		const ekor = Buffer.alloc(5);
		ekor[0] = flags;
		ekor.writeUInt32BE(n, 1);
		return Buffer.concat([sha256(rp.id), ekor]);
	};

	return {
		id,
		daftar(challenge: string): JawabanDaftar {
			const cose = isoCBOR.encode(
				new Map<number, number | Uint8Array>([
					[1, 2],
					[3, -7],
					[-1, 1],
					[-2, new Uint8Array(Buffer.from(x, 'base64url'))],
					[-3, new Uint8Array(Buffer.from(y, 'base64url'))],
				]),
			);
			const panjang = Buffer.alloc(2);
			panjang.writeUInt16BE(kredensial.length);
			const data = Buffer.concat([authData(1 | 4 | 64, 0), Buffer.alloc(16), panjang, kredensial, cose]);
			const objek = isoCBOR.encode(
				new Map<string, unknown>([
					['fmt', 'none'],
					['attStmt', new Map()],
					['authData', new Uint8Array(data)],
				]) as never,
			);
			return {
				id,
				rawId: id,
				type: 'public-key',
				response: {
					clientDataJSON: b64(clientData('webauthn.create', challenge, rp.origin)),
					attestationObject: b64(objek),
				},
				clientExtensionResults: {},
			};
		},
		masuk(
			challenge: string,
			{ origin = rp.origin, terverifikasi = true, n = ++hitungan } = {},
		): JawabanMasuk {
			const client = clientData('webauthn.get', challenge, origin);
			const data = authData(terverifikasi ? 1 | 4 : 1, n);
			const signature = createSign('sha256')
				.update(Buffer.concat([data, sha256(client)]))
				.sign(privateKey);
			return {
				id,
				rawId: id,
				type: 'public-key',
				response: {
					clientDataJSON: b64(client),
					authenticatorData: b64(data),
					signature: b64(signature),
				},
				clientExtensionResults: {},
			};
		},
	};
}
