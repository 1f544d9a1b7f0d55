import type { Cloud, Connection } from "../clouds/cloud.ts";
import type { CloudError, Problem } from "../model/problem.ts";
import type { ReadKey } from "../model/reading.ts";
import type { SourceAddress } from "../model/source.ts";
import { askDetails } from "../reading/ask-details.ts";
import { describeKeys } from "../reading/describe-keys.ts";
import { readKeyOf } from "../reading/hear.ts";
import { openReading } from "../reading/open-reading.ts";
import { sweepKeys } from "../reading/sweep-keys.ts";
import type { ProblemPlace } from "../reading/to-problem.ts";
import type { Absentee } from "../store/swap/listing.ts";
import type { HeldKey } from "../store/swap/plan-swap.ts";
import { askAbsentees } from "./ask-absentees.ts";
import { listTwice } from "./list-twice.ts";
import { massDrop } from "./mass-drop.ts";
import { ownProblem } from "./own-problem.ts";

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
  signal: AbortSignal;
  onProgress: (done: number, expected: number | null) => void;
}

/** A source read whole, or held by the brake. */
export type SourceReading =
  | { kind: "whole"; keys: ReadKey[]; absentees: Absentee[]; claimed: number | null; countMismatch: boolean; operation: string; problems: Problem[] }
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
  const drop = countMismatch || order.acceptDrop ? null : massDrop(held, keyIds);
  if (drop)
    return {
      kind: "held",
      problem: ownProblem(at, "mass-drop", `The listing lacks ${drop.lacking} of ${drop.of} keys. Nothing was changed; an operator can accept it.`, operation),
    };

  const lacking = countMismatch ? [] : [...held].filter(([keyId, { row }]) => row.presence !== "gone" && !keyIds.has(keyId)).map(([keyId]) => keyId);
  const { found, others } = await askAbsentees(reading, lacking);
  const living = [...keyIds, ...found];
  let done = 0;
  const [{ asked, unanswered }] = await Promise.all([describeKeys(reading, living, () => onProgress(++done, living.length)), sweepKeys(reading, living)]);
  refuseOutage(asked, unanswered, held);
  await askDetails(reading, living);
  onProgress(living.length, living.length);
  const words = `The cloud claims ${list.claimed} keys and listed ${keyIds.size}, twice running. No key was marked missing or gone.`;
  const mismatch = ownProblem(at, "count-mismatch", words, operation);
  return {
    kind: "whole",
    keys: [...keyIds].map((keyId) => readKeyOf(reading, keyId)),
    absentees: [...others, ...found.map((keyId): Absentee => ({ answer: "found", keyId, key: readKeyOf(reading, keyId) }))],
    claimed: list.claimed,
    countMismatch,
    operation,
    problems: [...(countMismatch ? [mismatch] : []), ...reading.problems.list()],
  };
}

/** Cells that were known must not all turn to "failed" because the cloud went down in the middle: then the old ones stay, as stale. */
function refuseOutage(asked: number, unanswered: CloudError[], held: ReadonlyMap<string, HeldKey>): void {
  const [first] = unanswered;
  if (first && held.size > 0 && unanswered.length > asked / 2) throw first;
}
