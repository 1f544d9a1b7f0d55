"use client";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { Fact, FactField, KeyDetail } from "#lib/model/key.ts";
import type { FactGroup } from "./fact-groups.tsx";

/** The call that most facts of a group came from, and whether a part of the group was refused. */
function mainFact(group: FactGroup, record: KeyDetail): { fact: Fact; refused: boolean } | null {
  const fields = group.lines.map(({ fact }) => fact).filter((fact): fact is FactField => fact !== null);
  const refusedField = fields.find((field) => record.facts[field] && (record.absent[field] === "denied" || record.absent[field] === "failed"));
  const refused = refusedField && record.facts[refusedField];
  if (refused) return { fact: refused, refused: true };
  const known = fields.flatMap((field) => record.facts[field] ?? []);
  const most = known.reduce<Fact | null>((best, fact) => (best && count(known, best) >= count(known, fact) ? best : fact), null);
  return most && { fact: most, refused: false };
}

const count = (facts: readonly Fact[], { operation }: Fact) => facts.filter((fact) => fact.operation === operation).length;

/** The title of a group, and who said it when: operation and age. */
export function GroupHead({ title, group, record }: { title: string; group?: FactGroup; record?: KeyDetail }) {
  const said = group && record ? mainFact(group, record) : null;
  return (
    <header className="flex items-baseline gap-3 pt-[11px] pb-[3px]">
      <h3 className="text-hint font-strong whitespace-nowrap">{title}</h3>
      {said && (
        <span className={`mono ml-auto text-right text-id leading-4 tracking-mono break-words ${said.refused ? "text-warn" : "text-ink-3"}`}>
          {said.fact.operation}
          {!said.refused && (
            <>
              {" · "}
              <RelativeTime at={said.fact.at} />
            </>
          )}
        </span>
      )}
    </header>
  );
}
