import fc from "fast-check";
import { expect, it } from "vitest";
import type { Cloud, Connection, KeyPage } from "../clouds/cloud.ts";
import { cloudOf } from "../clouds/registry.ts";
import { CloudError } from "../model/problem.ts";
import { openReading } from "./open-reading.ts";
import { takeCensus } from "./take-census.ts";

const VALUES = ["enabled", "disabled", "pending-deletion"];
const call = { operation: "ListKeys", at: "2026-11-22T06:00:00.000Z", requestId: "r" };
const page = (keyIds: readonly string[], change: Partial<KeyPage> = {}): KeyPage => ({
  items: keyIds.map((keyId) => ({ keyId, arn: null, values: {}, absent: {}, raw: null, described: false })),
  next: null,
  claimed: keyIds.length,
  call,
  pushedDown: ["state"],
  ...change,
});

/** A reading of a cloud that answers filtered listings as `answer` says. */
function reading(answer: (value: string) => KeyPage) {
  const cloud: Cloud = { ...cloudOf("alibaba"), census: { field: "state", values: VALUES } };
  const listKeys: Connection["listKeys"] = async (_, options) => answer(options?.filter?.state?.[0] ?? "");
  const connection = { listKeys } as Connection;
  return openReading({ cloud, connection, source: { region: "r", project: null }, at: { account: "a", region: "r", project: null } });
}

it("believes what exactly one class says, whatever the classes are", async () => {
  const ids = ["a", "b", "c", "d", "e"];
  const classes = fc.array(fc.subarray(ids), { minLength: VALUES.length, maxLength: VALUES.length });
  await fc.assert(
    fc.asyncProperty(classes, async (named) => {
      const census = await takeCensus(
        reading((value) => page(named[VALUES.indexOf(value)] ?? [])),
        new Set(ids),
      );
      const filtered = named.filter((one) => one.length > 0 && (one.length < ids.length || named.every((other) => other === one || other.length === 0)));
      for (const id of ids) {
        const naming = filtered.filter((one) => one.includes(id));
        expect(census?.get(id)?.value).toBe(naming.length === 1 && naming[0] ? VALUES[named.indexOf(naming[0])] : undefined);
      }
    }),
    { seed: 11, numRuns: 500 },
  );
});

it("believes nothing of a cloud that ignores the filter", async () => {
  expect(
    (
      await takeCensus(
        reading(() => page(["a", "b"])),
        new Set(["a", "b"]),
      )
    )?.size,
  ).toBe(0);
});

it.each([
  ["does not take the filter", () => page(["a"], { pushedDown: [] })],
  ["refuses it", () => page(["a"], { refused: ["state"] })],
  [
    "fails",
    () => {
      throw new CloudError({ kind: "unavailable", operation: "ListKeys", code: "InternalFailure", message: "m" });
    },
  ],
])("asks once and leaves no problem where the cloud %s", async (_, answer) => {
  let asked = 0;
  const open = reading(() => {
    asked += 1;
    return answer();
  });
  expect([await takeCensus(open, new Set(["a"])), asked, open.problems.list()]).toEqual([null, 1, []]);
});
