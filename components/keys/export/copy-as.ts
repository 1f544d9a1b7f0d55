export type CopyWay = "link" | "curl" | "file";

/**
 * The view for somebody else: as a link to the page, as a call of the API, or as a call that saves the whole view as a file of the server's name (`search` then
 * begins with its format). The token is the reader's to fill in.
 */
export function copyAs(way: CopyWay, search: string, origin: string = window.location.origin): string {
  const suffix = search === "" ? "" : `?${search}`;
  if (way === "link") return `${origin}/keys${suffix}`;
  const path = way === "file" ? "/api/v1/keys/export" : "/api/v1/keys";
  // Inside single quotes a shell takes everything as it stands, save the quote itself. A refusal is no file.
  const url = `${origin}${path}${suffix}`.replaceAll("'", "'\\''");
  return `curl${way === "file" ? " -fOJ" : ""} -H "Authorization: Bearer $KEYATLAS_TOKEN" '${url}'`;
}
