// The levels are tried out in the browser.
export const csr = true;
