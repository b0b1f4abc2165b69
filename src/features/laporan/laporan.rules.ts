/** Days that a finished report is kept. */
export const HARI_SIMPAN = 7;
