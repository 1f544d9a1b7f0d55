import { absentReading } from "#lib/model/absent-reading.ts";
import { FACT_FIELDS } from "#lib/model/key.ts";
import { mergeReadings, type ReadingPart } from "#lib/model/merge-readings.ts";
import { CloudError } from "#lib/model/problem.ts";
import type { Call, KeyReading, ReadKey } from "#lib/model/reading.ts";
import type { SourceAddress } from "#lib/model/source.ts";
import type { Answer, Cloud, Connection, Sweep } from "../cloud.ts";
import { walkKeys } from "../walk-keys.ts";

type Parts = Map<string, ReadingPart[]>;

/** A source read whole in the plainest way, key id → key: the contract suite's own reader. */
export async function readSource(cloud: Cloud, connection: Connection, source: SourceAddress): Promise<Map<string, ReadKey>> {
  const parts: Parts = new Map();
  for await (const page of walkKeys(connection, source)) {
    for (const reading of page.items) parts.set(reading.keyId, [{ reading, call: page.call }]);
  }
  for (const sweep of connection.sweeps) await readSweep(sweep, source, parts);
  const swept = new Set(connection.sweeps.flatMap((sweep) => sweep.fields));
  await Promise.all(
    [...parts].map(async ([keyId, own]) => {
      if (!own[0]?.reading.described) {
        own.push(
          await orDenied(
            () => connection.describeKey(source, keyId),
            () =>
              absentReading(
                keyId,
                FACT_FIELDS.filter((field) => !swept.has(field)),
                { reason: "denied" },
              ),
          ),
        );
      }
      for (const detail of connection.details) {
        if (!detail.applies(mergeReadings(cloud, own))) continue;
        own.push(
          await orDenied(
            () => detail.read(source, keyId),
            () => absentReading(keyId, detail.fields, { reason: "denied" }),
          ),
        );
      }
    }),
  );
  return new Map([...parts].map(([keyId, own]) => [keyId, mergeReadings(cloud, own)]));
}

async function readSweep(sweep: Sweep, source: SourceAddress, parts: Parts): Promise<void> {
  const keyIds = [...parts.keys()];
  const size = sweep.batch ?? Math.max(1, keyIds.length);
  const told = new Set<string>();
  let call: Call = { operation: sweep.operation, at: "", requestId: null };
  for (let start = 0; start < Math.max(1, keyIds.length); start += size) {
    let pageToken: string | null = null;
    do {
      const page = await sweep.page(source, { pageToken, keyIds: sweep.batch ? keyIds.slice(start, start + size) : [] });
      for (const reading of page.readings) {
        told.add(reading.keyId);
        parts.get(reading.keyId)?.push({ reading, call: page.call });
      }
      ({ next: pageToken, call } = page);
    } while (pageToken !== null);
  }
  for (const keyId of keyIds) {
    if (!told.has(keyId)) parts.get(keyId)?.push({ reading: { keyId, arn: null, values: sweep.empty, absent: {}, raw: null, described: false }, call });
  }
}

async function orDenied(ask: () => Promise<Answer<KeyReading>>, otherwise: () => KeyReading): Promise<ReadingPart> {
  try {
    const { value, call } = await ask();
    return { reading: value, call };
  } catch (error) {
    if (!(error instanceof CloudError) || error.kind !== "forbidden") throw error;
    return { reading: otherwise(), call: { operation: error.operation, at: new Date().toISOString(), requestId: error.requestId } };
  }
}
