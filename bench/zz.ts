import { measureAkses } from './akses.ts';

console.log(await measureAkses(), Math.round(process.memoryUsage().rss / 1e6));
