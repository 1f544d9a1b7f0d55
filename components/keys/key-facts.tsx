"use client";
import { useWords } from "#components/ui/words.tsx";
import type { FactField, KeyDetail } from "#lib/model/key.ts";
import { FACT_GROUPS } from "./fact-groups.tsx";
import type { FactGroup, FactLine as FactLineOf } from "./fact-groups.tsx";
import { FactValue } from "./fact-value.tsx";
import { GroupHead } from "./group-head.tsx";
import { KeyExtras } from "./key-extras.tsx";
import { FactLine } from "./one-key/fact-line.tsx";
import { KeyHistory } from "./one-key/key-history.tsx";
import { KeyTags } from "./one-key/key-tags.tsx";
import { useRecordPlace } from "./one-key/record-place.tsx";
import { Provenance } from "./provenance.tsx";

interface KeyFactsProps {
  /** What is shown: the inventory's record, or the cloud's answer of this moment. */
  record: KeyDetail;
  /** The inventory's record, when `record` is newer. */
  before: KeyDetail | null;
  differences: readonly FactField[];
  isAsking: boolean;
}

/** All facts of a key in titled groups; what the cloud tells differently now is marked, with what the inventory holds. */
export function KeyFacts({ record, before, differences, isAsking }: KeyFactsProps) {
  const t = useWords();
  const { isPage } = useRecordPlace();
  const was = (fact: FactField | null) => (fact && differences.includes(fact) ? before : null);
  return (
    <>
      <div className="@container">
        <div
          className={`items-start gap-x-10 @min-[720px]:grid @min-[720px]:grid-cols-2 ${isPage ? "print:grid print:grid-cols-2" : "@min-[1120px]:grid-cols-3"}`}
        >
          {FACT_GROUPS.map((group) => (
            <section key={group.title} className="break-inside-avoid">
              <GroupHead title={t(group.title)} group={group} record={record} />
              <dl className="grid grid-cols-[122px_minmax(0,1fr)] phone:grid-cols-[128px_minmax(0,1fr)]">
                {group.lines.map((line, at) => (
                  <FactLine
                    key={line.label}
                    line={line}
                    record={record}
                    before={was(line.fact)}
                    isRepeated={isRepeated(record, group.lines.slice(0, at), line)}
                  />
                ))}
              </dl>
            </section>
          ))}
          <section className="break-inside-avoid">
            <GroupHead title={t("token.tags")} group={TAGS} record={record} />
            <div className={was("tags") ? "bg-info-soft" : ""}>
              <FactValue record={record} fact="tags">
                {record.tags && Object.keys(record.tags).length > 0 && <KeyTags record={record} before={was("tags")?.tags ?? null} />}
              </FactValue>
            </div>
          </section>
        </div>
      </div>
      <div className="mt-3 border-t border-line pt-1">
        <KeyExtras extras={record.extras} isAsking={isAsking} />
      </div>
      <KeyHistory record={record} />
      <Provenance facts={record.facts} />
    </>
  );
}

/** Tags are drawn on their own; this tells their head whose call brought them. */
const TAGS: FactGroup = { title: "token.tags", lines: [{ label: "token.tags", fact: "tags", value: () => null }] };

/** Whether an earlier line of the group lacks its value for the same reason, told by the same answer: a refused describe darkens many facts at once. */
function isRepeated({ absent, notes, facts }: KeyDetail, earlier: readonly FactLineOf[], { fact }: FactLineOf): boolean {
  if (!fact) return false;
  const reason = absent[fact];
  if (reason !== "denied" && reason !== "failed") return false;
  return earlier.some((line) => line.fact && absent[line.fact] === reason && notes[line.fact] === notes[fact] && facts[line.fact]?.at === facts[fact]?.at);
}
