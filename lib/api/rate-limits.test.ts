import { expect, test } from "vitest";
import { limitChecks } from "./rate-limits.ts";

test("an account is checked 30 times a minute by one asker, whatever others have checked", async () => {
  const ends = await Promise.allSettled(Array.from({ length: 31 }, () => limitChecks("somebody", "one")));
  expect(ends.map(({ status }) => status)).toEqual([...Array.from({ length: 30 }, () => "fulfilled"), "rejected"]);
  expect(ends.at(-1)).toMatchObject({ reason: { code: "rate_limited" } });
  await limitChecks("somebody", "another");
  await limitChecks("somebody else", "one");
});
