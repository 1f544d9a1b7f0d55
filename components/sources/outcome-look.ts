import type { SourceRow } from "#lib/model/source.ts";
import type { WordKey } from "#lib/words/en/index.ts";
import { sourceMark } from "./source-mark.ts";

export interface OutcomeLook {
  word: WordKey;
  note: WordKey | null;
  isBad: boolean;
}

/** How a source stands, in words: "Unread" is said whatever the reason, which is the problem's own line. */
export function outcomeLook(source: Pick<SourceRow, "outcome" | "state" | "lastReadAt">): OutcomeLook {
  switch (source.outcome) {
    case "read":
      return { word: "source.read", note: null, isBad: false };
    case "not-enabled":
      return { word: "source.not-enabled", note: "source.not-enabled.note", isBad: false };
    case "held":
      return { word: "source.held", note: "source.held.note", isBad: true };
    case "failed":
      return source.lastReadAt
        ? { word: "source.stale", note: "source.stale.note", isBad: true }
        : { word: "source.unread", note: "source.unread.note", isBad: true };
    case "never":
      return { word: source.state === "idle" ? "source.unread" : "source.waiting", note: "source.never.note", isBad: sourceMark(source) === "hatch" };
  }
}
