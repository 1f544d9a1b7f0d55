"use client";
import type { ReactNode } from "react";
import { Gap } from "#components/keys/gap.tsx";
import { countOf, formatCount } from "#components/ui/format-count.ts";
import { formatDay } from "#components/ui/format-time.ts";
import type { KeyInstance, Quota } from "#lib/model/about-source.ts";
import type { SourceRow } from "#lib/model/source.ts";
import type { Told } from "#lib/model/told.ts";

/** What stands behind one source: what its last reading cost, and what the cloud says of its service there. */
export function SourceAbout({ source }: { source: SourceRow }) {
  const { cost, about, onlySpecs } = source;
  return (
    <dl className="grid gap-x-8 gap-y-2 md:grid-cols-[repeat(auto-fit,minmax(220px,1fr))]">
      <Part title="Last reading">
        {cost ? (
          <>
            {countOf(cost.calls, "call")} in {seconds(cost.ms)}, {cost.throttled === 0 ? "never" : `${formatCount(cost.throttled)}×`} slowed down by the cloud
            <span className="second">
              {cost.kind === "full"
                ? `Full: ${countOf(cost.described, "key")} asked one by one`
                : `Light: ${countOf(cost.described, "key")} asked one by one, the others from lists`}
            </span>
          </>
        ) : (
          "not read yet"
        )}
      </Part>
      {onlySpecs && (
        <Part title="Limit of this site">
          <span className="text-warn">Lists {onlySpecs.join(", ").toUpperCase()} keys only</span>
          <span className="second">Other keys may exist here that nobody can list.</span>
        </Part>
      )}
      {about.service && isTold(about.service) && (
        <Part title="Service">
          <ToldWords told={about.service}>{(word) => sentence(word)}</ToldWords>
        </Part>
      )}
      {about.instances && isTold(about.instances) && (
        <Part title="Instances">
          <ToldWords told={about.instances}>{(list) => <Instances list={list} />}</ToldWords>
        </Part>
      )}
      {about.quotas && isTold(about.quotas) && (
        <Part title="Quotas">
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
  if (list.length === 0) return "none";
  return (
    <ul>
      {list.map(({ id, name, status, kind, endsAt }) => (
        <li key={id}>
          {name && `${name} `}
          <code className="mono text-code break-all">{id}</code>
          <span className="second">
            {[status && sentence(status), kind && sentence(kind), endsAt && `ends ${formatDay(endsAt)}`].filter(Boolean).join(" · ")}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Quotas({ list }: { list: readonly Quota[] }) {
  if (list.length === 0) return "none";
  return (
    <ul>
      {list.map(({ name, used, most }) => (
        <li key={name}>
          {name}: {used === null ? "unknown" : formatCount(used)}
          {most !== null && ` of ${formatCount(most)}`}
        </li>
      ))}
    </ul>
  );
}

const sentence = (word: string) => word.charAt(0).toUpperCase() + word.slice(1).replaceAll("-", " ");
const seconds = (ms: number) => (ms < 1000 ? "less than a second" : `${formatCount(Math.round(ms / 1000))} s`);
