import { CloudError } from "../model/problem.ts";
import type { Call, KeyReading } from "../model/reading.ts";

/** Of JSON: far beyond what any cloud tells of one key, whose descriptions end at 8,192 characters. A page of rows that each hold megabytes serves nobody. */
const MOST_CHARACTERS = 256 * 1024;

/**
 * One answer about one key may not fill the house. What it says is not cut: half of it would look like all.
 * @throws CloudError `protocol`
 */
export function checkRecord({ values, raw }: Pick<KeyReading, "values" | "raw">, { operation, requestId }: Call): void {
  if (JSON.stringify([values, raw]).length <= MOST_CHARACTERS) return;
  const message = `The cloud told more than ${MOST_CHARACTERS} characters of one key.`;
  throw new CloudError({ kind: "protocol", operation, code: "record_too_large", message, requestId });
}
