"use client";
import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { useCloudLabel } from "#components/shell/clouds.tsx";
import { buttonClass } from "#components/ui/button-class.ts";
import { useWords } from "#components/ui/words.tsx";
import { sourcesQuery } from "#lib/client/queries.ts";
import { formatFilter } from "#lib/query/format-value.ts";
import { overviewHref, type PlaceView, writtenPlace } from "./place-view.ts";

const FIELDS = ["cloud", "account", "region"] as const;

/** Which part of the inventory is counted: a plain form, which without script has a button. */
export function PlaceSelects({ view }: { view: PlaceView }) {
  const t = useWords();
  const router = useRouter();
  const cloudLabel = useCloudLabel();
  const { data: sources } = useQuery(sourcesQuery());
  const [isLive, setLive] = useState(false);
  useEffect(() => setLive(true), []);
  const options = (field: (typeof FIELDS)[number]) => {
    const held = new Map<string, string>();
    for (const { cloud, account, region } of sources ?? []) {
      const [value, label] = { cloud: [cloud, cloudLabel(cloud)], account: [account.id, account.name], region: [region, region] }[field] as [string, string];
      held.set(formatFilter({ field, negated: false, match: "equals", values: [{ kind: "text", text: value }] }), label);
    }
    const written = writtenPlace(view, field);
    // What the link asks for and no select offers stays, as it is written.
    if (written && !held.has(written)) held.set(written, written);
    return [...held].sort(([, a], [, b]) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
  };
  return (
    <form action="/overview" aria-label={t("overview.places")} className="flex flex-wrap items-center gap-2 phone:w-full phone:flex-nowrap">
      {FIELDS.map((field) => (
        <select
          key={field}
          name={field}
          aria-label={t(`field.${field}`)}
          value={writtenPlace(view, field)}
          onChange={(event) => router.push(overviewHref(view, field, event.target.value))}
          className="h-8 max-w-[200px] min-w-0 phone:flex-1 rounded-control border border-control bg-surface px-2 text-ink touch:h-11"
        >
          <option value="">{t(`overview.all.${field}`)}</option>
          {options(field).map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      ))}
      {!isLive && (
        <button type="submit" className={buttonClass("secondary")}>
          {t("overview.show")}
        </button>
      )}
    </form>
  );
}
