import { expect, it } from "vitest";
import type { Connection } from "../clouds/cloud.ts";
import { cloudOf } from "../clouds/registry.ts";
import { CloudError } from "../model/problem.ts";
import { describeKeys } from "./describe-keys.ts";
import { openReading } from "./open-reading.ts";

const throttled = () => new CloudError({ kind: "throttled", operation: "DescribeKey", code: "Throttling", message: "slow down" });

function reading(describeKey: Connection["describeKey"]) {
  const connection = { describeKey, sweeps: [], details: [] } as Partial<Connection> as Connection;
  return openReading({ cloud: cloudOf("alibaba"), connection, source: { region: "r", project: null }, at: { account: "a", region: "r", project: null } });
}

const keyIds = Array.from({ length: 200 }, (_, n) => `key-${n}`);

it("leaves a cloud alone that throttles one describe after another", async () => {
  let calls = 0;
  const open = reading(() => {
    calls++;
    return Promise.reject(throttled());
  });
  const { asked, unanswered } = await describeKeys(open, keyIds);
  expect(calls).toBeLessThan(15);
  expect([asked, unanswered.length]).toEqual([200, 200]);
  expect(open.heard.get("key-199")?.[0]?.reading.absent).toMatchObject({ state: { reason: "failed", note: "Throttling" } });
});

it("goes on where answers come between", async () => {
  let calls = 0;
  const call = { operation: "DescribeKey", at: "2026-11-22T06:00:00.000Z", requestId: null };
  await describeKeys(
    reading((_, keyId) => {
      if (++calls % 2) return Promise.reject(throttled());
      return Promise.resolve({ value: { keyId, arn: null, values: {}, absent: {}, raw: null, described: true }, call });
    }),
    keyIds,
  );
  expect(calls).toBe(200);
});

it("takes no record that fills the house, and says so of that key alone", async () => {
  const call = { operation: "DescribeKey", at: "2026-11-22T06:00:00.000Z", requestId: "r" };
  const open = reading((_, keyId) => {
    const description = "x".repeat(keyId === "key-1" ? 300_000 : 8_192);
    return Promise.resolve({ value: { keyId, arn: null, values: { description }, absent: {}, raw: null, described: true }, call });
  });
  await describeKeys(open, keyIds.slice(0, 3));
  expect(open.problems.list()).toMatchObject([{ code: "record_too_large", operation: "DescribeKey", requestId: "r" }]);
  expect(open.heard.get("key-1")?.[0]?.reading.absent).toMatchObject({ description: { reason: "failed", note: "record_too_large" } });
  expect(open.heard.get("key-2")?.[0]?.reading.values.description).toHaveLength(8_192);
});
