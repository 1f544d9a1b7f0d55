import { isReady } from "#lib/api/is-ready.ts";

/** The process can serve: its database answers. Tells strangers nothing else. */
export async function GET() {
  const ok = await isReady();
  return Response.json({ ok }, { status: ok ? 200 : 503, headers: { "cache-control": "no-store" } });
}
export const dynamic = "force-dynamic";
