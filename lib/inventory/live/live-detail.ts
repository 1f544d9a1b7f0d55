import type { KeyDetail } from "../../model/key.ts";
import { wellFormed } from "../../model/well-formed.ts";
import { readKeyOf } from "../../reading/hear.ts";
import { unaskedExtras } from "../unasked-extras.ts";
import { liveRow, type LiveSource } from "./live-source.ts";

/** A key with everything that was heard of it now: its row, who said what, and the cloud's own words. */
export function liveDetail(live: LiveSource, keyId: string): KeyDetail {
  const key = readKeyOf(live.reading, keyId);
  return { ...liveRow(live, key), facts: key.facts, raw: wellFormed(key.raw), extras: unaskedExtras(live.reading.cloud) };
}
