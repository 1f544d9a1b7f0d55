export type CopyWay = "link" | "curl";

/** The view for somebody else: as a link to the page, or as a call of the API (the token is the reader's to fill in). */
export function copyAs(way: CopyWay, query: string, origin: string = window.location.origin): string {
  const suffix = query === "" ? "" : `?${query}`;
  if (way === "link") return `${origin}/keys${suffix}`;
  // Inside single quotes a shell takes everything as it stands, save the quote itself.
  const url = `${origin}/api/v1/keys${suffix}`.replaceAll("'", "'\\''");
  return `curl -H "Authorization: Bearer $KEYATLAS_TOKEN" '${url}'`;
}
