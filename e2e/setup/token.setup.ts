import { expect, test } from "@playwright/test";
import type { SourceRow } from "#lib/model/source.ts";
import { instances } from "../fixtures/house.ts";
import { makeToken } from "../fixtures/token.ts";

test("the command line makes a token, and the demo is read to its end", async ({ request }) => {
  test.setTimeout(180_000);
  const token = makeToken(instances.demo);
  const waiting = async () => {
    const answer = await request.get("/api/v1/sources", { headers: { authorization: `Bearer ${token}` } });
    const { rows }: { rows: SourceRow[] } = await answer.json();
    return rows.length === 0 ? -1 : rows.filter(({ outcome, state }) => outcome === "never" || state !== "idle").length;
  };
  await expect.poll(waiting, { timeout: 170_000, intervals: [500] }).toBe(0);
});
