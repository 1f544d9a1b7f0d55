import type { Cloud } from "../clouds/cloud.ts";
import { EXTRA_NAMES, type ExtraName, type ToldExtras } from "../model/extras.ts";

/** The extras of a key that nobody has asked for: each is pending, or unreported where the cloud has no such thing. */
export function unaskedExtras(cloud: Pick<Cloud, "extras">): ToldExtras {
  const unasked = (name: ExtraName) => ({ absent: cloud.extras.includes(name) ? ("pending" as const) : ("unreported" as const), note: null, fact: null });
  return Object.fromEntries(EXTRA_NAMES.map((name) => [name, unasked(name)])) as ToldExtras;
}
