import type { KeyRow } from "../../model/key.ts";
import type { ReadKey } from "../../model/reading.ts";
import { toKeyRow } from "../../model/to-key-row.ts";
import { type Change, changesOf } from "./changes-of.ts";
import type { Absentee, Listing } from "./listing.ts";
import { isSameRow } from "./same-row.ts";

/** A key as the store holds it before a swap. */
export interface HeldKey {
  row: KeyRow;
  /** Complete listings in a row that lacked it while nobody answered for it. */
  missedListings: number;
}

export interface PlannedKey {
  row: KeyRow;
  missedListings: number;
  /** What was read this time; null for a key that nobody answered for: its last facts stay. */
  read: ReadKey | null;
}

export interface SwapPlan {
  /** Only what differs from what is held. */
  writes: PlannedKey[];
  changes: Change[];
  /** Keys that are present or missing after the swap. */
  held: number;
}

/** How many complete listings in a row may lack a key that nobody answers for. */
const MISSED_LISTINGS = 2;

/**
 * What a complete listing changes. A key of the listing is present; one that the listing lacks is gone when the cloud knows it no more, missing while it
 * still answers for it, and, without an answer, missing first and gone after the second listing. Tombstones keep their last facts.
 * @param held every key of the source, gone ones too, by key id
 * @param lastReadAt when the source was last read: until then its present keys were seen
 */
export function planSwap(held: ReadonlyMap<string, HeldKey>, lastReadAt: string | null, listing: Listing): SwapPlan {
  const plan: SwapPlan = { writes: [], changes: [], held: 0 };
  const settled = new Set<string>();
  const settle = (next: PlannedKey) => {
    const before = held.get(next.row.keyId);
    settled.add(next.row.keyId);
    if (next.row.presence !== "gone") plan.held += 1;
    if (before && before.missedListings === next.missedListings && isSameRow(before.row, next.row)) return;
    plan.writes.push(next);
    if (before)
      plan.changes.push(
        ...changesOf(before.row, next.row, listing.at, (field) => (field !== "presence" && next.read?.facts[field]?.operation) || listing.operation),
      );
  };
  for (const key of listing.keys) settle(present(key, held.get(key.keyId), listing));
  for (const absentee of listing.absentees) {
    const before = held.get(absentee.keyId);
    if (!before && absentee.answer === "vanished") settle(tombstone(absentee.key, listing));
    if (before && before.row.presence !== "gone" && !settled.has(absentee.keyId)) settle(absent(absentee, before, lastReadAt, listing));
  }
  for (const [keyId, { row }] of held) if (!settled.has(keyId) && row.presence !== "gone") plan.held += 1;
  return plan;
}

function present(key: ReadKey, before: HeldKey | undefined, { place, at }: Listing): PlannedKey {
  const row = toKeyRow(place, key, { firstSeenAt: before?.row.firstSeenAt ?? at, lastSeenAt: at, presence: "present", goneAt: null });
  return { row, missedListings: 0, read: key };
}

function tombstone(key: ReadKey, { place, at }: Listing): PlannedKey {
  return { row: toKeyRow(place, key, { firstSeenAt: at, lastSeenAt: at, presence: "gone", goneAt: at }), missedListings: 1, read: key };
}

function absent(absentee: Absentee, { row, missedListings }: HeldKey, lastReadAt: string | null, { place, at }: Listing): PlannedKey {
  const { firstSeenAt } = row;
  if (absentee.answer === "found") {
    return { row: toKeyRow(place, absentee.key, { firstSeenAt, lastSeenAt: at, presence: "missing", goneAt: null }), missedListings: 0, read: absentee.key };
  }
  const lastSeenAt = row.presence === "present" && lastReadAt ? lastReadAt : row.lastSeenAt;
  const missed = missedListings + 1;
  const isGone = absentee.answer === "not-found" || absentee.answer === "vanished" || missed >= MISSED_LISTINGS;
  return { row: { ...row, lastSeenAt, presence: isGone ? "gone" : "missing", goneAt: isGone ? at : null }, missedListings: missed, read: null };
}
