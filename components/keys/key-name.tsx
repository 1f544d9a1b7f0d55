"use client";
import { PathName } from "#components/ui/path-name.tsx";
import { useWords } from "#components/ui/words.tsx";
import type { KeyRow } from "#lib/model/key.ts";
import { GapSquare } from "./gap.tsx";

/** The alias as path and leaf; "no alias" where the cloud said that there is none; a square where nobody told us. A compact row has one line and shows the id then. */
export function KeyName({ row }: { row: Pick<KeyRow, "alias" | "keyId" | "presence" | "absent"> }) {
  const t = useWords();
  if (row.alias) return <PathName name={row.alias} struck={row.presence === "gone"} />;
  const reason = row.absent.alias;
  return (
    <>
      <span className="text-ink-3 in-[tbody]:compact:md:hidden">
        {reason ? (
          <>
            <GapSquare reason={reason} named={t("alias.gap", { reason: t(`value.${reason}`) })} /> {t("alias.unknown")}
          </>
        ) : (
          t("alias.none")
        )}
      </span>
      <span className="mono hidden text-id tracking-id in-[tbody]:compact:md:inline">{row.keyId}</span>
    </>
  );
}
