"use client";
import { useCloudLabel } from "#components/shell/clouds.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { useFormat, useWords } from "#components/ui/words.tsx";
import type { FactField, KeyDetail } from "#lib/model/key.ts";
import type { QueryField } from "#lib/query/fields.ts";
import type { FilterValue } from "#lib/query/query.ts";
import { tokenWords } from "../token-words.ts";
import { fieldWords } from "../words.ts";
import { canLeaveOut, withOnly, withoutValue } from "./asked-value.ts";
import { rawWords } from "./raw-words.ts";
import { useRecordPlace, ViewLink } from "./record-place.tsx";
import { useShowAnswer } from "./show-answer.tsx";
import { VendorTerms } from "./vendor-terms.tsx";

export interface Asked {
  field: QueryField;
  value: FilterValue;
}

interface FactMenuProps {
  record: KeyDetail;
  fact: FactField | null;
  asked: readonly Asked[];
  /** null: there is nothing to copy. */
  copied: { text: string; what: string } | null;
}

/** What can be done with a value, and who said it: filter by it, leave it out, copy it; operation, time, request id and the cloud's own words. */
export function FactMenu({ record, fact, asked, copied }: FactMenuProps) {
  return (
    <div className="flex flex-col gap-2.5">
      {asked.map((one) => (
        <FilterLinks key={one.field} {...one} account={record.account.name} />
      ))}
      {copied && <Copied {...copied} />}
      {fact && <VendorTerms record={record} fact={fact} />}
      <Source record={record} fact={fact} />
    </div>
  );
}

function FilterLinks({ field, value, account }: Asked & { account: string }) {
  const t = useWords();
  const format = useFormat();
  const cloudLabel = useCloudLabel();
  const { query } = useRecordPlace();
  const { values } = tokenWords(
    { field, negated: false, match: "equals", values: [value] },
    { t, format, name: (id, named) => (named === "account" ? account : cloudLabel(id)) },
  );
  const what = { field: fieldWords(field, t), value: values };
  return (
    <div>
      <p className="break-words text-ink-2">
        {what.field} <b className="text-ink">{values}</b>
      </p>
      <p className="flex gap-4">
        <ViewLink to={(query) => withOnly(query, field, value)} label={t("menu.filter.named", what)}>
          {t("menu.filter")}
        </ViewLink>
        {canLeaveOut(query, field) && (
          <ViewLink to={(query) => withoutValue(query, field, value)} label={t("menu.exclude.named", what)}>
            {t("menu.exclude")}
          </ViewLink>
        )}
      </p>
    </div>
  );
}

function Copied({ text, what }: { text: string; what: string }) {
  return (
    <p className="flex items-center gap-1">
      <code className="mono min-w-0 flex-1 text-code break-all">{text}</code>
      <CopyButton text={text} what={what} />
    </p>
  );
}

function Source({ record, fact }: { record: KeyDetail; fact: FactField | null }) {
  const t = useWords();
  const format = useFormat();
  const showAnswer = useShowAnswer();
  const said = fact && record.facts[fact];
  if (!said) return <p className="border-line text-hint text-ink-3 not-first:border-t not-first:pt-2">{t(fact ? "menu.unsaid" : "menu.ours")}</p>;
  const answer = record.raw[said.operation];
  const words = rawWords(answer, fact);
  return (
    <section className="border-line text-hint text-ink-2 not-first:border-t not-first:pt-2">
      <p className="font-strong text-ink">{t("menu.source")}</p>
      <p className="mono text-code break-all">{said.operation}</p>
      <p>
        <time dateTime={said.at}>{format.moment(said.at)}</time>
      </p>
      {said.requestId && (
        <p className="flex items-center gap-1">
          <span>{t("request")}</span>
          <span className="mono min-w-0 flex-1 text-id break-all">{said.requestId}</span>
          <CopyButton text={said.requestId} what={t("panel.request-id")} />
        </p>
      )}
      {words.length > 0 && (
        <>
          <p className="mt-2 font-strong text-ink">{t("menu.raw")}</p>
          <ul className="mono rounded-token bg-sunken px-2 py-1 text-code text-ink">
            {words.map(({ name, text }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: an answer may name the same member more than once
              <li key={index} className="break-all">
                <span className="text-ink-3">{name}:</span> {text}
              </li>
            ))}
          </ul>
        </>
      )}
      {answer !== undefined && (
        <button type="button" onClick={() => showAnswer(said.operation)} className="mt-1.5 rounded-token text-body text-accent hover:underline">
          {t("menu.whole")}
        </button>
      )}
    </section>
  );
}
