import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { askServer } from './control-client.ts';
import { type ControlReply, listenControl, toLine } from './control-server.ts';

const dir = mkdtempSync(join(tmpdir(), 'matang-kendali-'));
afterEach(() => rmSync(dir, { recursive: true, force: true }));

it('peladen bertahan bila perintah dihentikan di tengah jawabannya', async () => {
	const path = join(dir, 'kendali.sock');
	let written = () => {};
	const answered = new Promise<void>((resolve) => {
		written = resolve;
	});
	const control = await listenControl(path, async (_, reply) => {
		reply({ out: 'x'.repeat(10_000) });
		written();
		return 0;
	});
	const client = connect(path);
	client.pause();
	client.write(toLine({ argv: [], cwd: '/' }));
	await answered;
	// Closing with an unread answer and a half-sent line resets the connection instead of ending it.
	client.write('{');
	client.destroy();
	await once(client, 'close');
	const replies: ControlReply[] = [];
	expect(await askServer(path, { argv: [], cwd: '/' }, (reply) => replies.push(reply))).toBe(0);
	expect(replies).toHaveLength(1);
	await control.close();
});
