import { expect, it } from "vitest";
import { mergeReadings, type ReadingPart } from "../../model/merge-readings.ts";
import { alibaba } from "./index.ts";
import { toKey } from "./to-key.ts";

const described: ReadingPart = {
  reading: toKey({ KeyId: "k-1", Creator: "1203004500067891", AutomaticRotation: "Disabled", KeySpec: "Aliyun_AES_256", Origin: "Aliyun_KMS" }, "k-1"),
  call: { operation: "DescribeKey", at: "2026-11-01T00:00:00Z", requestId: "d" },
};
const aliased = (alias: string): ReadingPart => ({
  reading: { keyId: "k-1", arn: null, values: { alias, aliases: [alias] }, absent: {}, raw: [], described: false },
  call: { operation: "ListAliases", at: "2026-11-01T00:00:01Z", requestId: "a" },
});

it("takes a key that bears a product's alias for a service key, whatever came first", () => {
  for (const parts of [
    [described, aliased("alias/acs/oss")],
    [aliased("alias/acs/oss"), described],
  ]) {
    const key = mergeReadings(alibaba, parts);
    expect(key.values.manager).toBe("service");
    expect(key.absent.rotation).toEqual({ reason: "not-applicable", note: "service key" });
    expect(key.facts.manager).toMatchObject({ operation: "ListAliases" });
    expect(key.values).not.toHaveProperty("rotation");
  }
});

it("leaves other keys as they were described", () => {
  expect(mergeReadings(alibaba, [described, aliased("alias/acsent")]).values).toMatchObject({ manager: "customer", rotation: "off" });
});
