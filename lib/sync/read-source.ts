import type { Cloud, Connection } from "../clouds/cloud.ts";
import { mergeReadings, type ReadingPart } from "../model/merge-readings.ts";
import type { CloudError, Problem } from "../model/problem.ts";
import type { ReadKey } from "../model/reading.ts";
import type { SourceAddress } from "../model/source.ts";
import type { Absentee } from "../store/swap/listing.ts";
import type { HeldKey } from "../store/swap/plan-swap.ts";
import { askAbsentees } from "./ask-absentees.ts";
import { describeKeys, readDetails } from "./describe-keys.ts";
import { ownProblem } from "./own-problem.ts";
import { listSource } from "./list-source.ts";
import { massDrop } from "./mass-drop.ts";
import { type ProblemPlace, ReadingNotes } from "./reading-notes.ts";
import { sweepSource } from "./sweep-source.ts";

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
 * Reads a source: all pages, sweeps, describes, details, and the keys that the listing lacked. Writes nothing. Throws CloudError when the listing fails,
 * when the credential is refused on the way, or when a cloud that answered before stopped answering for most of the keys.
 */
export async function readSource(order: ReadOrder): Promise<SourceReading> {
  const { cloud, connection, source, at, held, signal, onProgress } = order;
  const notes = new ReadingNotes(at);
  const list = await listSource(connection, source, (listed, claimed) => {
    signal.throwIfAborted();
    onProgress(0, Math.max(listed, claimed ?? 0));
  });
  const { keys, countMismatch, operation } = list;
  const drop = countMismatch || order.acceptDrop ? null : massDrop(held, keys);
  if (drop)
    return {
      kind: "held",
      problem: ownProblem(at, "mass-drop", `The listing lacks ${drop.lacking} of ${drop.of} keys. Nothing was changed; an operator can accept it.`, operation),
    };

  const lacking = countMismatch ? [] : [...held].filter(([keyId, { row }]) => row.presence !== "gone" && !keys.has(keyId)).map(([keyId]) => keyId);
  const { found, others } = await askAbsentees({ cloud, connection, source, notes, signal }, lacking);
  const living = new Map([...keys, ...found]);
  for (const sweep of connection.sweeps) {
    signal.throwIfAborted();
    await sweepSource(sweep, source, [...living.keys()], notes, (keyId, part) => living.get(keyId)?.push(part));
  }
  let done = 0;
  const reading = { cloud, connection, source, keys: living, notes, signal, onKey: () => onProgress(++done, living.size) };
  const { asked, unanswered } = await describeKeys(reading);
  refuseOutage(asked, unanswered, held);
  await readDetails(reading);
  onProgress(living.size, living.size);
  const whole = (parts: ReadingPart[]) => mergeReadings(cloud, parts);
  const words = `The cloud claims ${list.claimed} keys and listed ${keys.size}, twice running. No key was marked missing or gone.`;
  const mismatch = ownProblem(at, "count-mismatch", words, operation);
  return {
    kind: "whole",
    keys: [...keys.values()].map(whole),
    absentees: [...others, ...[...found].map(([keyId, parts]): Absentee => ({ answer: "found", keyId, key: whole(parts) }))],
    claimed: list.claimed,
    countMismatch,
    operation,
    problems: [...(countMismatch ? [mismatch] : []), ...notes.problems],
  };
}

/** Cells that were known must not all turn to "failed" because the cloud went down in the middle: then the old ones stay, as stale. */
function refuseOutage(asked: number, unanswered: CloudError[], held: ReadonlyMap<string, HeldKey>): void {
  const [first] = unanswered;
  if (first && held.size > 0 && unanswered.length > asked / 2) throw first;
}
