/** As many as may be pasted at once. */
export const MOST_PASTED = 500;

/** An ARN or URN, a path that clouds print, an alias with its prefix, a UUID, or a long word of letters, digits and dashes with a digit in it. */
const SHAPES = [
  /^(acs|arn|urn):\S+$/i,
  /^alias\/\S+$/,
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
  /^key-(?=\S*\d)[\w-]{6,}$/i,
  /^[\w./-]+:[\w./-]+:[\w./:-]+$/,
];

/** Whether a text is most likely the whole name of one key, as a cloud prints it. */
export const isIdentifier = (text: string): boolean => SHAPES.some((shape) => shape.test(text));

/** The items of a pasted list: one a line, or separated by commas, semicolons or tabs; quotes and repeats fall away. */
export function readList(text: string): string[] {
  const items = text.split(/[\r\n,;\t，、]+/).map((item) => item.trim().replace(/^(["'])(.*)\1$/, "$2"));
  return [...new Set(items.filter(Boolean))];
}

/** The items of a list that a field of one line has pressed into one line; none unless two of them are surely names of keys. */
export function readLine(text: string): string[] {
  const items = readList(text.replace(/\s+/g, "\n"));
  return items.filter(isIdentifier).length > 1 ? items : [];
}
