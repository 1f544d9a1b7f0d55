import { describe, expect, it } from "vitest";
import { FACT_FIELDS } from "./key.ts";
import { mergeReadings } from "./merge-readings.ts";
import { keyRef } from "./ref.ts";
import { toKeyRow } from "./to-key-row.ts";

const place = { cloud: "alibaba", cloudAccount: "1234567890", account: { id: "acc000000001", name: "Prod" }, region: "r-1", project: null } as const;
const seen = { firstSeenAt: "2026-01-01T00:00:00Z", lastSeenAt: "2026-01-02T00:00:00Z", presence: "present", goneAt: null } as const;
const call = { operation: "Describe", at: "2026-01-02T00:00:00Z", requestId: null };

describe("toKeyRow", () => {
  it("gives every fact as a value or as null with its reason, and times in one way", () => {
    const key = mergeReadings({ unreported: [] }, [
      {
        reading: {
          keyId: "k-1",
          arn: "arn:k-1",
          raw: null,
          described: true,
          values: { state: "enabled", createdAt: "2024-05-06T07:08:09Z", aliases: ["a"], deletesAt: null },
          absent: { rotation: { reason: "not-applicable", note: "asymmetric key" } },
        },
        call,
      },
    ]);
    const row = toKeyRow(place, key, seen);
    expect(row).toMatchObject({ state: "enabled", createdAt: "2024-05-06T07:08:09.000Z", aliases: ["a"], deletesAt: null, rotation: null, tags: null });
    expect(row.absent).toMatchObject({ rotation: "not-applicable", tags: "pending" });
    expect(row.notes).toEqual({ rotation: "asymmetric key" });
    expect(row.ref).toBe(keyRef({ ...place, keyId: "k-1" }));
    for (const field of FACT_FIELDS) expect(row[field] === null || row.absent[field] === undefined, field).toBe(true);
    expect(row.absent.deletesAt).toBeUndefined();
    expect(JSON.stringify(row)).not.toContain(place.cloudAccount);
  });

  it("replaces what no database can hold", () => {
    const values = { description: "a\u0000b\uD800", tags: { "k\u0000": "v" } };
    const key = mergeReadings({ unreported: [] }, [{ reading: { keyId: "k-1", arn: null, raw: null, described: true, values, absent: {} }, call }]);
    expect(toKeyRow(place, key, seen)).toMatchObject({ description: "a\uFFFDb\uFFFD", tags: { "k\uFFFD": "v" } });
  });
});
