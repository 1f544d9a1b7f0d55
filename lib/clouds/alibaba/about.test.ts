import { describe, expect, it } from "vitest";
import type { About } from "../cloud.ts";
import { type Canned, connectTo } from "../testing/connect-to.ts";
import { failureOf } from "../testing/failure-of.ts";

const SOURCE = { region: "cn-hangzhou", project: null };

async function about<Name extends About["name"]>(name: Name, ...answers: (Canned | object)[]) {
  const { connection, asked } = await connectTo("alibaba", ...answers.map((answer) => ("body" in answer ? (answer as Canned) : JSON.stringify(answer))));
  const found = connection.about.find((one): one is Extract<About, { name: Name }> => one.name === name);
  if (!found) throw new Error(`no ${name}`);
  return { found, asked };
}
const listed = (ids: unknown[], more: object = {}) => ({
  RequestId: "r-list",
  PageNumber: 1,
  PageSize: 100,
  TotalCount: ids.length,
  KmsInstances: { KmsInstance: ids.map((KmsInstanceId) => ({ KmsInstanceId, KmsInstanceArn: `acs:kms:cn-hangzhou:1:keystore/${KmsInstanceId}` })) },
  ...more,
});
const instance = (InstanceId: unknown, more: object = {}) => ({
  RequestId: "r",
  KmsInstance: { InstanceId, InstanceName: "payments", Status: "Connected", EndDate: "2027-09-05T16:00:00Z", ...more },
});
const known = (id: string) => ({ id, name: "payments", status: "connected", kind: null, endsAt: "2027-09-05T16:00:00.000Z" });
const unknown = (id: string, note: string) => ({ id, name: null, status: null, kind: null, endsAt: null, note });

describe("DescribeAccountKmsStatus", () => {
  it.each([
    ["Enabled", "enabled"],
    ["NotEnabled", "not-enabled"],
    ["InDebt", "in-debt"],
    ["Suspended", "suspended"],
    ["FrozenByRisk", "frozen-by-risk"],
  ])("reads %s as %s", async (AccountStatus, value) => {
    expect(await (await about("service", { AccountStatus, RequestId: "r" })).found.read(SOURCE)).toMatchObject({
      value,
      call: { operation: "DescribeAccountKmsStatus", requestId: "r" },
    });
  });

  it("is no status when it says nothing, and fails alone where it is unknown", async () => {
    for (const answer of [{}, { AccountStatus: "" }, { AccountStatus: {} }])
      expect(await failureOf((await about("service", answer)).found.read(SOURCE))).toMatchObject({ kind: "protocol" });
    const { found } = await about("service", { status: 404, body: JSON.stringify({ Code: "InvalidAction.NotFound" }) });
    expect(await failureOf(found.read(SOURCE))).toMatchObject({ kind: "protocol", code: "InvalidAction.NotFound" });
  });
});

describe("ListKmsInstances and GetKmsInstance", () => {
  it("tells each instance by its own answer", async () => {
    const { found, asked } = await about(
      "instances",
      listed(["kst-1", "kst-2"]),
      instance("kst-1"),
      instance("kst-2", { InstanceName: "", ProductType: "KMS_DHSM", EndDate: "soon" }),
    );
    expect(await found.read(SOURCE)).toMatchObject({
      value: [known("kst-1"), { id: "kst-2", name: null, status: "connected", kind: "kms-dhsm", endsAt: null }],
      call: { requestId: "r-list" },
    });
    expect(asked.map(({ url }) => url.search)).toEqual(["?PageNumber=1&PageSize=100", "?KmsInstanceId=kst-1", "?KmsInstanceId=kst-2"]);
  });

  it("takes a 200 without an id, and a 404, for an instance that is gone", async () => {
    const gone = { status: 404, body: JSON.stringify({ Code: "Forbidden.DKMSInstanceNotFound" }) };
    const { found } = await about("instances", listed(["kst-1", "kst-2", "kst-3"]), instance(""), gone, instance("kst-3"));
    expect((await found.read(SOURCE)).value).toEqual([known("kst-3")]);
  });

  it.each([
    [403, { Code: "Forbidden.NoPermission" }, "Forbidden.NoPermission"],
    [404, { Code: "InvalidAction.NotFound" }, "InvalidAction.NotFound"],
    [200, {}, "instance_missing"],
    [200, { KmsInstance: { InstanceId: "kst-9" } }, "instance_other"],
    [200, { KmsInstance: { InstanceId: 7 } }, "instance_other"],
  ])("keeps the ids when the rest is answered with %i %j, and asks no further", async (status, body, note) => {
    const { found, asked } = await about("instances", listed(["kst-1", "kst-2", "kst-3"]), instance("kst-1"), { status, body: JSON.stringify(body) });
    expect((await found.read(SOURCE)).value).toEqual([known("kst-1"), unknown("kst-2", note), unknown("kst-3", note)]);
    expect(asked).toHaveLength(3);
  });

  it("asks about twenty of them", async () => {
    const ids = Array.from({ length: 23 }, (_, n) => `kst-${n}`);
    const { found, asked } = await about("instances", listed(ids), ...ids.map((id) => instance(id)));
    const { value } = await found.read(SOURCE);
    expect(value.map(({ id }) => id)).toEqual(ids);
    expect(value.slice(20)).toEqual(ids.slice(20).map((id) => unknown(id, "not asked")));
    expect(asked).toHaveLength(21);
  });

  it("tells none from nonsense, and lets a refused list be refused", async () => {
    expect((await (await about("instances", listed([]))).found.read(SOURCE)).value).toEqual([]);
    for (const answer of [{}, listed([""]), listed([7]), listed(["kst-1"], { PageNumber: 2 })]) {
      expect(await failureOf((await about("instances", answer)).found.read(SOURCE))).toMatchObject({ kind: "protocol" });
    }
    const { found } = await about("instances", { status: 403, body: JSON.stringify({ Code: "Forbidden.NoPermission" }) });
    expect(await failureOf(found.read(SOURCE))).toMatchObject({
      kind: "forbidden",
      advice: "Grant kms:ListKmsInstances in the RAM policy of this user or role.",
    });
  });
});
