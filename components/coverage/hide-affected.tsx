"use client";
import { usePathname, useSearchParams } from "next/navigation";
import { buttonClass } from "#components/ui/button-class.ts";
import { SoftLink } from "#components/ui/soft-link.tsx";
import { useWords } from "#components/ui/words.tsx";
import type { Coverage, SourceRow } from "#lib/model/source.ts";
import { filterOf, withFilter } from "#lib/query/edit-query.ts";
import { keyView } from "../keys/key-view.ts";
import { leaveOut, withLeftOut } from "./leave-out.ts";

interface HideAffectedProps {
  coverage: Coverage;
  sources: readonly SourceRow[];
  accountName: (id: string) => string;
  onFollow: () => void;
}

/** Leaves the sources that could not be read out of the list, by a filter that everybody can see, and says what goes with them. */
export function HideAffected({ coverage, sources, accountName, onFollow }: HideAffectedProps) {
  const t = useWords();
  const search = useSearchParams().toString();
  const isTable = usePathname() === "/keys";
  const left = leaveOut(coverage.problems, sources);
  if (!isTable || !left) return null;
  const { query, href } = keyView(search);
  // Who asked for certain places keeps them: what is affected among them is their own question.
  const filter = withLeftOut(left, filterOf(query, left.field));
  if (!filter) return null;
  const places = left.values.map((value) => (left.field === "account" ? accountName(value) : value)).join(t("list.and"));
  return (
    <p className="mr-auto flex min-w-0 flex-wrap items-center gap-2 text-hint text-ink-2">
      <SoftLink href={href(withFilter(query, filter))} onClick={onFollow} className={buttonClass("secondary")}>
        {t("coverage.hide")}
      </SoftLink>
      {t("coverage.hide.what", { places, count: left.alsoHides })}
    </p>
  );
}
