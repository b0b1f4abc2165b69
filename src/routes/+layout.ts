/** Reading pages need no script; a page that does sets `csr = true` itself. */
export const csr = false;
