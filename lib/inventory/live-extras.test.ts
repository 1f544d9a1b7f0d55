import { describe, expect, it } from "vitest";
import type { WorldKey } from "#emulators/world.ts";
import { QUICK } from "../clouds/testing/open-emulated.ts";
import { EXTRA_NAMES, type ExtraName, type ToldExtras } from "../model/extras.ts";
import type { KeyDetail } from "../model/key.ts";
import { SYSTEM_SCOPE } from "../model/system-scope.ts";
import { parseStrict } from "../query/parse-key-query.ts";
import { getKey } from "./get-key.ts";
import { getLiveKey, type LiveKeyOptions } from "./get-live-key.ts";
import { listKeys } from "./list-keys.ts";
import { listLiveKeys } from "./list-live-keys.ts";
import { useConnectedWorld } from "./testing/connected-world.ts";

const CALLS = {
  alibaba: { versions: "ListKeyVersions", other: "policy", one: "ListAliasesByKeyId", fallback: "ListAliases" },
  huawei: { versions: "get-key-rotation-status", other: "grants", one: "tags", fallback: "resource_instances" },
} as const;

/** All that is asked beside listing and describing. */
const BESIDE = {
  alibaba: ["ListAliases", "ListAliasesByKeyId", "ListResourceTags", "ListTagResources", "ListKeyVersions", "GetKeyPolicy"],
  huawei: ["aliases", "tags", "resource_instances", "get-key-rotation-status", "list-grants"],
} as const;

describe.each(["alibaba", "huawei"] as const)("a key of %s that is opened live", (cloud) => {
  const connected = useConnectedWorld();
  const open = (ref: string, options: LiveKeyOptions = {}) => getLiveKey(SYSTEM_SCOPE, ref, undefined, { pace: QUICK, ...options });

  /** Keys that are stored, as the world has them: all kinds of what a key can be. */
  async function keys(wanted: (key: WorldKey) => boolean = () => true): Promise<{ ref: string; key: WorldKey }[]> {
    const { rows } = await listKeys(SYSTEM_SCOPE, parseStrict(`cloud=${cloud}&size=200`));
    const account = connected.clouds.world.accounts.find(({ name }) => name === rows[0]?.account.name);
    return rows.flatMap(({ ref, keyId, region, project }) => {
      const key = account?.keys.find((each) => each.keyId === keyId && each.region === region && each.project === project);
      return key && key.denied.length === 0 && wanted(key) ? [{ ref, key }] : [];
    });
  }
  const bothTold = async () => {
    const [found] = await keys(({ extrasAbsent }) => !extrasAbsent.versions && !extrasAbsent[CALLS[cloud].other]);
    return found as { ref: string; key: WorldKey };
  };
  const outcome = (extras: ToldExtras, name: ExtraName) => {
    const told = extras[name];
    return "value" in told ? "told" : told.absent;
  };

  it("has the lists that the world has, each with its call and the cloud's own words", async () => {
    for (const { ref, key } of (await keys()).slice(0, 12)) {
      const { extras, raw } = await open(ref);
      for (const name of EXTRA_NAMES) {
        const told = extras[name];
        expect(outcome(extras, name), `${name} of ${key.keyId}`).toBe(key.extrasAbsent[name] ?? "told");
        if (!("value" in told)) continue;
        expect(told.fact.requestId).toEqual(expect.any(String));
        expect(raw).toHaveProperty([told.fact.operation]);
        expect(typeof told.value === "string" || told.value === null ? told.value : told.value.length).toEqual(
          typeof key.extras[name] === "string" || key.extras[name] === null ? key.extras[name] : key.extras[name].length,
        );
      }
      expect((await getKey(SYSTEM_SCOPE, ref)).extras.versions).toEqual({ absent: "pending", note: null, fact: null });
    }
  });

  it.each([
    { kind: "deny" as const, absent: "denied" },
    { kind: "html" as const, absent: "failed" },
    { kind: "hang" as const, absent: "failed" },
  ])("keeps everything else when one list meets $kind", async ({ kind, absent }) => {
    const { ref } = await bothTold();
    const whole = await open(ref);
    connected.clouds.clouds[cloud].faults.add({ fault: { kind }, operation: CALLS[cloud].versions });
    const { extras } = await open(ref, { deadlineMs: 1500 });
    expect(extras.versions).toMatchObject({ absent, note: expect.any(String) });
    const otherOf = (detail: Pick<KeyDetail, "extras">) => {
      const told = detail.extras[CALLS[cloud].other];
      return "value" in told ? told.value : told.absent;
    };
    expect(otherOf({ extras })).toEqual(otherOf(whole));
  });

  it("keeps the key and the listing of a site that answers nothing else", async () => {
    const { ref, key } = await bothTold();
    const { faults } = connected.clouds.clouds[cloud];
    for (const operation of BESIDE[cloud]) faults.add({ fault: { kind: "unavailable" }, operation });
    for (let n = 0; n < 4; n++) expect((await open(ref)).state).toBe(key.facts.state);
    const query = parseStrict(`cloud=${cloud}&region=${key.region}`);
    const { total, coverage } = await listLiveKeys(SYSTEM_SCOPE, query, undefined, { pace: QUICK });
    expect([total, coverage.unread]).toEqual([(await listKeys(SYSTEM_SCOPE, query)).total, 0]);
  });

  it("asks one call for one key, and the sweep where that call fails", async () => {
    const { ref } = await bothTold();
    const { calls, faults } = connected.clouds.clouds[cloud];
    calls.clear();
    const { aliases, tags } = await open(ref);
    expect([calls.of(CALLS[cloud].one).length, calls.of(CALLS[cloud].fallback).length]).toEqual([1, 0]);
    faults.add({ fault: { kind: "deny" }, operation: CALLS[cloud].one });
    const again = await open(ref);
    expect([again.aliases?.toSorted(), again.tags]).toEqual([aliases?.toSorted(), tags]);
    expect(calls.of(CALLS[cloud].fallback).length).toBeGreaterThan(0);
  });
});
