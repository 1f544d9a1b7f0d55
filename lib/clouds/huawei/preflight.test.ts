import { describe, expect, it } from "vitest";
import { cloudOf } from "../registry.ts";
import { type Canned, connectTo } from "../testing/connect-to.ts";
import { POLICY } from "./policy.ts";

const SOURCE = { region: "cn-north-4", project: "p" };
const answer = (status: number, code: string): Canned => ({
  status,
  body: JSON.stringify(code.startsWith("APIG") ? { error_code: code } : { error: { error_code: code } }),
});

describe("preflight", () => {
  it("tries every action of the policy, and the policy holds every action that it tries", async () => {
    const { connection } = await connectTo("huawei", "");
    const tried = connection.preflight.map(({ action }) => action).filter((action) => action.startsWith("kms:"));
    const [statement] = JSON.parse(POLICY).Statement;
    expect([...statement.Action].sort()).toEqual(tried.sort());
    expect(cloudOf("huawei").policy).toBe(POLICY);
    expect(new Set(connection.preflight.flatMap(({ parts = [] }) => parts))).toEqual(new Set(["versions", "grants", "quotas", "instances"]));
  });

  it("names the missing action in each refusal", async () => {
    const { connection } = await connectTo("huawei", answer(403, "KMS.0306"));
    for (const { action, try: attempt } of connection.preflight.filter(({ action }) => action.startsWith("kms:")))
      await expect(attempt(SOURCE, "k")).rejects.toMatchObject({ kind: "forbidden", advice: expect.stringContaining(`Grant ${action} `) });
  });

  it.each([answer(404, "APIG.0101"), answer(400, "KMS.0201"), { status: 404, body: "<html>" }])(
    "calls an API that the site lacks not available, and the list's own a wrong address",
    async (gone) => {
      const { connection } = await connectTo("huawei", gone);
      const kinds = new Map<string, string>();
      for (const { action, try: attempt } of connection.preflight)
        kinds.set(
          action,
          await attempt(SOURCE, null).then(
            () => "allowed",
            ({ kind }) => kind,
          ),
        );
      for (const action of [
        "kms:cmk:getRotation",
        "kms:cmkTag:list",
        "kms:cmkTag:listInstance",
        "kms:alias:list",
        "kms:grant:list",
        "kms:cmk:getQuota",
        "kms:keystore:list",
      ])
        expect([action, kinds.get(action)]).toEqual([action, "not-enabled"]);
      expect([kinds.get("kms:cmk:list"), kinds.get("kms:cmk:get")]).toEqual(["protocol", "protocol"]);
    },
  );

  it("takes a refusal that is about the key for an allowed action", async () => {
    const { connection } = await connectTo("huawei", answer(400, "KMS.0211"));
    for (const action of ["kms:cmk:getRotation", "kms:cmkTag:list", "kms:grant:list"])
      await connection.preflight.find((each) => each.action === action)?.try(SOURCE, "k");
  });
});
