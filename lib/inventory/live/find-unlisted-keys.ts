import type { LiveDifference } from "../../model/answers.ts";
import type { KeyRow } from "../../model/key.ts";
import type { QueryField } from "../../query/fields.ts";
import { factsOf } from "../../query/test-value.ts";
import { readKeyOf } from "../../reading/hear.ts";
import { sweepOneKey } from "../../reading/sweep-one-key.ts";
import { describeByName } from "./ask-missing.ts";
import { differingFields } from "./differing-fields.ts";
import { liveRow, type LiveSource } from "./live-source.ts";

/** Keys asked for by name in one answer. */
const MOST_ASKED = 20;

interface Unlisted {
  found: LiveDifference[];
  /** Keys of which nobody knows what became of them: too many, or the cloud did not say. */
  unasked: number;
}

/**
 * What became of stored keys that no listing of now named. The cloud is asked for each by name: one that it knows no more is gone, and another has changed,
 * so that a filter of the cloud left it out, or is lacking in the listing (`presence`). Beyond the bound a key that a whole listing lacks is gone.
 */
export async function findUnlistedKeys(lives: readonly LiveSource[], stored: readonly KeyRow[]): Promise<Unlisted> {
  const places = new Map(lives.map((live) => [placeOf({ account: live.source.account, ...live.reading.source }), live]));
  const asked = await Promise.all(
    stored.map(async (before, i) => {
      const live = places.get(placeOf(before));
      if (!live) return null;
      if (i < MOST_ASKED) return whatBecameOf(live, before);
      return isWhole(live) ? gone(before) : null;
    }),
  );
  const found = asked.filter((each) => each !== null);
  return { found, unasked: stored.length - found.length };
}

async function whatBecameOf(live: LiveSource, before: KeyRow): Promise<LiveDifference | null> {
  const { reading } = live;
  const answer = await describeByName(live, before);
  if (answer !== "found") return answer === "gone" ? gone(before) : null;
  const pushed = live.pushedDown.flatMap((field) => factsOf(field as QueryField));
  if (reading.connection.sweeps.some(({ fields }) => fields.some((field) => pushed.includes(field)))) await sweepOneKey(reading, before.keyId);
  const fields = differingFields(before, liveRow(live, readKeyOf(reading, before.keyId)));
  reading.heard.delete(before.keyId);
  return { ref: before.ref, alias: before.alias, kind: "changed", fields: fields.length > 0 ? fields : ["presence"] };
}

/** A listing that names every key there is: unfiltered, of all specs, and of as many keys as the cloud claims. */
const isWhole = ({ pushedDown, onlySpecs, countMismatch }: LiveSource) => pushedDown.length === 0 && onlySpecs === null && !countMismatch;

const gone = ({ ref, alias }: KeyRow): LiveDifference => ({ ref, alias, kind: "gone", fields: [] });
const placeOf = (at: { account: { id: string }; region: string; project: string | null }) => JSON.stringify([at.account.id, at.region, at.project]);
