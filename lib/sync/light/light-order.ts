import { env } from "../../env.ts";
import type { Claim } from "../../store/source-lease.ts";
import type { HeldKey } from "../../store/swap/plan-swap.ts";
import { type KnownKey, readKnownKeys } from "../../store/swap/read-known-keys.ts";
import { longestPeriodMs } from "../end-claim.ts";

/** What a light reading may lean on. */
export interface LightOrder {
  /** Keys whose describes and details are known, by key id. */
  known: ReadonlyMap<string, KnownKey>;
  /** How long the answer of a call about one key may stand, and the longest time until the next reading, both in milliseconds. */
  allowedMs: number;
  gapMs: number;
  now: Date;
}

export async function lightOrder(claim: Claim, held: ReadonlyMap<string, HeldKey>): Promise<LightOrder> {
  return { known: await readKnownKeys(claim, held), allowedMs: env().describeHours * 3_600_000, gapMs: longestPeriodMs(), now: new Date() };
}
