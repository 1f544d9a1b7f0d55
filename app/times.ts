import { cookies } from "next/headers";
import { TIME_STYLES } from "#lib/model/preferences.ts";
import type { Scope } from "#lib/model/scope.ts";
import { LOCAL_ZONE, type Times, USUAL_TIMES } from "#lib/model/times.ts";
import { knownZone } from "#lib/views/known-zone.ts";
import { readPreferences } from "#lib/views/preferences.ts";

/**
 * How the reader wants to see times, from cookies, so that the HTML is right before any script runs; what this browser was not told, from what they chose
 * elsewhere. Only the browser knows its own zone: until it has said so, that is UTC.
 */
export async function readTimes(scope: Scope): Promise<Times> {
  const jar = await cookies();
  const [zone, style] = [jar.get("keyatlas-zone")?.value, jar.get("keyatlas-times")?.value];
  const kept = zone === undefined || style === undefined ? await readPreferences(scope) : null;
  const [, local, name = ""] = /^(local:)?(.*)$/.exec(zone ?? kept?.timeZone ?? "") ?? [];
  const isLocal = local !== undefined || name === LOCAL_ZONE;
  return {
    zone: knownZone(name) ?? USUAL_TIMES.zone,
    isLocal,
    style: TIME_STYLES.find((known) => known === (style ?? kept?.timeStyle)) ?? USUAL_TIMES.style,
  };
}
