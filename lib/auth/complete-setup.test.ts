import { readFile, stat } from "node:fs/promises";
import { expect, test } from "vitest";
import { useTestDatabase } from "../store/test-database.ts";
import { readSetupToken } from "../store/setup-token.ts";
import { countUsers } from "../store/users.ts";
import { completeSetup } from "./complete-setup.ts";
import { issueSetupToken, needsSetup, setupTokenFile } from "./setup.ts";

useTestDatabase();

const FORM = { email: "first@example.org", password: "a long enough password" };

test("the first owner is made with the token of the file, once", async () => {
  expect(await needsSetup()).toBe(true);
  const token = await issueSetupToken();
  expect((await readFile(setupTokenFile(), "utf8")).trim()).toBe(token);
  expect((await stat(setupTokenFile())).mode & 0o777).toBe(0o600);
  expect(await issueSetupToken()).toBe(token);
  expect(JSON.stringify(await readSetupToken())).not.toContain(token);
  await expect(completeSetup({ ...FORM, token: "x".repeat(43) })).rejects.toMatchObject({ code: "forbidden" });
  await expect(completeSetup({ ...FORM, token: token!, password: "short" })).rejects.toMatchObject({ code: "invalid_body", field: "password" });
  expect(await completeSetup({ ...FORM, token: token! })).toMatchObject({ role: "owner", groups: null });
  await expect(completeSetup({ ...FORM, email: "second@example.org", token: token! })).rejects.toMatchObject({ code: "not_found" });
  expect(await issueSetupToken()).toBeNull();
  await expect(stat(setupTokenFile())).rejects.toMatchObject({ code: "ENOENT" });
});

test("of many who use the token at once, one becomes the owner", async () => {
  const token = (await issueSetupToken())!;
  const tries = await Promise.allSettled([1, 2, 3, 4].map((n) => completeSetup({ ...FORM, email: `n${n}@example.org`, token })));
  expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await countUsers()).toBe(1);
});

test("a token lives for a day; then a new one is made", async () => {
  const start = new Date("2026-11-22T08:00:00Z");
  const token = (await issueSetupToken(start))!;
  const nextDay = new Date("2026-11-23T08:00:01Z");
  await expect(completeSetup({ ...FORM, token }, nextDay)).rejects.toMatchObject({ code: "forbidden" });
  expect(await issueSetupToken(nextDay)).not.toBe(token);
});
