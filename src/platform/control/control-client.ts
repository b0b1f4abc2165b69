import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import { type ControlReply, type ControlRequest, toLine } from './control-server.ts';

/**
 * Has the running server carry out a command.
 * @returns its exit code, null when nobody listens there, or 3 when the server went away half-way: the
 * command must not be run a second time, for it may have done its work.
 */
export function askServer(
	path: string,
	request: ControlRequest,
	write: (message: ControlReply) => void,
): Promise<number | null> {
	return new Promise((resolve) => {
		let code: number | null = null;
		let done = false;
		const socket = connect(path);
		socket.once('error', () => resolve(code));
		socket.once('connect', () => {
			code = 3;
			socket.write(toLine(request));
		});
		const lines = createInterface({ input: socket });
		lines.on('error', () => {}); // readline passes the socket's error on; it is dealt with above
		lines.on('line', (line) => {
			const message = JSON.parse(line) as ControlReply;
			done = 'exit' in message;
			if ('exit' in message) code = message.exit;
			else write(message);
		});
		lines.on('close', () => {
			if (code !== null && !done)
				write({ err: 'Sambungan ke peladen putus sebelum perintah ini selesai.\n' });
			resolve(code);
		});
	});
}
