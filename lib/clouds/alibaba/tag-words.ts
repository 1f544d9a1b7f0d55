/** A tag filter value as the grammar writes it: `key` or `key:value`, split at the first unescaped colon; a backslash makes the next character literal. */
export function tagWords(written: string): { key: string; value: string | null } {
  const words = [""];
  let escaped = false;
  for (const char of written) {
    const isColon = char === ":" && !escaped && words.length === 1;
    escaped = char === "\\" && !escaped;
    if (isColon) words.push("");
    else if (!escaped) words[words.length - 1] += char;
  }
  return { key: words[0] ?? "", value: words[1] ?? null };
}
