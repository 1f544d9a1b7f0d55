import type { SourceRow } from "#lib/model/source.ts";
import { sourceMark } from "./source-mark.ts";

export interface OutcomeLook {
  word: string;
  note: string | null;
  isBad: boolean;
}

/** How a source stands, in words: "Unread" is said whatever the reason, which is the problem's own line. */
export function outcomeLook(source: Pick<SourceRow, "outcome" | "state" | "lastReadAt">): OutcomeLook {
  switch (source.outcome) {
    case "read":
      return { word: "Read", note: null, isBad: false };
    case "not-enabled":
      return { word: "KMS not enabled", note: "the cloud says so", isBad: false };
    case "held":
      return { word: "Held", note: "too many keys were missing; nothing was changed", isBad: true };
    case "failed":
      return source.lastReadAt
        ? { word: "Out of date", note: "the last attempt failed", isBad: true }
        : { word: "Unread", note: "every attempt failed", isBad: true };
    case "never":
      return { word: source.state === "idle" ? "Unread" : "Waiting", note: "never read yet", isBad: sourceMark(source) === "hatch" };
  }
}
