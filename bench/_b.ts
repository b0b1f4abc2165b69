import { measureAudit } from '/work/wc/bench/audit.ts';

console.log(await measureAudit());
