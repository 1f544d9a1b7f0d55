import { describe, expect, it } from "vitest";
import { absentReading } from "./absent-reading.ts";
import { FACT_FIELDS } from "./key.ts";
import { mergeReadings } from "./merge-readings.ts";
import type { Call, KeyReading } from "./reading.ts";

const cloud = { unreported: ["deletionProtection"] as const };
const call = (operation: string): Call => ({ operation, at: "2026-11-01T00:00:00Z", requestId: `${operation}-1` });
const reading = (part: Partial<KeyReading>): KeyReading => ({ keyId: "k-1", arn: null, values: {}, absent: {}, raw: null, described: false, ...part });

describe("mergeReadings", () => {
  it("takes a value over a refusal, whichever came first, and names the call that said it", () => {
    const listed = { reading: reading({ values: { state: "enabled" } }), call: call("list") };
    const refused = { reading: absentReading("k-1", ["state", "spec"], { reason: "denied", note: "Forbidden" }), call: call("describe") };
    for (const parts of [
      [listed, refused],
      [refused, listed],
    ]) {
      const key = mergeReadings(cloud, parts);
      expect(key.values.state).toBe("enabled");
      expect(key.facts.state?.operation).toBe("list");
      expect(key.absent.state).toBeUndefined();
      expect(key.absent.spec).toEqual({ reason: "denied", note: "Forbidden" });
      expect(key.facts.spec?.operation).toBe("describe");
    }
  });

  it("lets the later of two answers win, and keeps said-empty as a value", () => {
    const key = mergeReadings(cloud, [
      { reading: reading({ values: { description: "old", tags: { a: "b" } }, arn: "arn-1" }), call: call("list") },
      { reading: reading({ values: { description: null, tags: {} }, raw: { Description: "" }, described: true }), call: call("describe") },
    ]);
    expect(key.values.description).toBeNull();
    expect(key.values.tags).toEqual({});
    expect(key.absent.description).toBeUndefined();
    expect(key).toMatchObject({ arn: "arn-1", describedAt: "2026-11-01T00:00:00Z", raw: { describe: { Description: "" } } });
  });

  it("lets a later not-applicable replace a printed value", () => {
    const key = mergeReadings(cloud, [
      { reading: reading({ values: { rotation: "off" } }), call: call("list") },
      { reading: reading({ absent: { rotation: { reason: "not-applicable", note: "asymmetric key" } } }), call: call("describe") },
    ]);
    expect(key.values.rotation).toBeUndefined();
    expect(key.absent.rotation).toEqual({ reason: "not-applicable", note: "asymmetric key" });
  });

  it("says pending for what nobody mentioned and unreported for what this cloud never tells, refused or not", () => {
    const key = mergeReadings(cloud, [{ reading: absentReading("k-1", ["deletionProtection"], { reason: "denied" }), call: call("describe") }]);
    expect(key.absent.deletionProtection?.reason).toBe("unreported");
    for (const field of FACT_FIELDS.filter((name) => name !== "deletionProtection")) expect(key.absent[field]).toEqual({ reason: "pending" });
    expect(key.facts.state).toBeUndefined();
  });

  it("joins the aliases and tags that stand on several pages of one sweep", () => {
    const page = (values: KeyReading["values"]) => ({ reading: reading({ values }), call: call("sweep") });
    const key = mergeReadings(cloud, [
      page({ alias: "alias/pay", aliases: ["alias/pay", "alias/pay/v2"], tags: { env: "prod" } }),
      page({ alias: "alias/a/very/long/one", aliases: ["alias/a/very/long/one"], tags: { owner: "x" } }),
    ]);
    expect(key.values).toEqual({ alias: "alias/pay", aliases: ["alias/pay", "alias/pay/v2", "alias/a/very/long/one"], tags: { env: "prod", owner: "x" } });
  });

  it("counts the alias that a listing names among the aliases that a sweep found", () => {
    const key = mergeReadings(cloud, [
      { reading: reading({ values: { alias: "kms_test" } }), call: call("list") },
      { reading: reading({ values: { aliases: ["alias/other"] } }), call: call("sweep") },
    ]);
    expect(key.values).toEqual({ alias: "kms_test", aliases: ["kms_test", "alias/other"] });
  });
});
