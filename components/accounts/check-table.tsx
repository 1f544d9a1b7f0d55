"use client";
import { CircleCheck, CircleMinus } from "lucide-react";
import { GapSquare } from "#components/keys/gap.tsx";
import { fieldWords } from "#components/keys/words.ts";
import { countOf } from "#components/ui/format-count.ts";
import { Icon } from "#components/ui/icon.tsx";
import type { CheckedAction, CheckReport } from "#lib/model/account.ts";
import type { QueryField } from "#lib/query/fields.ts";

type Result = CheckedAction["result"] | CheckReport["regions"][number]["result"];

const WORDS: Record<Result, string> = {
  allowed: "Allowed",
  read: "Read",
  denied: "Denied",
  failed: "Failed",
  unavailable: "Not available",
  "not-enabled": "KMS not enabled",
};

function ResultMark({ result }: { result: Result }) {
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      {result === "denied" || result === "failed" ? (
        <GapSquare reason={result} />
      ) : result === "allowed" || result === "read" ? (
        <Icon of={CircleCheck} size={15} className="text-ok" />
      ) : (
        <Icon of={CircleMinus} size={15} className="text-ink-3" />
      )}
      {WORDS[result]}
    </span>
  );
}

const isBad = (result: Result) => result === "denied" || result === "failed";

function Failure({ code, message, requestId }: { code?: string; message?: string; requestId?: string | null }) {
  return (
    <>
      {message && <span className="block">{message}</span>}
      {code && (
        <span className="mono block text-id leading-4 break-all text-ink-3">
          {code}
          {requestId && ` · request ${requestId}`}
        </span>
      )}
    </>
  );
}

/** The columns, filters and parts that say nothing without this action. */
function Darkened({ action: { columns, filters, parts } }: { action: CheckedAction }) {
  const groups = [
    ["Columns", columns.map(columnWords)],
    ["Filters", filters.map((field) => fieldWords(field as QueryField))],
    ["In the panel or on Sources", parts.map(columnWords)],
  ] as const;
  return groups.map(
    ([title, names]) =>
      names.length > 0 && (
        <span key={title} className="block text-hint text-ink-3">
          {title}: {names.join(", ")}
        </span>
      ),
  );
}

/** `lastRotatedAt` → "last rotated". */
const columnWords = (name: string) =>
  name
    .replace(/At$/, "")
    .replaceAll(/([A-Z])/g, " $1")
    .toLowerCase();

/** The one failure behind all of them, when they say the same: said once above the table, not in each row. */
function sharedFailure({ actions, regions }: CheckReport) {
  const failures = [...actions, ...regions].filter(({ result }) => isBad(result));
  const [first] = failures;
  return failures.length > 1 && failures.every(({ code, message }) => code === first?.code && message === first?.message) ? first : null;
}

export function CheckTable({ report }: { report: CheckReport }) {
  const shared = sharedFailure(report);
  return (
    <>
      {shared && (
        <div className="border-b border-line bg-danger-soft px-3.5 py-2.5 text-ink-2">
          <Failure {...shared} />
        </div>
      )}
      <table className="plain-table">
        <caption className="sr-only">Preflight</caption>
        <thead>
          <tr>
            <th scope="col">Action</th>
            <th scope="col">Result</th>
            <th scope="col">What it feeds</th>
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
                {isBad(action.result) ? (
                  <>
                    Goes dark: <b className="text-ink">{action.feeds}</b>
                    <Darkened action={action} />
                    {!shared && <Failure {...action} />}
                  </>
                ) : (
                  action.feeds
                )}
              </td>
            </tr>
          ))}
        </tbody>
        <tbody>
          <tr>
            <th scope="rowgroup" colSpan={3} className="whole bg-canvas !py-1.5 text-hint !font-strong text-ink-2">
              Regions
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
                    ? "the cloud gives no total"
                    : `${countOf(region.claimed, "key")} claimed`
                  : !(shared && isBad(region.result)) && <Failure {...region} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
