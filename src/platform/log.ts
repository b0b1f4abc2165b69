import pino from 'pino';

export type Log = pino.Logger;

/** Structured log on stderr, so that stdout stays free for data. Buffered; `flushLog` empties it. */
export function createLog(level: string): Log {
	const destination = pino.destination({ dest: 2, sync: false, minLength: 4096 });
	const timer = setInterval(() => destination.flush(), 500);
	timer.unref();
	return pino(
		{ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: serializeError } },
		destination,
	);
}

/** A database error carries the values of its statement: they may be personal, and are left out. */
function serializeError(error: Error): object {
	const { params: _, ...rest } = pino.stdSerializers.err(error) as { params?: unknown };
	return rest;
}

export const silentLog: Log = pino({ level: 'silent' });
