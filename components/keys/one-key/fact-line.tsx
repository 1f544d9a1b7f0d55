"use client";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { useFormat, useWords } from "#components/ui/words.tsx";
import type { KeyDetail } from "#lib/model/key.ts";
import type { FactLine as Line } from "../fact-groups.tsx";
import { FactValue } from "../fact-value.tsx";
import { inSentence } from "../words.ts";
import { askedValue } from "./asked-value.ts";
import { FactMenu } from "./fact-menu.tsx";
import { StoredValue } from "./stored-value.tsx";
import { ValueMenu } from "./value-menu.tsx";
import { VendorWord } from "./vendor-word.tsx";

interface FactLineProps {
  line: Line;
  record: KeyDetail;
  /** The inventory's record, where the cloud tells this fact differently now. */
  before: KeyDetail | null;
  /** True where the line above lacks its value for the same reason of the same answer. */
  isRepeated: boolean;
}

/**
 * One fact: its name, its value, and the menu with what can be done with it and who said it. Where the cloud tells it differently now, the line keeps the
 * height that it had: what stands below must not jump under the reader's eyes.
 */
export function FactLine({ line, record, before, isRepeated }: FactLineProps) {
  const t = useWords();
  const format = useFormat();
  const value = line.value(record, t, format);
  const refused = line.fact && (record.absent[line.fact] === "denied" || record.absent[line.fact] === "failed");
  if (line.optional && !value && !refused && !before) return null;
  const ground = before ? "bg-info-soft" : "";
  const name = t(line.label);
  const text = line.copies?.(record);
  const stored = before && (
    <FactValue record={before} fact={line.fact}>
      {line.value(before, t, format)}
    </FactValue>
  );
  return (
    <>
      <dt className={`min-h-6 py-0.5 text-ink-3 phone:min-h-7 phone:py-[3px] ${ground}`}>{name}</dt>
      <dd className={`group/value flex min-h-6 min-w-0 items-start gap-1 py-0.5 phone:min-h-7 phone:py-[3px] ${ground}`}>
        <div className="grid min-w-0 flex-1">
          {before && (
            <div aria-hidden="true" className="invisible col-start-1 row-start-1 min-w-0 break-words">
              {stored}
            </div>
          )}
          <div className={`col-start-1 row-start-1 min-w-0 break-words ${before ? "flex items-start gap-1" : ""}`}>
            <div className="min-w-0">
              <FactValue record={record} fact={line.fact} isRepeated={isRepeated}>
                {value}
              </FactValue>{" "}
              <VendorWord term={line.fact && record.terms?.[line.fact]?.value} word={typeof value === "string" ? value : null} />
              {line.copiesAtOnce && text && (
                <span className="-my-1 inline-block align-middle touch:-my-3">
                  <CopyButton text={text} what={inSentence(name)} />
                </span>
              )}
            </div>
            {before && <StoredValue>{stored}</StoredValue>}
          </div>
        </div>
        {(line.fact || line.asks || line.copies) && (
          <span className="-my-0.5 flex h-6 items-center">
            <ValueMenu name={name}>
              {() => (
                <FactMenu
                  record={record}
                  fact={line.fact}
                  asked={(line.asks ?? []).flatMap((field) => {
                    const asked = askedValue(record, field, format.zone);
                    return asked ? [{ field, value: asked }] : [];
                  })}
                  copied={text ? { text, what: name } : null}
                />
              )}
            </ValueMenu>
          </span>
        )}
      </dd>
    </>
  );
}
