import { PathName } from "#components/ui/path-name.tsx";
import type { KeyRow } from "#lib/model/key.ts";
import { GapSquare, gapWord } from "./gap.tsx";

/** The alias as path and leaf; "no alias" where the cloud said that there is none; a square where nobody told us. */
export function KeyName({ row }: { row: Pick<KeyRow, "alias" | "presence" | "absent"> }) {
  if (row.alias) return <PathName name={row.alias} struck={row.presence === "gone"} />;
  const reason = row.absent.alias;
  if (!reason) return <span className="text-ink-3">no alias</span>;
  return (
    <span className="text-ink-3">
      <GapSquare reason={reason} named={`Alias: ${gapWord(reason)}`} /> alias unknown
    </span>
  );
}

/** The name in plain words, for labels and announcements. */
export const keyTitle = (row: Pick<KeyRow, "alias" | "keyId">): string => row.alias ?? row.keyId;
