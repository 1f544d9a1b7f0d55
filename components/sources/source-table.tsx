"use client";
import { useWords } from "#components/ui/words.tsx";
import type { SourceRow, SyncProgress } from "#lib/model/source.ts";
import { SourceTableRow } from "./source-table-row.tsx";

interface SourceTableProps {
  sources: readonly SourceRow[];
  progress: SyncProgress | undefined;
}

const keyOf = ({ account, region, project }: SourceRow) => `${account.id} ${region} ${project}`;

/** Every source: account × region (× project), the unit of reading, of failure and of freshness. */
export function SourceTable({ sources, progress }: SourceTableProps) {
  const t = useWords();
  const sorted = sources.toSorted((a, b) => (a.account.name + a.region < b.account.name + b.region ? -1 : 1));
  return (
    <table className="plain-table">
      <caption className="sr-only">{t("place.sources")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("column.account")}</th>
          <th scope="col">{t("field.state")}</th>
          <th scope="col" className="number">
            {t("place.keys")}
          </th>
          <th scope="col">{t("sources.last-read")}</th>
          <th scope="col">{t("sources.problem")}</th>
          <th scope="col">
            <span className="sr-only">{t("sources.action")}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {sorted.map((source) => (
          <SourceTableRow
            key={keyOf(source)}
            source={source}
            progress={progress?.sources.find(
              ({ account, region, project }) =>
                (account === source.account.id || account === source.account.name) && region === source.region && project === source.project,
            )}
          />
        ))}
      </tbody>
    </table>
  );
}
