import { afterEach, expect, test, vi } from "vitest";
import { type Preferences, UNCHOSEN } from "../model/preferences.ts";
import { changePreferences } from "./change-preferences.ts";

afterEach(() => vi.unstubAllGlobals());

/** A server that takes its time over each answer. */
function serve(): { kept: () => Preferences } {
  let kept: Preferences = UNCHOSEN;
  vi.stubGlobal("fetch", async (_: string, { method = "GET", body }: RequestInit = {}) => {
    const answer = JSON.stringify(kept);
    await new Promise((done) => setTimeout(done, 5));
    if (method === "GET") return new Response(answer);
    const wish = JSON.parse(String(body)) as Preferences;
    if (wish.pageSize === 7) return new Response(JSON.stringify({ error: { code: "invalid_body", message: "no", requestId: "r" } }), { status: 400 });
    kept = wish;
    return new Response(JSON.stringify(kept));
  });
  return { kept: () => kept };
}

test("two choices at once are both kept, and one that is refused takes none along", async () => {
  const server = serve();
  const all = await Promise.allSettled([
    changePreferences({ timeStyle: "absolute" }),
    changePreferences({ pageSize: 7 }),
    changePreferences({ timeZone: "Asia/Shanghai" }),
    changePreferences({ wrap: true }),
  ]);
  expect(all.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled", "fulfilled"]);
  expect(server.kept()).toMatchObject({ timeStyle: "absolute", timeZone: "Asia/Shanghai", wrap: true, pageSize: null });
});
