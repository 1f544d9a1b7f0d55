/**
 * What makes a formula, also in full width as spreadsheets take it in CJK settings, and the TAB and CR that OWASP's page on CSV injection names beside them.
 * Blanks, line breaks and format signs (zero-width space, byte order mark) before it are no protection: importers trim them.
 */
const FORMULA = /^[\s\p{Cf}\p{Cc}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\t\r]/u;

/** A cell's text as no spreadsheet calculates it. */
export const plainText = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);
