/** The copy buttons need the script; without it the text is selected by hand. */
export const csr = true;
