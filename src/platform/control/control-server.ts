import { rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { createInterface } from 'node:readline';

/** What the command line of the same user asks of the server that holds the embedded database. */
export interface ControlRequest {
	argv: string[];
	/** Relative file names mean what they mean where the command was typed. */
	cwd: string;
}

export type ControlReply = { out: string } | { err: string } | { exit: number };

/** One message on one line. readline also ends a line at U+2028 and U+2029, which JSON leaves as they are. */
export function toLine(message: ControlRequest | ControlReply): string {
	const text = JSON.stringify(message).replace(
		/[\u2028\u2029]/g,
		(c) => `\\u${c.charCodeAt(0).toString(16)}`,
	);
	return `${text}\n`;
}

type Run = (request: ControlRequest, reply: (message: ControlReply) => void) => Promise<number>;

/** Listens on a Unix socket that only this user can open (0600). One JSON line asks, JSON lines answer. */
export async function listenControl(path: string, run: Run): Promise<{ close: () => Promise<void> }> {
	rmSync(path, { force: true });
	const sockets = new Set<Socket>();
	const server = createServer((socket) => {
		sockets.add(socket);
		socket.on('close', () => sockets.delete(socket));
		socket.on('error', () => {});
		createInterface({ input: socket })
			.on('error', () => {}) // readline tells again what the socket told; unheard it would end the server
			.once('line', (line) => void answer(socket, line, run));
	});
	const before = process.umask(0o177);
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(path, resolve);
		process.umask(before);
	});
	return {
		close: () =>
			new Promise((resolve) => {
				for (const socket of sockets) socket.destroy();
				server.close(() => resolve());
			}),
	};
}

async function answer(socket: Socket, line: string, run: Run): Promise<void> {
	const reply = (message: ControlReply) => socket.write(toLine(message));
	let code = 3;
	try {
		code = await run(JSON.parse(line) as ControlRequest, reply);
	} catch (error) {
		reply({ err: `Galat tak terduga: ${String((error as Error).message)}\n` });
	}
	socket.end(toLine({ exit: code }));
}
