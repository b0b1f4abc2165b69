/** A setting that cannot be used. The message says, in Indonesian, what is wrong and what to do. */
export class KonfigurasiError extends Error {}
