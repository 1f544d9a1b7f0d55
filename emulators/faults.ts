import type { Bend } from "./bend-answer.ts";
import type { Asked } from "./exchange.ts";

/** What can go wrong on purpose. `form` picks one of the vendor's own words for it (see each cloud's scripted.ts). README.md explains each. */
export type Fault =
  | Bend
  | { kind: "throttle"; form?: string }
  | { kind: "deny"; form?: string }
  | { kind: "refuse"; code: string; status?: number; message?: string; asSuccess?: boolean }
  | { kind: "expire-token"; form?: string }
  | { kind: "unavailable"; form?: string }
  | { kind: "drop-page" }
  | { kind: "repeat-page" }
  | { kind: "small-page"; most: number }
  | { kind: "insert-key" }
  | { kind: "delete-key"; keyId?: string }
  | { kind: "run"; run: () => void }
  | { kind: "rewrite"; rewrite: (body: Record<string, unknown>) => unknown }
  | { kind: "hang" }
  | { kind: "delay"; ms: number }
  | { kind: "drip"; ms: number; bytes?: number }
  | { kind: "reset" }
  | { kind: "idle-reset" }
  | { kind: "cut" }
  | { kind: "empty"; status?: number }
  | { kind: "html"; status?: number }
  | { kind: "xml"; status?: number }
  | { kind: "headers"; headers: Record<string, string> }
  | { kind: "redirect"; location: string }
  | { kind: "answer"; status: number; body: string; headers?: Record<string, string> };

/** The kinds that are told in the vendor's words. */
export type ScriptedFault = Extract<Fault, { kind: "throttle" | "deny" | "refuse" | "expire-token" | "unavailable" }>;

/** Where and when a fault strikes; a condition left out holds always. */
export interface FaultRule {
  operation?: string;
  /** Our name of the account. */
  account?: string;
  region?: string;
  project?: string;
  keyId?: string;
  /** The page token as sent; "first" where none was sent or it is page 1. */
  page?: string;
  /** Strikes from the nth matching call on, 1 by default. */
  nth?: number;
  /** How many times it strikes; without it, always. */
  times?: number;
  fault: Fault;
}

export interface FaultScript {
  add(rule: FaultRule): void;
  clear(): void;
  /** The rules that still strike, with how often they matched. */
  rules(): { rule: FaultRule; matched: number; struck: number }[];
  /** The faults for this call, in the order they were added; counts it. */
  strike(asked: Asked, account: string | null): Fault[];
}

export function createFaultScript(): FaultScript {
  let counted: { rule: FaultRule; matched: number; struck: number }[] = [];
  return {
    add: (rule) => void counted.push({ rule, matched: 0, struck: 0 }),
    clear: () => {
      counted = [];
    },
    rules: () => counted.filter(({ rule, struck }) => struck < (rule.times ?? Number.POSITIVE_INFINITY)),
    strike: (asked, account) => {
      const faults: Fault[] = [];
      for (const each of counted) {
        if (!matches(each.rule, asked, account)) continue;
        each.matched++;
        if (each.matched < (each.rule.nth ?? 1) || each.struck >= (each.rule.times ?? Number.POSITIVE_INFINITY)) continue;
        each.struck++;
        faults.push(each.rule.fault);
      }
      return faults;
    },
  };
}

function matches(rule: FaultRule, asked: Asked, account: string | null): boolean {
  const isFirstPage = asked.page === null || asked.page === "1" || asked.page === "";
  return (
    (rule.operation === undefined || rule.operation === asked.operation) &&
    (rule.account === undefined || rule.account === account) &&
    (rule.region === undefined || rule.region === asked.region) &&
    (rule.project === undefined || rule.project === asked.project) &&
    (rule.keyId === undefined || rule.keyId === asked.keyId) &&
    (rule.page === undefined || (rule.page === "first" ? isFirstPage : rule.page === asked.page))
  );
}
