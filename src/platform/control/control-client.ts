import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import type { ControlReply, ControlRequest } from './control-server.ts';

/**
 * Has the running server carry out a command.
 * @returns its exit code, or null when nobody listens there.
 */
export function askServer(
	path: string,
	request: ControlRequest,
	write: (message: ControlReply) => void,
): Promise<number | null> {
	return new Promise((resolve) => {
		let code: number | null = null;
		const socket = connect(path);
		socket.once('error', () => resolve(code));
		socket.once('connect', () => socket.write(`${JSON.stringify(request)}\n`));
		const lines = createInterface({ input: socket });
		lines.on('line', (line) => {
			const message = JSON.parse(line) as ControlReply;
			if ('exit' in message) code = message.exit;
			else write(message);
		});
		lines.on('close', () => resolve(code));
	});
}
