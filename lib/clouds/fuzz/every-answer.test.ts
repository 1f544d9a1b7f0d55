import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Emulators, startEmulators } from "#emulators/index.ts";
import { CLOUDS } from "#lib/model/vocabulary.ts";
import type { KeyPage, SweepPage } from "../cloud.ts";
import { type Exchange, replayingIo } from "./testing/exchanges.ts";
import { expectCleanPrototypes, expectSoundAnswer, expectSoundFailure } from "./testing/expect-sound.ts";
import { FUZZ } from "./testing/fuzz-settings.ts";
import { listedIds } from "./testing/listed-ids.ts";
import { openPlace, type Recorded, recordAsks, UNKNOWN } from "./testing/record-asks.ts";
import { spoiling, spoiltText } from "./testing/spoilt-text.ts";

let emulators: Emulators;
beforeAll(async () => {
  emulators = await startEmulators({ pageSize: 4 });
});
afterAll(() => emulators.close());

/** Every operation of the cloud, by each kind of credential, as the emulators really answer it. */
async function recordCloud(cloud: (typeof CLOUDS)[number]): Promise<Recorded[]> {
  const account = emulators.world.accounts.find((each) => each.cloud === cloud && Object.keys(each.trouble).length > 0);
  if (!account) throw new Error(`no account of ${cloud}`);
  const asks: Recorded[] = [];
  for (const credential of [account.credential, ...account.otherCredentials]) asks.push(...(await recordAsks(await openPlace(emulators, account, credential))));
  return asks;
}

/** Whoever a page speaks of: nobody whom a readable row names may be left out. */
function namedIn(told: unknown): string[] {
  const page = told as Partial<KeyPage & SweepPage>;
  return [...(page.items ?? []), ...(page.readings ?? [])].map(({ keyId }) => keyId);
}

describe.each(CLOUDS)("%s", (cloud) => {
  it(
    "spoilt anywhere, every answer is taken for what it still says, or refused in so many words",
    async () => {
      const asks = await recordCloud(cloud);
      for (const ask of asks) expectSoundAnswer(await replay(ask, ask.exchanges, []));
      const property = fc.asyncProperty(fc.nat(), fc.nat(), spoiling, async (nth, which, how) => {
        const ask = asks[nth % asks.length] as Recorded;
        // The last one most often: the others are the signing in before it.
        const place = which % 4 === 0 ? (which >> 2) % ask.exchanges.length : ask.exchanges.length - 1;
        const spoilt = ask.exchanges.map((each, n) => (n === place ? { ...each, answer: { ...each.answer, text: spoiltText(each.answer.text, how) } } : each));
        const served: Exchange[] = [];
        const [outcome] = await Promise.allSettled([replay(ask, spoilt, served)]);
        expectCleanPrototypes();
        if (outcome.status === "rejected") return expectSoundFailure(outcome.reason, ask.place.secrets);
        expectSoundAnswer(outcome.value);
        expect(() => JSON.stringify(outcome.value)).not.toThrow();
        const named = namedIn(outcome.value);
        for (const { operation, answer } of served)
          for (const id of listedIds(operation, answer.text)) expect([ask.name, named.includes(id), id]).toEqual([ask.name, true, id]);
      });
      await fc.assert(property, { seed: FUZZ.seed, numRuns: FUZZ.answers, ...(FUZZ.path ? { path: FUZZ.path } : {}) });
    },
    FUZZ.timeoutMs,
  );
});

const MOST_CALLS = 250;

function replay(ask: Recorded, exchanges: Exchange[], served: Exchange[]): Promise<unknown> {
  return ask.run(ask.place.connect(replayingIo(exchanges, UNKNOWN[ask.place.cloud.id], served, MOST_CALLS)));
}
