import { describe, expect, it } from "vitest";
import { QUICK } from "../clouds/testing/open-emulated.ts";
import { Refusal } from "../model/refusal.ts";
import { SYSTEM_SCOPE } from "../model/system-scope.ts";
import type { CloudId } from "../model/vocabulary.ts";
import { parseStrict } from "../query/parse-key-query.ts";
import { listLiveKeys } from "./list-live-keys.ts";
import { proxyKey } from "./proxy-key.ts";
import { proxyKeys } from "./proxy-keys.ts";
import { useConnectedWorld } from "./testing/connected-world.ts";

describe("the plain proxy", () => {
  const connected = useConnectedWorld({ read: false });
  const at = (cloud: CloudId) => {
    const account = connected.accounts.find((each) => each.cloud === cloud);
    const world = connected.clouds.world.accounts.find(({ name }) => name === account?.name);
    const region = world?.regions.find((each) => !world.trouble[each] && world.keys.some((key) => key.region === each)) ?? "";
    return { id: account?.id ?? "", region, world };
  };
  const page = (cloud: CloudId, params: Record<string, string> = {}, region = at(cloud).region) =>
    proxyKeys(SYSTEM_SCOPE, at(cloud).id, region, new URLSearchParams(params));
  const refusal = (asked: Promise<unknown>) =>
    asked.then(
      () => null,
      (thrown: unknown) => (thrown instanceof Refusal ? [thrown.code, thrown.field] : thrown),
    );

  it.each(["alibaba", "huawei"] as const)("pages through a region of %s as the cloud does, without loss or repetition", async (cloud) => {
    const found: string[] = [];
    let token: string | null = null;
    do {
      const answer: Awaited<ReturnType<typeof proxyKeys>> = await page(cloud, { pageSize: "3", ...(token ? { pageToken: token } : {}) });
      expect(answer.rows.length).toBeLessThanOrEqual(3);
      expect(answer.requestId).toEqual(expect.any(String));
      found.push(...answer.rows.map(({ keyId }) => keyId));
      token = answer.nextPageToken;
    } while (token);
    const { region, world } = at(cloud);
    const own = world?.projects.find(({ name }) => name === region)?.id ?? null;
    expect(found.toSorted()).toEqual(
      world?.keys
        .filter((key) => key.region === region && key.project === own)
        .map(({ keyId }) => keyId)
        .toSorted(),
    );
  });

  it.each([
    ["alibaba", "0:-1"],
    ["huawei", "0:-1"],
    ["huawei", "3:2-alias"],
  ] as const)("refuses a page token of %s that no answer gave: %s", async (cloud, pageToken) => {
    expect(await refusal(page(cloud, { pageToken }))).toEqual(["invalid_query", "pageToken"]);
  });

  it("names a row as a live answer does, and calls pending what the list does not tell", async () => {
    for (const cloud of ["alibaba", "huawei"] as const) {
      const { rows } = await page(cloud, { pageSize: "2" });
      const live = await listLiveKeys(SYSTEM_SCOPE, parseStrict(`id=${rows[0]?.keyId}&region=${at(cloud).region}`), undefined, { pace: QUICK });
      expect(live.rows.map(({ ref }) => ref)).toContain(rows[0]?.ref);
      expect(rows[0]?.absent.tags).toBe("pending");
      expect(rows[0]?.tags).toBeNull();
    }
  });

  it("pushes down what the cloud filters itself and refuses the rest by name", async () => {
    const { rows, pushedDown } = await page("huawei", { state: "enabled" });
    expect(pushedDown).toEqual(["state"]);
    expect(rows.every(({ state }) => state === "enabled")).toBe(true);
    expect(await refusal(page("alibaba", { rotation: "on" }))).toEqual(["unsupported_filter", "rotation"]);
    expect(await refusal(page("huawei", { tag: "env" }))).toEqual(["unsupported_filter", "tag"]);
    expect(await refusal(page("alibaba", { alias: "~prod" }))).toEqual(["unsupported_filter", "alias"]);
    expect(await refusal(page("alibaba", { state: "!enabled" }))).toEqual(["unsupported_filter", "state"]);
    expect(await refusal(page("alibaba", { spec: "no-such-spec" }))).toEqual(["unsupported_filter", "spec"]);
    expect(await refusal(page("alibaba", { colour: "red" }))).toEqual(["invalid_query", "colour"]);
    expect(await refusal(page("alibaba", { pageSize: "0" }))).toEqual(["invalid_query", "pageSize"]);
    expect(await refusal(page("alibaba", { pageToken: "nonsense" }))).toEqual(["invalid_query", "pageToken"]);
    expect(await refusal(page("alibaba", { project: "p" }))).toEqual(["unsupported_filter", "project"]);
  });

  it("filters again what a cloud ignores", async () => {
    const { faults } = connected.clouds.clouds.huawei;
    const widen = (body: Record<string, unknown>) => ({ ...body, key_details: (body.key_details as object[]).map((key) => ({ ...key, key_state: "3" })) });
    faults.add({ fault: { kind: "rewrite", rewrite: widen }, operation: "list-keys", times: 1 });
    expect(await page("huawei", { state: "enabled" })).toMatchObject({ rows: [], pushedDown: ["state"] });
  });

  it("leaves a filter that may miss keys to itself where nobody knows the source's keys", async () => {
    const { calls } = connected.clouds.clouds.huawei;
    calls.clear();
    const { region, world } = at("huawei");
    const own = world?.projects.find(({ name }) => name === region)?.id;
    const { rows, pushedDown } = await page("huawei", { protection: "hsm", pageSize: "200" });
    expect(pushedDown).toEqual([]);
    expect(rows.map(({ keyId }) => keyId)).toEqual(
      world?.keys.filter((key) => key.region === region && key.project === own && key.facts.protection === "hsm").map(({ keyId }) => keyId),
    );
  });

  it("knows no foreign account, region or project", async () => {
    const { id, region } = at("huawei");
    const stranger = { ...SYSTEM_SCOPE, groups: ["nobody"] };
    expect(await refusal(proxyKeys(stranger, id, region, new URLSearchParams()))).toEqual(["not_found", null]);
    expect(await refusal(proxyKey(stranger, id, region, "x", new URLSearchParams()))).toEqual(["not_found", null]);
    expect(await refusal(page("huawei", {}, "mars-1"))).toEqual(["not_found", null]);
    expect(await refusal(page("huawei", { project: "0123" }))).toEqual(["not_found", "project"]);
  });

  it("describes one key by what the cloud takes as its name", async () => {
    for (const cloud of ["alibaba", "huawei"] as const) {
      const { id, region, world } = at(cloud);
      const own = world?.projects.find(({ name }) => name === region)?.id ?? null;
      const key = world?.keys.find((each) => each.region === region && each.project === own && each.denied.length === 0);
      const described = await proxyKey(SYSTEM_SCOPE, id, region, key?.keyId ?? "", new URLSearchParams());
      expect(described).toMatchObject({ keyId: key?.keyId, state: key?.facts.state, spec: key?.facts.spec });
      expect(described.facts.state).toMatchObject({ operation: expect.stringMatching(/describe/i), requestId: expect.any(String) });
      expect(await refusal(proxyKey(SYSTEM_SCOPE, id, region, "../secret?x=1", new URLSearchParams()))).toEqual(["unsupported_identifier", "keyId"]);
    }
  });
});
