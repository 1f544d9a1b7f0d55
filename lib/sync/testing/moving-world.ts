import fc from "fast-check";
import type { World, WorldAccount, WorldKey } from "#emulators/world.ts";
import { addKey, changeKey, removeKey } from "#emulators/world/change-keys.ts";
import type { FactField } from "#lib/model/key.ts";
import { saidBy } from "./sync-world.ts";

const HOUR_MS = 3_600_000;
const ROTATION: readonly FactField[] = ["rotation", "rotationIntervalDays", "lastRotatedAt", "nextRotationAt"];

const WHAT = [
  ...(["state", "rescheduled", "material", "protection", "rotation", "rotated"] as const),
  ...(["description", "aliases", "tags", "service", "made", "removed"] as const),
] as const;

/** One thing that happens to a key: which, told by a number, and how. */
export interface Happening {
  what: (typeof WHAT)[number];
  which: number;
  how: number;
}

export const happening: fc.Arbitrary<Happening> = fc.record({
  what: fc.constantFrom("state" as const, ...WHAT),
  which: fc.nat(10_000),
  how: fc.nat(1_000_000),
});

/** A place of the world in which things happen, and what was true of each key at every moment. */
export function moveWorld(world: World, account: WorldAccount, place: { region: string; project: string | null }) {
  const history = new Map<string, { at: number; said: Record<string, unknown> }[]>();
  const here = () => account.keys.filter(({ region, project }) => region === place.region && project === place.project);
  const note = (now: Date) => {
    for (const key of here()) {
      const log = history.get(key.keyId) ?? [];
      history.set(key.keyId, log);
      log.push({ at: now.getTime(), said: saidBy({ ...structuredClone(key.facts), absent: { ...key.absent } }) });
    }
  };
  return {
    here,
    note,
    /** What the cloud would have said of a key at a moment that was noted. */
    saidAt: (keyId: string, at: number) => history.get(keyId)?.findLast((entry) => entry.at <= at)?.said,
    happen({ what, which, how }: Happening, now: Date): void {
      const keys = here();
      const key = keys[which % keys.length];
      if (what === "made") addKey(world, account, place, { label: `made-${now.getTime()}-${which}-${how}-${keys.length}` });
      else if (what === "removed" && key && keys.length > 12) removeKey(account, key);
      else if (key) change(key, what, how, now);
    },
  };
}

function change(key: WorldKey, what: Happening["what"], how: number, now: Date): void {
  const at = (hours: number) => new Date(Math.floor(now.getTime() / 1000) * 1000 + hours * HOUR_MS).toISOString();
  const rotates = key.absent.rotation === undefined;
  const isAlibaba = key.arn !== null;
  if (what === "description") return changeKey(key, { description: `purpose ${how}` });
  if (what === "tags" && (isAlibaba || key.facts.manager !== "service"))
    return changeKey(key, { tags: how % 3 === 0 ? {} : { team: `t${how}`, __proto__x: "y" } });
  if (what === "state") {
    const state = ["enabled", "disabled", "pending-deletion"][how % 3] ?? "enabled";
    return changeKey(key, { state, deletesAt: state === "pending-deletion" ? at(7 * 24 + (how % 100)) : null });
  }
  if (what === "rescheduled" && key.facts.state === "pending-deletion") return changeKey(key, { deletesAt: at(8 * 24 + (how % 100)) });
  if (what === "protection" && isAlibaba && key.absent.deletionProtection === undefined)
    return changeKey(key, { deletionProtection: key.facts.deletionProtection === "on" ? "off" : "on" });
  if (what === "material" && key.facts.origin === "imported") {
    const isThere = key.facts.state !== "pending-import";
    return changeKey(key, { state: isThere ? "pending-import" : "enabled", deletesAt: null, expiresAt: isThere ? null : at(how % 2_000) });
  }
  if (what === "aliases") {
    const alias = isAlibaba ? `alias/a${how}` : `a${how}`;
    return key.facts.manager === "service" ? undefined : changeKey(key, { alias, aliases: [alias] });
  }
  if (what === "rotation" && rotates) {
    const isOn = how % 2 === 0;
    const days = 1 + (how % 3);
    return changeKey(key, {
      rotation: isOn ? "on" : "off",
      rotationIntervalDays: isOn ? days : null,
      ...(isAlibaba ? { nextRotationAt: isOn ? at(days * 24) : null } : {}),
    });
  }
  if (what === "rotated" && rotates && key.facts.rotation === "on") {
    const next = isAlibaba ? { nextRotationAt: at((key.facts.rotationIntervalDays ?? 1) * 24) } : {};
    return changeKey(key, { lastRotatedAt: at(0), ...next });
  }
  if (what === "service" && isAlibaba && rotates !== (key.facts.manager === "service")) turnService(key, how);
}

/** A name under alias/acs/ makes a key the cloud's own, and its loss a customer's again: what a describe says of it means something else then. */
function turnService(key: WorldKey, how: number): void {
  const isService = key.facts.manager === "service";
  const alias = isService ? `alias/b${how}` : `alias/acs/b${how}`;
  if ("Creator" in key.wire) return;
  changeKey(key, { alias, aliases: [alias], manager: isService ? "customer" : "service" });
  for (const field of ROTATION) {
    if (isService) delete key.absent[field];
    else key.absent[field] = "not-applicable";
  }
}
