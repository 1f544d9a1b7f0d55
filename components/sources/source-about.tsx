"use client";
import type { ReactNode } from "react";
import { Gap } from "#components/keys/gap.tsx";
import { useFormat, useWords } from "#components/ui/words.tsx";
import type { KeyInstance, Quota } from "#lib/model/about-source.ts";
import type { SourceRow } from "#lib/model/source.ts";
import type { Told } from "#lib/model/told.ts";
import type { Translate } from "#lib/words/translate.ts";

/** What stands behind one source: what its last reading cost, and what the cloud says of its service there. */
export function SourceAbout({ source }: { source: SourceRow }) {
  const t = useWords();
  const { cost, next, asked, about, onlySpecs } = source;
  return (
    <dl className="grid gap-x-8 gap-y-2 md:grid-cols-[repeat(auto-fit,minmax(220px,1fr))]">
      <Part title={t("about.cost")}>
        {cost ? (
          <>
            {t("about.cost.words", { calls: cost.calls, span: seconds(cost.ms, t) })}
            {cost.throttled === 0 ? t("about.cost.never") : t("about.cost.slowed", { count: cost.throttled })}
            <span className="second">{t(`about.${cost.kind}`, { count: cost.described })}</span>
          </>
        ) : (
          t("about.not-read")
        )}
      </Part>
      {next && (
        <Part title={t("about.next")}>
          {t("about.next.words", { calls: next.calls, span: seconds(next.seconds * 1000, t) })}
          <span className="second">{t(`about.next.${next.kind}`)}</span>
          {asked && asked.calls > next.calls && (
            <span className="second">{t("about.next.asked", { calls: asked.calls, span: seconds(asked.seconds * 1000, t) })}</span>
          )}
        </Part>
      )}
      {onlySpecs && (
        <Part title={t("about.limit")}>
          <span className="text-warn">{t("about.limit.specs", { specs: onlySpecs.join(t("list.and")).toUpperCase() })}</span>
          <span className="second">{t("about.limit.note")}</span>
        </Part>
      )}
      {about.service && isTold(about.service) && (
        <Part title={t("about.service")}>
          <ToldWords told={about.service}>{(word) => serviceWord(word, t)}</ToldWords>
        </Part>
      )}
      {about.instances && isTold(about.instances) && (
        <Part title={t("about.instances")}>
          <ToldWords told={about.instances}>{(list) => <Instances list={list} />}</ToldWords>
        </Part>
      )}
      {about.quotas && isTold(about.quotas) && (
        <Part title={t("about.quotas")}>
          <ToldWords told={about.quotas}>{(list) => <Quotas list={list} />}</ToldWords>
        </Part>
      )}
    </dl>
  );
}

/** What this cloud has no word for is not mentioned. */
const isTold = (told: Told<unknown>) => !("absent" in told) || told.absent !== "unreported" || told.note !== null;

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-hint text-ink-3">{title}</dt>
      <dd className="break-words">{children}</dd>
    </div>
  );
}

function ToldWords<T>({ told, children }: { told: Told<T>; children: (value: T) => ReactNode }) {
  if (!("absent" in told)) return <>{children(told.value)}</>;
  return (
    <>
      <Gap reason={told.absent} />
      {told.note && <span className="second mono break-all">{told.note}</span>}
    </>
  );
}

function Instances({ list }: { list: readonly KeyInstance[] }) {
  const t = useWords();
  const format = useFormat();
  if (list.length === 0) return t("about.none");
  return (
    <ul>
      {list.map(({ id, name, status, kind, endsAt }) => (
        <li key={id}>
          {name && `${name} `}
          <code className="mono text-code break-all">{id}</code>
          <span className="second">
            {[status && sentence(status), kind && sentence(kind), endsAt && t("about.ends", { day: format.day(endsAt) })].filter(Boolean).join(" · ")}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Quotas({ list }: { list: readonly Quota[] }) {
  const t = useWords();
  const format = useFormat();
  if (list.length === 0) return t("about.none");
  const words = ({ name, used, most }: Quota) => {
    const values = { name, used: used === null ? t("source.unknown") : format.count(used) };
    return most === null ? t("about.quota", values) : t("about.quota.of", { ...values, most });
  };
  return (
    <ul>
      {list.map((quota) => (
        <li key={quota.name}>{words(quota)}</li>
      ))}
    </ul>
  );
}

const sentence = (word: string) => word.charAt(0).toUpperCase() + word.slice(1).replaceAll("-", " ");
const seconds = (ms: number, t: Translate) => (ms < 1000 ? t("about.moment") : t("about.seconds", { count: Math.round(ms / 1000) }));

/** Ours where the cloud's word is one of the common ones. */
function serviceWord(word: string, t: Translate): string {
  const key = `service.${word}`;
  return t.knows(key) ? t(key) : sentence(word);
}
