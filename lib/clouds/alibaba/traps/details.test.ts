import { describe, expect, it } from "vitest";
import { changeKey } from "#emulators/index.ts";
import { useAlibaba } from "./testing/use-alibaba.ts";

type Body = Record<string, unknown>;

describe("details", () => {
  const cloud = useAlibaba();
  const inInstance = () => {
    const key = cloud.keys().find(({ facts, denied, extras }) => facts.instance !== null && denied.length === 0 && extras.policy !== null);
    if (!key) throw new Error("no key of an instance has a policy");
    return key;
  };
  const opened = (key: { keyId: string }) => cloud.detail(key, "?live=true");

  it("16: a key of an instance shows it and its policy; for the default key nobody is asked", async () => {
    await cloud.read();
    const [key, shared] = [inInstance(), cloud.plain(0)];
    expect(shared.facts.instance).toBeNull();
    const own = await opened(key);
    expect([own.instance, own.extras.policy]).toMatchObject([
      key.facts.instance,
      { value: key.extras.policy, fact: { operation: "GetKeyPolicy", requestId: expect.any(String) } },
    ]);
    cloud.calls.clear();
    expect((await opened(shared)).extras.policy).toMatchObject({ absent: "not-applicable", note: expect.stringContaining("KMS instance"), fact: null });
    expect(cloud.calls.of("GetKeyPolicy")).toEqual([]);
  });

  it("16: a key of an instance without a policy has none, which is no failure", async () => {
    await cloud.read();
    const key = inInstance();
    cloud.strike("GetKeyPolicy", { kind: "answer", status: 404, body: JSON.stringify({ RequestId: "RID-16", Code: "Forbidden.ResourceNotFound" }) });
    expect((await opened(key)).extras.policy).toMatchObject({ value: null, fact: { operation: "GetKeyPolicy", requestId: "RID-16" } });
  });

  it.each([
    ["is no JSON", `{"Version": "1", "Statement": [`],
    ["is 32 KB long", JSON.stringify({ Version: "1", Statement: [{ Resource: "华".repeat(10_000), Note: "x".repeat(2_700) }] })],
    ["holds markup", `</script><img src=x onerror=alert(1)>`],
  ])("17: a policy that %s is shown as it came, and harms nothing else", async (_, policy) => {
    await cloud.read();
    const key = inInstance();
    cloud.bend("GetKeyPolicy", (body) => ({ ...body, Policy: policy }));
    const detail = await opened(key);
    expect(detail.extras.policy).toMatchObject({ value: policy });
    expect([detail.state, detail.keyId]).toEqual([key.facts.state, key.keyId]);
  });

  it("26: a policy and versions that are denied are denied alone, with what to grant, and hide no key", async () => {
    await cloud.read();
    const key = inInstance();
    for (const operation of ["GetKeyPolicy", "ListKeyVersions"]) cloud.strike(operation, { kind: "deny" });
    const detail = await opened(key);
    expect(detail).toMatchObject({ keyId: key.keyId, state: key.facts.state, alias: key.facts.alias, absent: { enterpriseProject: "unreported" } });
    for (const name of ["policy", "versions"] as const) {
      expect(detail.extras[name]).toMatchObject({
        absent: "denied",
        note: expect.stringContaining("Forbidden.NoPermission"),
        fact: { requestId: expect.any(String) },
      });
    }
  });

  it("27: what the cloud says of its service stands with the source, beside how its reading ended", async () => {
    cloud.bend("DescribeAccountKmsStatus", (body) => ({ ...body, AccountStatus: "InDebt" }));
    await cloud.read();
    expect(await cloud.source()).toMatchObject({ outcome: "read", about: { service: { value: "in-debt", fact: { operation: "DescribeAccountKmsStatus" } } } });
    for (const [Code, absent] of [
      ["InvalidAction.NotFound", "unreported"],
      ["Forbidden.NoPermission", "denied"],
      ["InternalFailure", "failed"],
    ] as const) {
      cloud.calm();
      cloud.strike("DescribeAccountKmsStatus", { kind: "answer", status: 404, body: JSON.stringify({ Code, RequestId: "RID-27" }) });
      expect(await cloud.readAgain()).toEqual(["read"]);
      expect((await cloud.source()).about.service).toMatchObject({ absent, fact: { requestId: "RID-27" } });
    }
    expect((await cloud.list()).coverage.complete).toBe(true);
  });

  it("38: an instance that is gone answers 200 with an empty id, and is not listed as a nameless one", async () => {
    const ids = [...new Set(cloud.keys().flatMap(({ facts }) => facts.instance ?? []))];
    expect(ids.length).toBeGreaterThan(0);
    await cloud.read();
    const told = async () => (await cloud.source()).about.instances;
    expect(await told()).toMatchObject({ value: expect.arrayContaining([expect.objectContaining({ id: ids[0] })]) });
    cloud.bend("GetKmsInstance", () => ({ KmsInstance: { InstanceId: "", InstanceName: "", Status: "" } }));
    await cloud.readAgain();
    expect(await told()).toMatchObject({ value: [] });
  });

  it("38: instances are asked once a reading and never for a row, at a call a second at most", async () => {
    cloud.strike("ListKmsInstances", { kind: "throttle" }, { times: 1 });
    await cloud.read();
    const { world } = cloud;
    const instances = new Set(world.keys.filter(({ region }) => region === cloud.region).flatMap(({ facts }) => facts.instance ?? []));
    expect(cloud.calls.of("ListKmsInstances").map(({ status }) => status)).toEqual([429, 200]);
    expect(cloud.calls.of("GetKmsInstance").length).toBeLessThanOrEqual(instances.size + 2);
    cloud.calls.clear();
    await cloud.list();
    await opened(inInstance());
    expect([...cloud.calls.of("ListKmsInstances"), ...cloud.calls.of("GetKmsInstance")]).toEqual([]);
  });

  it.each([
    ["an empty NextToken", { NextToken: "" }],
    ["no NextToken", { NextToken: undefined }],
    ["a NextToken of null", { NextToken: null }],
  ])("39: %s ends the tags, and keys without a row have none", async (_, end) => {
    const [tagged, bare] = [cloud.plain(0), cloud.plain(1)];
    changeKey(bare, { tags: {} });
    cloud.bend("ListTagResources", (body) => (body.NextToken === "" ? { ...body, ...end } : body));
    await cloud.read();
    expect([(await cloud.row(tagged)).tags, (await cloud.row(bare)).tags]).toEqual([tagged.facts.tags, {}]);
    expect((await cloud.row(bare)).absent.tags).toBeUndefined();
  });

  it("39: an inner list of null is no tag; system tags and twenty of the user's own are all there, and can be asked for", async () => {
    const key = cloud.plain(0);
    const own = Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`key ${n}:华`, n === 7 ? "" : `v,${n}`]));
    changeKey(key, { tags: { ...own, "acs:rm:rgId": "rg-1", "aliyun.owner": "ops" } });
    await cloud.read();
    const { tags } = await cloud.row(key);
    expect(tags).toEqual(key.facts.tags);
    expect(Object.keys(tags ?? {})).toHaveLength(22);
    expect(await cloud.ids(`tag=${encodeURIComponent("acs\\:rm\\:rgId:rg-1")}`)).toEqual([key.keyId]);
    cloud.bend("ListTagResources", (body) => ({ ...body, TagResources: { TagResource: null } }));
    await cloud.readAgain();
    expect((await cloud.row(key)).tags).toEqual({});
  });

  it("44: no version, one, and many pages of them; the primary is found on a later page", async () => {
    await cloud.read();
    const key = cloud.plain(0);
    const many = Array.from({ length: 23 }, (_, n) => ({
      id: `v-${n}`,
      createdAt: new Date(Date.UTC(2026, 0, n + 1)).toISOString(),
      isPrimary: n === 22,
      state: null,
      expiresAt: null,
    }));
    for (const versions of [[], many.slice(22), many]) {
      key.extras = { ...key.extras, versions };
      const primary = versions.at(-1)?.id ?? "";
      cloud.calm();
      cloud.bend("DescribeKey", (body) => ({ KeyMetadata: { ...(body.KeyMetadata as Body), PrimaryKeyVersion: primary } }));
      const told = (await opened(key)).extras.versions;
      expect(told).toMatchObject({ value: versions.map(({ id, createdAt }) => ({ id, createdAt })), fact: { operation: "ListKeyVersions" } });
      if ("value" in told) expect(told.value.filter(({ isPrimary }) => isPrimary).map(({ id }) => id)).toEqual(versions.length ? [primary] : []);
    }
    expect(
      cloud.calls
        .of("ListKeyVersions")
        .map(({ page }) => page)
        .slice(-3),
    ).toEqual(["1", "2", "3"]);
  });
});
