import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import type { SourceRow } from "#lib/model/source.ts";
import { house, instances } from "../fixtures/house.ts";

test("the command line makes a token, and the demo is read to its end", async ({ request }) => {
  test.setTimeout(180_000);
  const { env, url } = instances.demo;
  const token = execFileSync("npm", ["run", "--silent", "keyatlas", "--", "token", "create", "--name", "e2e", "--role", "owner"], {
    env: { ...process.env, ...env },
    encoding: "utf8",
  });
  expect(token).toMatch(/^kat_\S+\n$/);
  writeFileSync(house.token, token, { mode: 0o600 });

  const waiting = async () => {
    const answer = await request.get(`${url}/api/v1/sources`, { headers: { authorization: `Bearer ${token.trim()}` } });
    const { rows }: { rows: SourceRow[] } = await answer.json();
    return rows.length === 0 ? -1 : rows.filter(({ outcome, state }) => outcome === "never" || state !== "idle").length;
  };
  await expect.poll(waiting, { timeout: 170_000, intervals: [500] }).toBe(0);
});
