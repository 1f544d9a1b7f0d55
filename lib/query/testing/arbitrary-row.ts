import fc from "fast-check";
import { FACT_FIELDS, type FactField, type KeyFacts, type KeyRow } from "../../model/key.ts";
import { keyRef } from "../../model/ref.ts";
import {
  ABSENT_REASONS,
  type AbsentReason,
  CLOUDS,
  DELETION_PROTECTIONS,
  FAMILIES,
  MANAGERS,
  PRESENCES,
  PROTECTIONS,
  ROTATIONS,
} from "../../model/vocabulary.ts";

/** Few words, some of them awkward, so that random queries meet random rows. */
export const WORDS = [
  "prod",
  "Prod-EU",
  "alias/prod",
  "prod,eu",
  "none",
  "any",
  "denied",
  "!x",
  "~x",
  "^",
  "a..b",
  "a\\b",
  "密钥",
  "😀",
  "\uFF21",
  "100%_",
  "é",
  "É",
  "env:prod",
  "alias/",
  "it's",
];
export const TAG_KEYS = ["env", "Env", "owner", "a:b", "none", "__proto__2"];
export const NOW = new Date("2026-11-22T12:00:00Z");
export const ACCOUNTS = [
  { id: "acc00000000a", name: "Payments prod", groups: ["payments"] },
  { id: "acc00000000b", name: "Zürich, EU", groups: ["eu", "payments"] },
  { id: "acc00000000c", name: "none", groups: [] },
];

const word = fc.constantFrom(...WORDS);
const time = fc.integer({ min: -60, max: 60 }).map((days) => new Date(NOW.getTime() + days * 43_200_000).toISOString());
const tags = fc.dictionary(fc.constantFrom(...TAG_KEYS), fc.constantFrom("prod", "Prod", "", "x:y", "a,b"), { maxKeys: 3, noNullPrototype: true });
const empty = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 4 });

const facts: { [F in FactField]: fc.Arbitrary<KeyFacts[F]> } = {
  alias: empty(word),
  aliases: fc.uniqueArray(word, { maxLength: 3 }),
  description: empty(word),
  state: fc.constantFrom("enabled", "disabled", "pending-deletion"),
  spec: fc.constantFrom("aes-256", "rsa-2048", "Odd-Spec"),
  family: empty(fc.constantFrom(...FAMILIES)),
  usage: empty(fc.constantFrom("encrypt-decrypt", "sign-verify")),
  origin: empty(fc.constantFrom("cloud", "imported")),
  protection: empty(fc.constantFrom(...PROTECTIONS)),
  manager: empty(fc.constantFrom(...MANAGERS)),
  rotation: empty(fc.constantFrom(...ROTATIONS)),
  rotationIntervalDays: empty(fc.integer({ min: 1, max: 365 })),
  lastRotatedAt: empty(time),
  nextRotationAt: empty(time),
  deletionProtection: empty(fc.constantFrom(...DELETION_PROTECTIONS)),
  createdAt: empty(time),
  deletesAt: empty(time),
  expiresAt: empty(time),
  instance: empty(fc.constantFrom("kst-1", "KST-2")),
  enterpriseProject: empty(fc.constantFrom("0", "ep-1")),
  tags,
};

const identity = fc.record({
  cloud: fc.constantFrom(...CLOUDS),
  account: fc.constantFrom(...ACCOUNTS),
  region: fc.constantFrom("r-1", "r-2", "R-3"),
  project: fc.option(fc.constantFrom("p1", "p2")),
  arn: fc.option(fc.constantFrom("acs:kms:r-1:1:key/x", "KMS:r-2:key:y")),
  presence: fc.constantFrom(...PRESENCES),
  described: fc.boolean(),
  seen: time,
});
const reasons = fc.dictionary(fc.constantFrom(...FACT_FIELDS), fc.constantFrom(...ABSENT_REASONS), { maxKeys: 6, noNullPrototype: true });

/** A row as the inventory might hold it: `n` makes its key id. */
function rowOf(
  n: number,
  at: {
    cloud: KeyRow["cloud"];
    account: { id: string; name: string };
    region: string;
    project: string | null;
    arn: string | null;
    presence: KeyRow["presence"];
    described: boolean;
    seen: string;
  },
  values: KeyFacts,
  absent: Partial<Record<FactField, AbsentReason>>,
): KeyRow {
  const nothing = Object.fromEntries(Object.keys(absent).map((field) => [field, null]));
  const { described, account, seen: lastSeenAt, ...place } = at;
  const keyId = `Key-${n}`;
  const seen = NOW.toISOString();
  return {
    ref: keyRef({ ...place, cloudAccount: account.id, keyId }),
    ...place,
    account: { id: account.id, name: account.name },
    keyId,
    ...values,
    ...nothing,
    absent: { ...absent },
    notes: {},
    firstSeenAt: seen,
    lastSeenAt,
    describedAt: described ? seen : null,
    goneAt: place.presence === "gone" ? seen : null,
  };
}

export function arbitraryRow(n: number): fc.Arbitrary<KeyRow> {
  return fc.tuple(identity, fc.record(facts), reasons).map(([at, values, absent]) => rowOf(n, at, values, absent));
}

export function arbitraryRows(size: { minLength: number; maxLength: number }): fc.Arbitrary<KeyRow[]> {
  return fc.integer({ min: size.minLength, max: size.maxLength }).chain((length) => fc.tuple(...Array.from({ length }, (_, n) => arbitraryRow(n))));
}
