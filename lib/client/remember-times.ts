import { LOCAL_ZONE } from "../model/times.ts";
import { remember } from "./remember-preference.ts";

/** Keeps how times are shown; they come with the next answer of the server. The server cannot know the zone of a machine, so it is told with it. */
export function rememberTimes({ zone, style }: { zone?: string; style?: string }): void {
  if (zone) remember("zone", zone === LOCAL_ZONE ? `${LOCAL_ZONE}:${machineZone()}` : zone);
  if (style) remember("times", style);
}

/** Tells the server where the machine is now; false when it knows. */
export function followMachine(): boolean {
  if (document.cookie.includes(`keyatlas-zone=${LOCAL_ZONE}:${machineZone()}`)) return false;
  rememberTimes({ zone: LOCAL_ZONE });
  return true;
}

export const machineZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;
