import type { GrantSlot, Renewable } from "./hold-grant.ts";
import { emptySlot } from "./hold-grant.ts";
import type { Ledger } from "./ledger.ts";
import { processWide } from "./process-wide.ts";

/**
 * How long a grant serves connections that were opened after it was asked for. Whoever holds it keeps it to its end; but rights that somebody was given
 * meanwhile show in new grants only, and nobody should wait for them for long.
 */
const SHARED_MS = 10 * 60_000;

type Slots = Map<string, GrantSlot<Renewable>>;

/** Where the connections of a credential in this process keep what the cloud gave under this name. */
export function sharedSlot<T extends Renewable>(ledger: Ledger, credentialKey: string, name: string): GrantSlot<T> {
  const slots = slotsOf(ledger, credentialKey);
  for (const [each, { asked, askedAt }] of slots) if (!asked && Date.now() - askedAt > SHARED_MS) slots.delete(each);
  const slot = slots.get(name) ?? emptySlot<Renewable>();
  slots.set(name, slot);
  return slot as GrantSlot<T>;
}

/** A person acts, or a reading must see what is true now: what this credential was given before serves no new connection. */
export function forgetGrants(ledger: Ledger, credentialKey: string): void {
  slotsOf(ledger, credentialKey).clear();
}

function slotsOf(ledger: Ledger, credentialKey: string): Slots {
  const all = processWide("grants", () => new WeakMap<Ledger, Map<string, Slots>>());
  const known = all.get(ledger) ?? new Map<string, Slots>();
  all.set(ledger, known);
  for (const [key, slots] of known) if (key !== credentialKey && slots.size === 0) known.delete(key);
  const own = known.get(credentialKey) ?? new Map();
  known.set(credentialKey, own);
  return own;
}
