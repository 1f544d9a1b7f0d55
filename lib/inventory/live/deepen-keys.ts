import PQueue from "p-queue";
import type { Answer } from "../../clouds/cloud.ts";
import { absentReading } from "../../model/absent-reading.ts";
import { FACT_FIELDS, type FactField } from "../../model/key.ts";
import { CloudError } from "../../model/problem.ts";
import type { KeyReading } from "../../model/reading.ts";
import { hear, type LiveSource, readKeyOf } from "./live-source.ts";

/** Keys asked for at a time; the way out paces the calls itself. */
const AT_ONCE = 5;

const DESCRIBE = "describe";

/** Failures of one detail in a row with the same code, after which the remaining keys get the same absence unasked. */
const STREAK = 3;

/**
 * Describes these keys where their listing did not, and asks the details that make sense for each.
 * `fields` limits the details to those that tell one of them. A refusal is heard as an absence; the key stays.
 */
export async function deepenKeys(live: LiveSource, keyIds: readonly string[], fields: readonly FactField[] = FACT_FIELDS): Promise<void> {
  const queue = new PQueue({ concurrency: AT_ONCE });
  await Promise.all(keyIds.map((keyId) => queue.add(() => deepenKey(live, keyId, fields))));
}

async function deepenKey(live: LiveSource, keyId: string, fields: readonly FactField[]): Promise<void> {
  const isDescribed = live.heard.get(keyId)?.some(({ reading }) => reading.described);
  const elsewhere = [...live.connection.sweeps, ...live.connection.details].flatMap((call) => call.fields);
  const told = FACT_FIELDS.filter((field) => !elsewhere.includes(field));
  if (!isDescribed) await ask(live, keyId, { name: DESCRIBE, fields: told }, () => live.connection.describeKey(live.address, keyId));
  for (const detail of live.connection.details) {
    if (!detail.fields.some((field) => fields.includes(field)) || !detail.applies(readKeyOf(live, keyId))) continue;
    await ask(live, keyId, { name: detail.operation, fields: detail.fields }, () => detail.read(live.address, keyId));
  }
}

/** Asks once: what was refused is not asked again. */
async function ask(
  live: LiveSource,
  keyId: string,
  what: { name: string; fields: readonly FactField[] },
  call: () => Promise<Answer<KeyReading>>,
): Promise<void> {
  if (live.asked.has(`${what.name} ${keyId}`)) return;
  live.asked.add(`${what.name} ${keyId}`);
  // A refused describe is about its key; a refused detail, most often, about the permission.
  const streak = what.name === DESCRIBE ? undefined : live.streaks.get(what.name);
  try {
    if (streak && streak.length >= STREAK) throw streak.error;
    live.calls += 1;
    const { value, call: made } = await call();
    live.streaks.delete(what.name);
    hear(live, { reading: { ...value, keyId }, call: made });
  } catch (error) {
    const { operation, requestId } = error instanceof CloudError ? error : { operation: what.name, requestId: null };
    const absence = live.problems.note(error, what.name);
    if (error instanceof CloudError) live.streaks.set(what.name, { error, length: streak?.error.code === error.code ? streak.length + 1 : 1 });
    hear(live, { reading: absentReading(keyId, what.fields, absence), call: { operation, at: live.now().toISOString(), requestId } });
  }
}
