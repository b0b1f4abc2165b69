import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface BadLink {
	url: string;
	/** Bytes that went to the server since the last call of `cutAfter`. */
	sent: () => number;
	/** From now on the line breaks as soon as so many bytes went through, and stays broken; resolves then. */
	cutAfter: (bytes: number) => Promise<void>;
	/** The line works again, to this server where one is given. */
	mend: (url?: string) => void;
	close: () => Promise<void>;
}

/** A line to a server on this machine that can be cut at a byte. */
export async function openBadLink(target: string): Promise<BadLink> {
	let port = Number(new URL(target).port);
	let sent = 0;
	let limit = Number.POSITIVE_INFINITY;
	let broken = false;
	let tell = () => {};
	const sockets = new Set<Socket>();
	const hangUp = () => {
		for (const socket of sockets) socket.destroy();
	};
	const server = createServer((down) => {
		if (broken) return void down.destroy();
		const up = connect(port, '127.0.0.1');
		for (const socket of [down, up]) {
			sockets.add(socket);
			socket.on('error', () => {});
			socket.on('close', () => {
				sockets.delete(socket);
				down.destroy();
				up.destroy();
			});
		}
		up.pipe(down);
		down.on('data', (chunk: Buffer) => {
			sent += chunk.length;
			if (!up.write(chunk)) {
				down.pause();
				up.once('drain', () => down.resume());
			}
			if (sent < limit) return;
			broken = true;
			limit = Number.POSITIVE_INFINITY;
			hangUp();
			tell();
		});
		down.on('end', () => up.end());
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		sent: () => sent,
		cutAfter: (bytes) => {
			sent = 0;
			limit = bytes;
			return new Promise((resolve) => {
				tell = resolve;
			});
		},
		mend: (url) => {
			if (url) port = Number(new URL(url).port);
			broken = false;
		},
		close: async () => {
			hangUp();
			server.close();
			await once(server, 'close');
		},
	};
}
