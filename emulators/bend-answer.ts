import { mapDeep, mapLists } from "./map-answer.ts";

type Body = Record<string, unknown>;

/** How a right answer is put into one of the odd shapes that documents, old pages or proxies show. */
export type Bend =
  /** `Keys: { Key: […] }` as `Keys: […]`; an object as a list of one (Huawei). */
  | { kind: "flat" }
  /** Each list is null; is missing; is empty while the total stays; is its only object. */
  | { kind: "null-list" }
  | { kind: "no-list" }
  | { kind: "empty-list" }
  | { kind: "single" }
  /** Numbers and booleans as text; text of digits as numbers and "true" as true. */
  | { kind: "strings" }
  | { kind: "numbers" }
  /** Member names of rows end in a space. */
  | { kind: "spaced" }
  | { kind: "claim"; total: number | string }
  | { kind: "no-total" }
  /** How the last page of a listing by token says that it is the last. */
  | { kind: "end"; as: "absent" | "null" | "empty" }
  /** What a page says of the next one: `next` "same" repeats the token that came, `truncated` is Huawei's. */
  | { kind: "contradict"; next?: string; truncated?: string | boolean }
  /** Fills the answer up to so many bytes. */
  | { kind: "pad"; bytes: number };

/** Every bend once: the compiler holds the list. */
const BENDS = {
  flat: true,
  "null-list": true,
  "no-list": true,
  "empty-list": true,
  single: true,
  strings: true,
  numbers: true,
  spaced: true,
  claim: true,
  "no-total": true,
  end: true,
  contradict: true,
  pad: true,
} as const satisfies Record<Bend["kind"], true>;

export function isBend(fault: { kind: string }): fault is Bend {
  return fault.kind in BENDS;
}

const TOTALS: readonly string[] = ["TotalCount", "total", "total_count"];
const TOKENS: readonly string[] = ["NextToken", "next_marker"];

/** The body as the bend has it; `page` is the token that came with the request. */
export function bendAnswer(bend: Bend, body: Body, page: string | null): Body {
  switch (bend.kind) {
    case "flat":
      return body;
    case "null-list":
      return mapLists(body, () => null);
    case "no-list":
      return mapLists(body, () => undefined);
    case "empty-list":
      return mapLists(body, () => []);
    case "single":
      return mapLists(body, (list) => list[0] ?? null);
    case "strings":
      return mapDeep(body, (value) => (typeof value === "number" || typeof value === "boolean" ? String(value) : value));
    case "numbers":
      return mapDeep(body, loose);
    case "spaced":
      return mapDeep(
        body,
        (value) => value,
        (name, depth) => (depth > 0 ? `${name} ` : name),
      );
    case "claim":
      return { ...body, [TOTALS.find((name) => name in body) ?? "TotalCount"]: bend.total };
    case "no-total":
      return Object.fromEntries(Object.entries(body).filter(([name]) => !TOTALS.includes(name)));
    case "end":
      return atTheEnd(body, bend.as);
    case "contradict":
      return { ...body, ...next(body, bend.next, page), ...(bend.truncated === undefined ? {} : { truncated: bend.truncated }) };
    case "pad":
      return { ...body, Padding: "x".repeat(Math.max(0, bend.bytes - JSON.stringify(body).length)) };
  }
}

function atTheEnd(body: Body, as: "absent" | "null" | "empty"): Body {
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) => {
      if (!TOKENS.includes(name) || value !== "") return [[name, value]];
      return as === "absent" ? [] : [[name, as === "null" ? null : ""]];
    }),
  );
}

function next(body: Body, token: string | undefined, page: string | null): Body {
  if (token === undefined) return {};
  const name = TOKENS.find((each) => each in body) ?? "NextToken";
  return { [name]: token === "same" ? (page ?? body[name]) : token };
}

function loose(value: unknown): unknown {
  if (value === "true" || value === "false") return value === "true";
  return typeof value === "string" && /^\d{1,15}$/.test(value) ? Number(value) : value;
}
