"use client";
import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { Icon } from "#components/ui/icon.tsx";
import { useServerWords } from "#components/ui/server-words.tsx";
import { Sentence, useWords } from "#components/ui/words.tsx";
import type { CloudOffer } from "../cloud-offer.ts";

const codes = (values: readonly string[]) => <code className="mono text-code">{[...new Set(values)].join(" · ")}</code>;

/** Every column that a file may have, as the clouds themselves declare them. */
export function ColumnTable({ offers }: { offers: readonly CloudOffer[] }) {
  const t = useWords();
  const said = useServerWords();
  const kinds = offers.flatMap(({ credentials }) => credentials);
  const fields = [...new Map(kinds.flatMap((kind) => kind.fields).map((field) => [field.name, field])).values()];
  const services = [...new Set(offers.flatMap(({ endpoints }) => Object.keys(endpoints)))];
  const rows: { name: string; holds: ReactNode; mark?: string }[] = [
    { name: "cloud", holds: <Sentence text={t("import.column.cloud")} slots={{ clouds: codes(offers.map(({ id }) => id)) }} />, mark: t("import.needed") },
    { name: "name", holds: t("form.name"), mark: t("import.needed") },
    { name: "regions", holds: <Sentence text={t("import.column.regions")} slots={{ all: codes(["all"]) }} />, mark: t("import.needed") },
    { name: "groups", holds: t("import.column.groups") },
    {
      name: "credential.type",
      holds: <Sentence text={t("import.column.type")} slots={{ types: codes(kinds.map(({ type }) => type)) }} />,
      mark: t("import.needed"),
    },
    ...fields.map(({ name, label, secret }) => ({
      name: `credential.${name}`,
      holds: said(`credential.${name}`, label),
      ...(secret && { mark: t("import.secret") }),
    })),
    ...services.map((service) => ({ name: `endpoints.${service}`, holds: t("import.column.endpoint") })),
    ...(offers.some(({ hasProjects }) => hasProjects) ? [{ name: "projects.<region>", holds: t("import.column.project") }] : []),
    ...(["perSecond", "inFlight"] as const).map((name) => ({ name: `limits.${name}`, holds: t("import.column.limit", { limit: t(`form.limits.${name}`) }) })),
  ];
  return (
    <details className="group border-t border-line">
      <summary className="flex min-h-10 items-center gap-1.5 px-3.5 text-ink-2 touch:min-h-11">
        <Icon of={ChevronRight} className="transition-transform group-open:rotate-90" />
        {t("import.columns")}
      </summary>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] border-t border-line phone:grid-cols-1">
        {rows.map(({ name, holds, mark }) => (
          <div key={name} className="col-span-full grid grid-cols-subgrid gap-x-3 border-b border-line px-3.5 py-1.5 last:border-b-0">
            <dt className="mono text-code tracking-mono break-all">{name}</dt>
            <dd className="text-ink-2">
              {holds}
              {mark && <span className="ml-1.5 text-hint text-ink-3">{mark}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
