"use client";
import { CircleCheck, CircleMinus } from "lucide-react";
import { GapSquare } from "#components/keys/gap.tsx";
import { fieldWords, partWords } from "#components/keys/words.ts";
import { Icon } from "#components/ui/icon.tsx";
import { ServerWords } from "#components/ui/server-words.tsx";
import { Sentence, useWords } from "#components/ui/words.tsx";
import type { CheckedAction, CheckReport } from "#lib/model/account.ts";
import type { QueryField } from "#lib/query/fields.ts";
import { isBad, sharedFailure } from "./shared-failure.ts";

type Result = CheckedAction["result"] | CheckReport["regions"][number]["result"];

function ResultMark({ result }: { result: Result }) {
  const t = useWords();
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      {result === "denied" || result === "failed" ? (
        <GapSquare reason={result} />
      ) : result === "allowed" || result === "read" ? (
        <Icon of={CircleCheck} size={15} className="text-ok" />
      ) : (
        <Icon of={CircleMinus} size={15} className="text-ink-3" />
      )}
      {t(`result.${result}`)}
    </span>
  );
}

function Failure({ code, message, requestId }: { code?: string; message?: string; requestId?: string | null }) {
  const t = useWords();
  return (
    <>
      {message && (
        <span className="block">
          <ServerWords text={message} word={`problem.${code}`} />
        </span>
      )}
      {code && (
        <span className="mono block text-id leading-4 break-all text-ink-3">
          {code}
          {requestId && ` · ${t("request.id", { id: requestId })}`}
        </span>
      )}
    </>
  );
}

/** The columns, filters and parts that say nothing without this action. */
function Darkened({ action: { columns, filters, parts } }: { action: CheckedAction }) {
  const t = useWords();
  const groups = [
    ["check.columns", columns.map((name) => partWords(name, t))],
    ["check.filters", filters.map((field) => fieldWords(field as QueryField, t))],
    ["check.parts", parts.map((name) => partWords(name, t))],
  ] as const;
  return groups.map(
    ([title, names]) =>
      names.length > 0 && (
        <span key={title} className="block text-hint text-ink-3">
          {t(title, { names: names.join(t("list.and")) })}
        </span>
      ),
  );
}

export function CheckTable({ report }: { report: CheckReport }) {
  const t = useWords();
  const shared = sharedFailure(report);
  const isSaid = ({ result, code, message }: { result: Result; code?: string; message?: string }) =>
    isBad(result) && code === shared?.code && message === shared?.message;
  return (
    <>
      {shared && (
        <div className="border-b border-line bg-danger-soft px-3.5 py-2.5 text-ink-2">
          <Failure {...shared} />
        </div>
      )}
      <table className="plain-table">
        <caption className="sr-only">{t("check.title")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("check.action")}</th>
            <th scope="col">{t("check.result")}</th>
            <th scope="col">{t("check.feeds")}</th>
          </tr>
        </thead>
        <tbody>
          {report.actions.map((action) => (
            <tr key={`${action.action} ${action.region}`} data-bad={isBad(action.result) || undefined}>
              <th scope="row" className="mono w-[200px] text-code tracking-mono break-words">
                {action.action}
              </th>
              <td className="w-[118px]">
                <ResultMark result={action.result} />
              </td>
              <td className="whole text-ink-2">
                {isBad(action.result) && action.instead ? (
                  <>
                    <ServerWords text={action.feeds} />
                    <span className="block">
                      <Sentence text={t("check.instead")} slots={{ instead: <ServerWords text={action.instead} /> }} />
                    </span>
                    {!isSaid(action) && <Failure {...action} />}
                  </>
                ) : isBad(action.result) ? (
                  <>
                    <Sentence
                      text={t("check.dark")}
                      slots={{
                        feeds: (
                          <b className="text-ink">
                            <ServerWords text={action.feeds} />
                          </b>
                        ),
                      }}
                    />
                    <Darkened action={action} />
                    {!isSaid(action) && <Failure {...action} />}
                  </>
                ) : (
                  <ServerWords text={action.feeds} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
        <tbody>
          <tr>
            <th scope="rowgroup" colSpan={3} className="whole bg-canvas !py-1.5 text-hint !font-strong text-ink-2">
              {t("accounts.regions")}
            </th>
          </tr>
          {report.regions.map((region) => (
            <tr key={region.region} data-bad={isBad(region.result) || undefined}>
              <th scope="row" className="mono text-code">
                {region.region}
              </th>
              <td>
                <ResultMark result={region.result} />
              </td>
              <td className="whole text-ink-2">
                {region.result === "read"
                  ? region.claimed === null
                    ? t("check.no-total")
                    : t("check.claimed", { count: region.claimed })
                  : !isSaid(region) && <Failure {...region} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
