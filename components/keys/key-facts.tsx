"use client";
import { useFormat, useWords } from "#components/ui/words.tsx";
import type { FactField, KeyDetail } from "#lib/model/key.ts";
import { FACT_GROUPS } from "./fact-groups.tsx";
import type { FactGroup, FactLine } from "./fact-groups.tsx";
import { FactValue } from "./fact-value.tsx";
import { GroupHead } from "./group-head.tsx";
import { KeyExtras } from "./key-extras.tsx";
import { Provenance } from "./provenance.tsx";
import { StateMark } from "./state-mark.tsx";
import { TagList } from "./tag-list.tsx";

interface KeyFactsProps {
  /** What is shown: the inventory's record, or the cloud's answer of this moment. */
  record: KeyDetail;
  /** The inventory's record, when `record` is newer. */
  before: KeyDetail | null;
  differences: readonly FactField[];
}

/** All facts of a key in titled groups; what the cloud tells differently now is marked, with what the inventory holds. */
export function KeyFacts({ record, before, differences }: KeyFactsProps) {
  const t = useWords();
  return (
    <>
      {before && differences.includes("state") && (
        <p className="rounded-token bg-info-soft px-2 py-1 text-hint text-ink-2">
          {t("panel.state-before")} <StateMark row={before} note={false} />
        </p>
      )}
      {FACT_GROUPS.map((group) => (
        <section key={group.title}>
          <GroupHead title={t(group.title)} group={group} record={record} />
          <dl className="grid grid-cols-[122px_minmax(0,1fr)] phone:grid-cols-[142px_minmax(0,1fr)]">
            {group.lines.map((line) => (
              <Line key={line.label} line={line} record={record} before={line.fact && differences.includes(line.fact) ? before : null} />
            ))}
          </dl>
        </section>
      ))}
      <section>
        <GroupHead title={t("token.tags")} group={TAGS} record={record} />
        <FactValue record={record} fact="tags">
          {record.tags && Object.keys(record.tags).length > 0 && <TagList tags={record.tags} />}
        </FactValue>
      </section>
      <KeyExtras extras={record.extras} />
      <Provenance facts={record.facts} />
    </>
  );
}

/** Tags are drawn on their own; this tells their head whose call brought them. */
const TAGS: FactGroup = { title: "token.tags", lines: [{ label: "token.tags", fact: "tags", value: () => null }] };

function Line({ line, record, before }: { line: FactLine; record: KeyDetail; before: KeyDetail | null }) {
  const t = useWords();
  const format = useFormat();
  const value = line.value(record, t, format);
  if (line.optional && !value && !(line.fact && (record.absent[line.fact] === "denied" || record.absent[line.fact] === "failed"))) return null;
  const ground = before ? "bg-info-soft" : "";
  return (
    <>
      <dt className={`min-h-6 py-0.5 text-ink-3 phone:min-h-7 phone:py-[3px] ${ground}`}>{t(line.label)}</dt>
      <dd className={`min-h-6 min-w-0 py-0.5 break-words phone:min-h-7 phone:py-[3px] ${ground}`}>
        <FactValue record={record} fact={line.fact}>
          {value}
        </FactValue>
        {before && (
          <span className="block text-second leading-note text-ink-3">
            {t("panel.before")}{" "}
            <s>
              <FactValue record={before} fact={line.fact}>
                {line.value(before, t, format)}
              </FactValue>
            </s>
          </span>
        )}
      </dd>
    </>
  );
}
