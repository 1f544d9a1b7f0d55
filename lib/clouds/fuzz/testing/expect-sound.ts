import { inspect } from "node:util";
import { expect } from "vitest";
import { FACT_FIELDS, type FactField, type KeyFacts } from "#lib/model/key.ts";
import { CloudError } from "#lib/model/problem.ts";
import type { KeyReading } from "#lib/model/reading.ts";
import { Refusal } from "#lib/model/refusal.ts";
import { ABSENT_REASONS, DELETION_PROTECTIONS, FAMILIES, MANAGERS, PROTECTIONS, ROTATIONS } from "#lib/model/vocabulary.ts";

const isText = (value: unknown) => value === null || typeof value === "string";
const isTime = (value: unknown) =>
  value === null || (typeof value === "string" && /^(?!0000)\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) && !Number.isNaN(Date.parse(value)));
const isOneOf = (words: readonly string[]) => (value: unknown) => value === null || words.includes(value as string);

/** What a value of each fact may be. */
const SHAPES: Record<FactField, (value: unknown) => boolean> = {
  alias: isText,
  aliases: (value) => Array.isArray(value) && value.every((alias) => typeof alias === "string"),
  description: isText,
  state: isText,
  spec: isText,
  family: isOneOf(FAMILIES),
  usage: isText,
  origin: isText,
  protection: isOneOf(PROTECTIONS),
  manager: isOneOf(MANAGERS),
  rotation: isOneOf(ROTATIONS),
  rotationIntervalDays: (value) => value === null || (Number.isInteger(value) && Number(value) > 0 && Number(value) < 2 ** 31),
  lastRotatedAt: isTime,
  nextRotationAt: isTime,
  deletionProtection: isOneOf(DELETION_PROTECTIONS),
  createdAt: isTime,
  deletesAt: isTime,
  expiresAt: isTime,
  instance: isText,
  enterpriseProject: isText,
  tags: (value) => typeof value === "object" && value !== null && !Array.isArray(value) && Object.values(value).every((tag) => typeof tag === "string"),
};

/** A reading says each of `fields` (those that it mentions, without) once: a value of the right kind, or an absence with a reason. */
export function expectSoundKey(key: Pick<KeyReading, "keyId" | "values" | "absent">, fields?: readonly FactField[]): void {
  expect(key.keyId).toEqual(expect.stringMatching(/./su));
  const mentioned = [...Object.keys(key.values), ...Object.keys(key.absent)];
  expect(mentioned.filter((field) => !FACT_FIELDS.includes(field as FactField))).toEqual([]);
  for (const field of fields ?? (mentioned as FactField[])) {
    const value = key.values[field as keyof KeyFacts];
    const said = value !== undefined ? SHAPES[field](value) : ABSENT_REASONS.includes(key.absent[field]?.reason as never);
    if (!said || (value !== undefined && key.absent[field])) throw new Error(`${field}: ${inspect({ value, absent: key.absent[field] }).slice(0, 300)}`);
  }
}

/** Any answer of an adapter: plain data all through, keys sound, counts whole. */
export function expectSoundAnswer(answer: unknown): void {
  const open: unknown[] = [answer];
  for (let value = open.pop(); open.length > 0 || value !== undefined; value = open.pop()) {
    if (typeof value !== "object" || value === null) continue;
    expect([Object.prototype, Array.prototype, null]).toContain(Object.getPrototypeOf(value));
    if ("values" in value && "absent" in value && "described" in value) expectSoundKey(value as KeyReading);
    if ("claimed" in value) expect(value.claimed === null || (Number.isInteger(value.claimed) && Number(value.claimed) >= 0)).toBe(true);
    if ("next" in value && "call" in value) expect(value.next === null || typeof value.next === "string").toBe(true);
    // The cloud's own record is kept as it came: whatever it holds is its own.
    for (const [name, inner] of Object.entries(value)) if (name !== "raw" && inner !== undefined) open.push(inner);
  }
}

/** Nothing but what callers are told to expect, and no secret in anything that a log could show of it. */
export function expectSoundFailure(error: unknown, secrets: readonly string[]): void {
  if (!(error instanceof CloudError || error instanceof Refusal)) throw error;
  const text = inspect(error, { depth: 10, showHidden: true }) + JSON.stringify({ ...error });
  expect(text.length).toBeLessThan(10_000);
  for (const secret of secrets) expect(text).not.toContain(secret);
}

const OBJECT = Reflect.ownKeys(Object.prototype).length;
const ARRAY = Reflect.ownKeys(Array.prototype).length;

export function expectCleanPrototypes(): void {
  expect([Reflect.ownKeys(Object.prototype).length, Reflect.ownKeys(Array.prototype).length, "polluted" in {}]).toEqual([OBJECT, ARRAY, false]);
}
