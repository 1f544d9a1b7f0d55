import fc from "fast-check";
import { jsonValue } from "../../json-object.ts";

/** Stands for nesting that no parser of ours should walk down, until the answer is text. */
const DEEP = "\u0001deep\u0001";
const ODD: readonly unknown[] = [
  ...[null, true, false, 0, -1, 0.5, 1e21, -0, 2 ** 53, "", " ", "0", "-1", "true", "NaN", "\u0000", "\ud800", "\udc00x", "\u202e"],
  ...["__proto__", "constructor", "toString", "2024-02-31T00:00:00Z", "+275760-09-13T00:00:00Z", "99999999999999999999", "1e400", DEEP, "x".repeat(70_000)],
  ...[[], {}, [[]], [null], [{}], { toString: 1, valueOf: 1 }, { length: 7 }],
  ...[`{"__proto__":{"polluted":true}}`, `{"then":1}`, `{"toJSON":"x"}`].map((text): unknown => JSON.parse(text)),
];
const NAMES = ["__proto__", "constructor", "toString", "hasOwnProperty", "then", "length", " KeyId", "Code", "error", "", "\ud800"];

const CHANGES = ["odd", "odd", "other-type", "other-type", "wrap", "unwrap", "remove", "double", "add", "rename", "swap"] as const;
interface Change {
  at: number;
  how: (typeof CHANGES)[number];
  odd: number;
}

/** What happens to one answer: changes of its members, then perhaps a cut at a share of its length. */
interface Spoiling {
  changes: Change[];
  cutAt: number | null;
}

export const spoiling: fc.Arbitrary<Spoiling> = fc.record({
  changes: fc.array(fc.record({ at: fc.nat(), how: fc.constantFrom(...CHANGES), odd: fc.nat() }), { minLength: 1, maxLength: 4 }),
  cutAt: fc.oneof({ weight: 19, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.double({ min: 0, max: 1, noNaN: true }) }),
});

/** The text of an answer after all that. What is no JSON to begin with is only cut. */
export function spoiltText(text: string, { changes, cutAt }: Spoiling): string {
  let whole = text;
  const value = jsonValue(text);
  if (value !== undefined) {
    const root = { "": value };
    for (const change of changes) spoil(root, change);
    whole = (JSON.stringify(root[""]) ?? "").replaceAll(JSON.stringify(DEEP), () => "[".repeat(30_000) + "]".repeat(30_000));
  }
  return cutAt === null ? whole : whole.slice(0, Math.floor(whole.length * cutAt));
}

type Holder = Record<string, unknown>;

function spoil(root: Holder, { at, how, odd }: Change): void {
  const places = placesIn(root);
  const [holder, name] = places[at % places.length] ?? [root, ""];
  const value = Object.getOwnPropertyDescriptor(holder, name)?.value as unknown;
  const strange = structuredClone(ODD[odd % ODD.length]);
  if (how === "remove") Array.isArray(holder) ? holder.splice(Number(name), 1) : delete holder[name];
  else if (how === "double" && Array.isArray(holder)) holder.push(structuredClone(value));
  else if (how === "swap" && Array.isArray(holder)) holder.reverse();
  else if (how === "add") put(isHolder(value) && !Array.isArray(value) ? value : holder, NAMES[odd % NAMES.length] ?? "", strange);
  else if (how === "rename" && !Array.isArray(holder)) {
    delete holder[name];
    put(holder, `${name} `, value);
  } else put(holder, name, how === "odd" ? strange : reshaped(value, how));
}

function reshaped(value: unknown, how: Change["how"]): unknown {
  if (how === "wrap") return [value];
  if (how === "unwrap" && isHolder(value)) return Object.values(value)[0] ?? null;
  if (typeof value === "string") return value === "" || Number.isNaN(Number(value)) ? { value } : Number(value);
  return isHolder(value) ? Object.entries(value) : String(value);
}

/** Never through `holder[name] = …`, which a `__proto__` would turn into something else. */
function put(holder: Holder, name: string, value: unknown): void {
  if (Array.isArray(holder) && !/^\d+$/.test(name)) return void holder.push(value);
  Object.defineProperty(holder, name, { value, enumerable: true, writable: true, configurable: true });
}

function placesIn(holder: Holder): [Holder, string][] {
  return Object.keys(holder).flatMap((name): [Holder, string][] => {
    const value = Object.getOwnPropertyDescriptor(holder, name)?.value as unknown;
    return [[holder, name], ...(isHolder(value) ? placesIn(value) : [])];
  });
}

const isHolder = (value: unknown): value is Holder => typeof value === "object" && value !== null;
