"use client";
import { CloudTile, useClouds } from "#components/shell/clouds.tsx";
import { ProblemLines } from "#components/sources/problem-lines.tsx";
import { PageLink } from "#components/ui/page-link.tsx";
import { ServerWords } from "#components/ui/server-words.tsx";
import { useLanguage, useWords } from "#components/ui/words.tsx";
import type { ShownRow } from "./import-state.ts";
import { RowMark } from "./row-mark.tsx";

/** A result for each row of the file, in its order. */
export function ImportTable({ rows, isJson, title }: { rows: readonly ShownRow[]; isJson: boolean; title: string }) {
  const t = useWords();
  return (
    <table className="plain-table">
      <caption className="sr-only">{title}</caption>
      <thead>
        <tr>
          <th scope="col" className="number w-[56px]">
            {t(isJson ? "import.row" : "import.line")}
          </th>
          <th scope="col" className="w-[34%]">
            {t("field.account")}
          </th>
          <th scope="col" className="w-[190px]">
            {t("import.result")}
          </th>
          <th scope="col">{t("import.why")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.line} data-bad={row.state === "problem" || row.state === "refused" || undefined}>
            <td className="number text-ink-3 phone:!text-left">
              <span className="md:hidden">{t(isJson ? "import.row" : "import.line")} </span>
              {row.line}
            </td>
            <th scope="row" className="phone:order-first phone:col-span-full">
              <RowName row={row} />
            </th>
            <td className="phone:text-right">
              <RowMark state={row.state} />
            </td>
            <td className="whole">
              <Why row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function RowName({ row: { name, cloud, regions, account } }: { row: ShownRow }) {
  const t = useWords();
  const known = useClouds().some(({ id }) => id === cloud);
  return (
    <span className="flex gap-2">
      {cloud && known && <CloudTile id={cloud} className="mt-0.5" />}
      <span className="min-w-0">
        {account ? (
          <PageLink href={`/accounts/${account.id}`} className="font-strong break-words hover:underline">
            <bdi>{account.name}</bdi>
          </PageLink>
        ) : name === null ? (
          <span className="text-ink-3">{t("import.no-name")}</span>
        ) : (
          <bdi className="font-strong break-words">{name}</bdi>
        )}
        {regions && (
          <span className="second">
            {regions === "all" ? t("accounts.all-regions") : <span className="mono tracking-mono break-words">{regions.split(";").join(" ")}</span>}
          </span>
        )}
      </span>
    </span>
  );
}

function Why({ row: { error, problem } }: { row: ShownRow }) {
  const t = useWords();
  const language = useLanguage();
  if (problem) {
    return (
      <>
        <ProblemLines problem={problem} />
        <span className="block text-hint text-ink-3">{t("import.problem.note")}</span>
      </>
    );
  }
  if (!error) return null;
  const isTranslated = language !== "en" && t.knows(`problem.${error.code}`);
  return (
    <>
      <span className="block">
        <ServerWords text={error.message} word={`problem.${error.code}`} />
      </span>
      {isTranslated && (
        <span lang="en" className="block text-hint text-ink-3">
          {error.message}
        </span>
      )}
      <span className="mono block text-id leading-4 tracking-mono break-all text-ink-3">
        {error.field !== null && `${error.field} · `}
        <span className="text-warn">{error.code}</span>
      </span>
    </>
  );
}
