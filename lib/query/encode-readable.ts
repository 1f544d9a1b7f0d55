/**
 * Percent-encodes a value of a query string and leaves readable what no URL parser changes there: `, : ^ / ! ~ * ( ) - . _`.
 * The apostrophe is encoded because browsers encode it in the query of an http URL: the link stays the same byte for byte.
 */
export function encodeReadable(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(/%2C|%3A|%5E|%2F|'/g, (code) => READABLE[code] ?? code);
}

const READABLE: Record<string, string> = { "%2C": ",", "%3A": ":", "%5E": "^", "%2F": "/", "'": "%27" };
