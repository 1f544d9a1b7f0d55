"use client";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { useWords } from "#components/ui/words.tsx";
import { formatKeyQuery } from "#lib/query/format-key-query.ts";
import type { KeyView } from "../key-view.ts";
import { type CopyWay, copyAs } from "./copy-as.ts";

/** The view to take along: as a link, as a call of the API, and as the call that saves the file of `file`, where the reader may. */
export function CopyRow({ view, file }: { view: KeyView; file: string | null }) {
  const t = useWords();
  // A live view stays one.
  const query = view.query.live ? formatKeyQuery({ ...view.query, key: null, facets: [], page: 1, size: 50, cursor: null }) : view.shared;
  const ways: [CopyWay, string][] = [["link", query], ["curl", query], ...(file === null ? [] : ([["file", file]] satisfies [CopyWay, string][]))];
  return (
    <>
      <p className="mt-4 mb-1 font-strong">{t("export.copy")}</p>
      <p className="flex flex-wrap gap-2">
        {ways.map(([way, search]) => (
          <CopyButton key={way} text={() => copyAs(way, search)} what={t(`export.copy.${way}`)} words={t(`export.copy.${way}`)} />
        ))}
      </p>
      <p className="mt-1 text-hint leading-hint text-ink-3">{t("export.copy.hint")}</p>
    </>
  );
}
