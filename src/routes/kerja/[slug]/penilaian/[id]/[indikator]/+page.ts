/** Uploads in pieces need the script; without it the plain form does all. */
export const csr = true;
