/** Keys, drafts and uploads in pieces need the script; without it the plain forms do all. */
export const csr = true;
