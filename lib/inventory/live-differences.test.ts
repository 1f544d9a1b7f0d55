import { afterEach, describe, expect, it } from "vitest";
import type { WorldAccount, WorldKey } from "#emulators/world.ts";
import { addKey, changeKey, removeKey } from "#emulators/world/change-keys.ts";
import { QUICK } from "../clouds/testing/open-emulated.ts";
import type { LiveDifference } from "../model/answers.ts";
import { SYSTEM_SCOPE } from "../model/system-scope.ts";
import type { CloudId } from "../model/vocabulary.ts";
import { parseStrict } from "../query/parse-key-query.ts";
import { listKeys } from "./list-keys.ts";
import { listLiveKeys } from "./list-live-keys.ts";
import { useConnectedWorld } from "./testing/connected-world.ts";

describe.each(["alibaba", "huawei"] as const)("a world that moves between a reading and a live query, %s", (cloud) => {
  const connected = useConnectedWorld();
  const undo: (() => void)[] = [];
  afterEach(() => {
    for (const step of undo.splice(0).reverse()) step();
  });
  const live = (link: string) => listLiveKeys(SYSTEM_SCOPE, parseStrict(link), undefined, { pace: QUICK });
  const refOf = async (key: WorldKey) => (await listKeys(SYSTEM_SCOPE, parseStrict(`id=${key.keyId}&region=${key.region}`))).rows[0]?.ref ?? "";

  /** The account that is connected, a quiet source of it, and its enabled customer keys whose every cell is told. */
  function quiet(of: CloudId): { account: WorldAccount; keys: WorldKey[]; link: string } {
    const name = connected.accounts.find((each) => each.cloud === of)?.name;
    const account = connected.clouds.world.accounts.find((each) => each.name === name) as WorldAccount;
    const whole = account.keys.filter((key) => !account.trouble[key.region]);
    const sources = [...Map.groupBy(whole, ({ region, project }) => JSON.stringify([region, project])).values()];
    const keys = sources
      .filter((held) => held.every(({ denied, absent }) => denied.length === 0 && absent.state === undefined))
      .map((held) => held.filter(({ facts, wire }) => facts.state === "enabled" && facts.manager === "customer" && Object.keys(wire).length === 0))
      .sort((a, b) => b.length - a.length)[0] as WorldKey[];
    const [{ region, project }] = keys as [WorldKey];
    return { account, keys, link: `region=${region}${project === null ? "" : `&project=${project}`}&cloud=${of}` };
  }

  /** One key is made, one removed, one disabled, one described anew. */
  function move() {
    const { account, keys, link } = quiet(cloud);
    const [removed, disabled, renamed] = keys as [WorldKey, WorldKey, WorldKey];
    const place = { region: removed.region, project: removed.project };
    const made = addKey(connected.clouds.world, account, place, { label: `made since ${cloud} ${undo.length}` });
    const { description } = renamed.facts;
    removeKey(account, removed);
    changeKey(disabled, { state: "disabled" });
    changeKey(renamed, { description: "another purpose" });
    undo.push(
      () => account.keys.push(removed),
      () => changeKey(disabled, { state: "enabled" }),
      () => changeKey(renamed, { description }),
      () => removeKey(account, made),
    );
    return { made, removed, disabled, renamed, link };
  }
  const byRef = (rows: readonly LiveDifference[]) =>
    new Map(rows.map(({ ref, kind, fields }) => [ref, [kind, ...fields.filter((field) => !field.startsWith("rotation") && !field.endsWith("At"))]]));

  it("names exactly what was created, is gone and has changed", async () => {
    const { keys } = quiet(cloud);
    const refs = await Promise.all([keys[0], keys[1], keys[2]].map((key) => refOf(key as WorldKey)));
    const { link, made } = move();
    const { differences, rows } = await live(`${link}&size=200&q=-`);
    const ref = rows.find(({ keyId }) => keyId === made.keyId)?.ref;
    expect(differences).toMatchObject({ created: 1, gone: 1, changed: 2, complete: true });
    expect(byRef(differences.rows)).toEqual(
      new Map([
        [ref, ["created"]],
        [refs[0], ["gone"]],
        [refs[1], ["changed", "state"]],
        [refs[2], ["changed", "description"]],
      ]),
    );
  });

  it("tells a key that its cloud filtered out from one that is gone", async () => {
    const { keys } = quiet(cloud);
    const [gone, changed] = (await Promise.all([keys[0], keys[1]].map((key) => refOf(key as WorldKey)))) as [string, string];
    const { link } = move();
    const { differences, plan } = await live(`${link}&state=enabled&manager=customer`);
    expect(plan.some(({ pushedDown }) => pushedDown.includes("state"))).toBe(true);
    const named = byRef(differences.rows);
    expect(named.get(gone)).toEqual(["gone"]);
    expect(named.get(changed)).toEqual(["changed", "state"]);
    expect(differences).toMatchObject({ created: 1, gone: 1, complete: true });
    const disabled = await live(`${link}&state=disabled`);
    expect(byRef(disabled.differences.rows)).toEqual(new Map([[changed, ["changed", "state"]]]));
  });

  it("calls no key gone that a listing of too few keys lacks", async () => {
    const operation = cloud === "alibaba" ? "ListKeys" : "list-keys";
    connected.clouds.clouds[cloud].faults.add({ fault: { kind: "rewrite", rewrite: firstOnly }, operation });
    const { differences, coverage } = await live(`cloud=${cloud}`);
    expect(coverage.complete).toBe(false);
    expect(differences).toMatchObject({ gone: 0, changed: 20, complete: false });
  });

  it("compares no source that fails now", async () => {
    const { link, removed } = move();
    connected.clouds.clouds[cloud].faults.add({ fault: { kind: "deny" }, operation: cloud === "alibaba" ? "ListKeys" : "list-keys", region: removed.region });
    expect((await live(link)).differences).toEqual({ created: 0, gone: 0, changed: 0, rows: [], complete: true });
  });
});

/** A page with one of its keys, and all that it says beside them. */
function firstOnly(body: Record<string, unknown>): Record<string, unknown> {
  const first = (list: unknown) => (Array.isArray(list) ? list.slice(0, 1) : list);
  const { Keys } = body as { Keys?: { Key: unknown } };
  return Keys ? { ...body, Keys: { Key: first(Keys.Key) } } : { ...body, keys: first(body.keys), key_details: first(body.key_details) };
}
