import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Emulators, startEmulators } from "#emulators/index.ts";
import { FACT_FIELDS } from "#lib/model/key.ts";
import { toKeyRow } from "#lib/model/to-key-row.ts";
import { CLOUDS } from "#lib/model/vocabulary.ts";
import { readSource, type SourceReading } from "#lib/sync/read-source.ts";
import type { Io } from "../cloud.ts";
import { type Exchange, recordingIo, replayingIo } from "./testing/exchanges.ts";
import { expectCleanPrototypes, expectSoundFailure, expectSoundKey } from "./testing/expect-sound.ts";
import { FUZZ } from "./testing/fuzz-settings.ts";
import { listedIds } from "./testing/listed-ids.ts";
import { openPlace, type Place, UNKNOWN } from "./testing/record-asks.ts";
import { spoiling, spoiltText } from "./testing/spoilt-text.ts";

let emulators: Emulators;
beforeAll(async () => {
  emulators = await startEmulators({ pageSize: 4 });
});
afterAll(() => emulators.close());

function read(place: Place, io: Io): Promise<SourceReading> {
  return readSource({
    cloud: place.cloud,
    connection: place.connect(io),
    source: place.source,
    at: { account: "a", ...place.source },
    held: new Map(),
    acceptDrop: false,
    light: null,
    signal: new AbortController().signal,
    onProgress: () => undefined,
  });
}

describe.each(CLOUDS)("a source of %s", (cloud) => {
  it(
    "of which some answers are spoilt is read with every key that was named, and sound in every cell, or not read at all",
    async () => {
      const account = emulators.world.accounts.find((each) => each.cloud === cloud);
      if (!account) throw new Error(`no account of ${cloud}`);
      const place = await openPlace(emulators, account);
      const exchanges: Exchange[] = [];
      const whole = await read(place, recordingIo(place.io, exchanges));
      expect(whole.kind === "whole" && whole.keys.length).toBeGreaterThan(5);
      const property = fc.asyncProperty(fc.array(fc.tuple(fc.nat(), spoiling), { minLength: 1, maxLength: 3 }), async (spoilings) => {
        const spoilt = exchanges.map((each) => ({ ...each }));
        for (const [nth, how] of spoilings) {
          const each = spoilt[nth % spoilt.length];
          if (each) each.answer = { ...each.answer, text: spoiltText(each.answer.text, how) };
        }
        const served: Exchange[] = [];
        const [outcome] = await Promise.allSettled([read(place, replayingIo(spoilt, UNKNOWN[cloud], served, 3 * exchanges.length + 20))]);
        expectCleanPrototypes();
        if (outcome.status === "rejected") return expectSoundFailure(outcome.reason, place.secrets);
        if (outcome.value.kind === "held") throw new Error("nothing was held before");
        const { keys, problems, countMismatch, claimed } = outcome.value;
        const ids = new Set(keys.map(({ keyId }) => keyId));
        const last = new Map(served.map((each) => [each.asked, each]));
        for (const { operation, answer } of last.values()) {
          if (/^(ListKeys|list-keys)$/.test(operation)) for (const id of listedIds(operation, answer.text)) expect([ids.has(id), id]).toEqual([true, id]);
        }
        expect(countMismatch || claimed === null || claimed === ids.size).toBe(true);
        for (const key of keys) {
          expectSoundKey(key, FACT_FIELDS);
          const seen = { firstSeenAt: "2026-01-01T00:00:00Z", lastSeenAt: "2026-01-01T00:00:00Z", presence: "present" as const, goneAt: null };
          const row = toKeyRow({ cloud, cloudAccount: "1", account: { id: "a", name: "A" }, ...place.source }, key, seen);
          expect(JSON.stringify(row).isWellFormed()).toBe(true);
        }
        for (const secret of place.secrets) expect(JSON.stringify(problems)).not.toContain(secret);
      });
      await fc.assert(property, { seed: FUZZ.seed, numRuns: FUZZ.readings });
    },
    FUZZ.timeoutMs,
  );
});
