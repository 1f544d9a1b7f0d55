import type { NativeFilter } from "../clouds/cloud.ts";
import { walkKeys } from "../clouds/walk-keys.ts";
import { CloudError } from "../model/problem.ts";
import type { Call } from "../model/reading.ts";
import { checkKeyId } from "./check-key-id.ts";
import { checkRecord } from "./check-record.ts";
import { hear } from "./hear.ts";
import type { OpenReading } from "./open-reading.ts";

/** Beyond any quota of any cloud: a listing of ever new keys is no listing, and would fill the memory before its pages run out. */
const MOST_KEYS = 250_000;

export interface Listed {
  /** The key ids of this listing. */
  keyIds: Set<string>;
  /** What the cloud claimed on the last page. */
  claimed: number | null;
  /** True when every page claimed as many: a key that went between two pages pulls another one over the edge, and the counts agree all the same. */
  isSteady: boolean;
  operation: string;
  pages: number;
  /** Filter fields that went out on each page, and those that the cloud refused to take on any. */
  pushedDown: string[];
  refused: string[];
  /** Specs beyond which this cloud may list nothing; null = it lists all. */
  onlySpecs: readonly string[] | null;
}

/**
 * Hears all pages of a listing. A key that was listed before is heard anew. Throws CloudError, `protocol` too for ids that cannot be kept, and the reason
 * of an abort.
 */
export async function listKeys(
  reading: OpenReading,
  options: { filter?: NativeFilter; onPage?: (listed: number, claimed: number | null) => void } = {},
): Promise<Listed> {
  const filter = options.filter ?? {};
  const listed: Listed = {
    keyIds: new Set(),
    claimed: null,
    isSteady: true,
    operation: "list",
    pages: 0,
    pushedDown: Object.keys(filter),
    refused: [],
    onlySpecs: null,
  };
  for await (const page of walkKeys(reading.connection, reading.source, { filter })) {
    reading.signal?.throwIfAborted();
    reading.pages += 1;
    listed.isSteady &&= listed.pages === 0 || page.claimed === listed.claimed;
    listed.pages += 1;
    listed.claimed = page.claimed;
    listed.operation = page.call.operation;
    listed.pushedDown = listed.pushedDown.filter((field) => page.pushedDown.includes(field));
    listed.refused = [...new Set([...listed.refused, ...(page.refused ?? [])])];
    listed.onlySpecs = page.onlySpecs ?? listed.onlySpecs;
    for (const item of page.items) {
      checkKeyId(item.keyId, page.call);
      checkRecord(item, page.call);
      listed.keyIds.add(item.keyId);
      const earlier = reading.heard.get(item.keyId);
      if (earlier)
        reading.heard.set(
          item.keyId,
          earlier.filter(({ step }) => step !== "listed"),
        );
      hear(reading, "listed", { reading: item, call: page.call });
    }
    if (listed.keyIds.size > MOST_KEYS) throw endless(page.call);
    options.onPage?.(listed.keyIds.size, page.claimed);
  }
  return listed;
}

function endless({ operation, requestId }: Call): CloudError {
  const message = `The listing did not end after ${MOST_KEYS} keys.`;
  return new CloudError({ kind: "protocol", operation, code: "listing_endless", message, requestId });
}
