import type { QueryFault } from "./query.ts";

/** A fault whose words stand on a page after "This link": the value is cut so that a long link makes no long notice. */
export function fault(reason: QueryFault["reason"], field: string, value: string, message: string): QueryFault {
  return { field: short(field), value, reason, message };
}

export function unknownValue(field: string, value: string): QueryFault {
  return fault("unknown-value", field, value, `${field}=${short(value)} is no known ${WORDS[field] ?? field}`);
}

/** Cut to 60 characters. */
export function short(text: string): string {
  const chars = [...text];
  return chars.length <= 60 ? text : `${chars.slice(0, 59).join("")}…`;
}

const WORDS: Record<string, string> = { deletionProtection: "deletion protection" };
