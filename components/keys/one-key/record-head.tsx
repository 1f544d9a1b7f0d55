"use client";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { useFormat, useWords } from "#components/ui/words.tsx";
import type { FactField, KeyDetail } from "#lib/model/key.ts";
import type { QueryField } from "#lib/query/fields.ts";
import { KeyName } from "../key-name.tsx";
import { StateMark } from "../state-mark.tsx";
import { valueWords } from "../words.ts";
import { askedValue } from "./asked-value.ts";
import { FactMenu } from "./fact-menu.tsx";
import { useRecordPlace } from "./record-place.tsx";
import { ValueMenu } from "./value-menu.tsx";
import { VendorWord } from "./vendor-word.tsx";

/** The name of a key, its state and its whole id. `before`: the inventory's record, where the cloud tells another state now. */
export function RecordHead({ record, before }: { record: KeyDetail; before: KeyDetail | null }) {
  const t = useWords();
  const { isPage } = useRecordPlace();
  const Title = isPage ? "h1" : "h2";
  return (
    <>
      <div className="flex items-start gap-2">
        <div className="group/value min-w-0 break-words">
          <Title className={`inline font-normal ${isPage ? "text-title tracking-title" : "text-panel tracking-panel"}`}>
            <KeyName row={record} />
          </Title>
          {/* No break between the last word of the name and what copies it. */}
          {"\u00a0"}
          <span className="-my-1 inline-flex items-center align-middle touch:-my-3">
            {record.alias && <CopyButton text={record.alias} what={t("panel.alias")} />}
            <HeadMenu record={record} fact="alias" field="alias" copied={record.alias} />
          </span>
        </div>
        <span
          className={`group/value flex shrink-0 items-start rounded-token leading-[22px] ${isPage ? "pt-[3px]" : "ml-auto @min-[720px]:ml-4"} ${before ? "bg-info-soft" : ""}`}
        >
          <HeadMenu record={record} fact="state" field="state" copied={null} />
          {/* As wide as "Pending deletion": a live answer that says so must not wrap the name. */}
          <span className={`flex flex-col items-end ${isPage ? "" : "min-w-[118px] phone:min-w-[128px] @min-[720px]:items-start"}`}>
            <StateMark row={record} note={false} />
          </span>
        </span>
      </div>
      <p className="mono mb-2.5 flex min-h-6 items-center gap-1 text-code tracking-id text-ink-3">
        <span className="break-all">{record.keyId}</span>
        <span className="inline-flex touch:-my-2.5">
          <CopyButton text={record.keyId} what={t("panel.id")} />
        </span>
        <span className={`font-sans text-second tracking-normal whitespace-nowrap ${isPage ? "" : "ml-auto @min-[720px]:ml-3"}`}>
          {before?.state ? (
            <>
              <span className="sr-only">{t("panel.before")} </span>
              <s>{valueWords("state", before.state, t)}</s>
            </>
          ) : (
            record.presence !== "gone" && <VendorWord term={record.terms?.state?.value} word={record.state && valueWords("state", record.state, t)} />
          )}
        </span>
      </p>
    </>
  );
}

function HeadMenu({ record, fact, field, copied }: { record: KeyDetail; fact: FactField; field: QueryField; copied: string | null }) {
  const t = useWords();
  const name = t(field === "state" ? "field.state" : "field.alias");
  const asked = askedValue(record, field, useFormat().zone);
  return (
    <ValueMenu name={name}>
      {() => <FactMenu record={record} fact={fact} asked={asked ? [{ field, value: asked }] : []} copied={copied ? { text: copied, what: name } : null} />}
    </ValueMenu>
  );
}
