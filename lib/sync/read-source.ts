import type { Cloud, Connection } from "../clouds/cloud.ts";
import type { CloudError, Problem } from "../model/problem.ts";
import type { ReadKey } from "../model/reading.ts";
import type { SourceAddress } from "../model/source.ts";
import { askAbout } from "../reading/ask-about.ts";
import { askDetails } from "../reading/ask-details.ts";
import { describeKeys } from "../reading/describe-keys.ts";
import { readKeyOf } from "../reading/hear.ts";
import { type OpenReading, openReading } from "../reading/open-reading.ts";
import { sweepKeys } from "../reading/sweep-keys.ts";
import type { ProblemPlace } from "../reading/to-problem.ts";
import type { Absentee, Listing } from "../store/swap/listing.ts";
import type { HeldKey } from "../store/swap/plan-swap.ts";
import { askAbsentees } from "./ask-absentees.ts";
import { checksOf } from "./checks-of.ts";
import { changedBySweeps } from "./light/changed-by-sweeps.ts";
import { chooseDescribes } from "./light/choose-describes.ts";
import { keepDetails } from "./light/keep-details.ts";
import type { LightOrder } from "./light/light-order.ts";
import { limitedTo, limitOf } from "../reading/limited-listing.ts";
import { listTwice, type WholeListing } from "./list-twice.ts";
import { confirmVanished } from "./confirm-vanished.ts";
import { massDrop } from "./mass-drop.ts";
import { ownProblem } from "../reading/own-problem.ts";

export interface ReadOrder {
  cloud: Cloud;
  connection: Connection;
  source: SourceAddress;
  /** How problems name the source. */
  at: ProblemPlace;
  /** Every key that the store has of it, gone ones too. */
  held: ReadonlyMap<string, HeldKey>;
  /** An operator accepted that many keys are lacking. */
  acceptDrop: boolean;
  /** What a light reading may lean on; null = every key is described. */
  light: LightOrder | null;
  signal: AbortSignal;
  onProgress: (done: number, expected: number | null) => void;
}

/** A source read whole, or held by the brake. `described` counts the keys that were asked about one by one. */
export type SourceReading =
  | (Omit<Listing, "place" | "at" | "nextSeconds" | "cost"> & { kind: "whole"; described: number })
  | { kind: "held"; problem: Problem };

/**
 * Reads a source: all pages, the keys that the listing lacked, sweeps, describes, details. Writes nothing. Throws CloudError when the listing fails,
 * when the credential is refused on the way, or when a cloud that answered before stopped answering for most of the keys.
 */
export async function readSource(order: ReadOrder): Promise<SourceReading> {
  const { cloud, connection, source, at, held, signal, onProgress } = order;
  const reading = openReading({ cloud, connection, source, at, signal });
  const list = await listTwice(reading, (listed, claimed) => onProgress(0, Math.max(listed, claimed ?? 0)));
  const { keyIds, countMismatch, operation } = list;
  const brake = (listed: ReadonlySet<string>): SourceReading | null => {
    const drop = countMismatch || order.acceptDrop ? null : massDrop(held, listed);
    const words = `The listing lacks ${drop?.lacking} of ${drop?.of} keys. Nothing was changed; an operator can accept it.`;
    return drop && { kind: "held", problem: ownProblem(at, "mass-drop", words, operation) };
  };
  const braked = brake(keyIds);
  if (braked) return braked;

  const lacking = countMismatch ? [] : [...held].filter(([keyId, { row }]) => row.presence !== "gone" && !keyIds.has(keyId)).map(([, { row }]) => row);
  const { found, others } = await askAbsentees(reading, lacking);
  const living = [...keyIds, ...found];
  // Some clouds allow one call a second for what they say about themselves: side by side, that costs no time.
  const [about, vanished] = await Promise.all([askAbout(reading), askKeys(reading, order, { list, living })]);
  const { gone, claimed, listed } = await confirmVanished(reading, vanished, list);
  const brakedAgain = listed && brake(listed);
  if (brakedAgain) return brakedAgain;
  const keys = [...keyIds].filter((keyId) => !gone.includes(keyId)).map((keyId) => readKeyOf(reading, keyId));
  const onlySpecs = limitOf(list, keys);
  return {
    kind: "whole",
    keys,
    absentees: [
      ...others,
      ...found.map((keyId): Absentee => ({ answer: "found", keyId, key: readKeyOf(reading, keyId) })),
      ...gone.map((keyId): Absentee => ({ answer: "vanished", keyId, key: readKeyOf(reading, keyId), operation })),
    ],
    claimed,
    countMismatch,
    operation,
    problems: [...(countMismatch ? [mismatchOf(at, list)] : []), ...(onlySpecs ? [limitedTo(at, onlySpecs, operation)] : []), ...reading.problems.list()],
    checks: checksOf(reading, living),
    about,
    onlySpecs,
    mayMiss: missed(cloud, keys),
    described: reading.single.size,
  };
}

/** No keys prove nothing about a filter. */
function missed({ mayMiss }: Cloud, keys: readonly ReadKey[]): string[] {
  return mayMiss && (keys.length === 0 || keys.some((key) => mayMiss.misses(key))) ? [mayMiss.field] : [];
}

/** Everything that is asked of keys. */
async function askKeys(reading: OpenReading, order: ReadOrder, { list, living }: { list: WholeListing; living: string[] }): Promise<Map<string, CloudError>> {
  const { light } = order;
  const wanted = light ? await chooseDescribes(reading, light, list.keyIds, list.pages) : [...list.keyIds];
  const vanished = await describeAndSweep(reading, order, living, wanted);
  if (light) keepDetails(reading, light, list.keyIds);
  await askDetails(reading, living);
  order.onProgress(living.length, living.length);
  return vanished;
}

/** Side by side: sweeps take as many calls as there are pages, describes as many as there are keys. */
async function describeAndSweep(
  reading: OpenReading,
  { held, light, onProgress }: ReadOrder,
  living: string[],
  wanted: string[],
): Promise<Map<string, CloudError>> {
  const vanished = new Map<string, CloudError>();
  let done = living.length - wanted.length;
  const [{ asked, unanswered }] = await Promise.all([
    describeKeys(reading, wanted, { onKey: () => onProgress(++done, living.length), vanished }),
    sweepKeys(reading, living),
  ]);
  refuseOutage(asked, unanswered, held);
  if (light) await describeKeys(reading, changedBySweeps(reading, light, living));
  return vanished;
}

/** Cells that were known must not all turn to "failed" because the cloud went down in the middle: then the old ones stay, as stale. */
function refuseOutage(asked: number, unanswered: CloudError[], held: ReadonlyMap<string, HeldKey>): void {
  const [first] = unanswered;
  if (first && held.size > 0 && unanswered.length > asked / 2) throw first;
}

function mismatchOf(at: ProblemPlace, { claimed, keyIds, isSteady, operation }: WholeListing): Problem {
  const what = isSteady ? `The cloud claims ${claimed} keys and listed ${keyIds.size}` : "The number of keys changed while the cloud listed them";
  const words = `${what}, twice running. No key was marked missing or gone.`;
  return ownProblem(at, "count-mismatch", words, operation);
}
