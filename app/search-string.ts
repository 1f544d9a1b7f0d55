/** What Next hands to a page. */
export type Search = Promise<Record<string, string | string[] | undefined>>;

/** Next's search parameters as the query string they came from; a repeated one stays repeated. */
export function searchString(params: Awaited<Search>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    for (const each of Array.isArray(value) ? value : [value]) if (each !== undefined) search.append(name, each);
  }
  return search.toString();
}
