import { askedWords } from "#lib/words/words-file.ts";

export const dynamic = "force-dynamic";

/** The words of one language. They hold nothing of anybody's, and the sign-in speaks them too: no session is asked for. */
export async function GET(_request: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> {
  const asked = askedWords((await params).file);
  if (!asked) return new Response(null, { status: 404 });
  // A page of another version, during an upgrade, gets the words that there are, and does not keep them.
  const kept = asked.isThisVersion ? "public, max-age=31536000, immutable" : "no-store";
  return new Response(asked.file.json, { headers: { "content-type": "application/json; charset=utf-8", "cache-control": kept } });
}
