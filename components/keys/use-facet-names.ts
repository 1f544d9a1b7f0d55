"use client";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useCloudLabel } from "#components/shell/clouds.tsx";
import { isUnread } from "#components/sources/source-mark.ts";
import { useAccountName } from "#components/sources/use-account-name.ts";
import { useWords } from "#components/ui/words.tsx";
import { sourcesQuery } from "#lib/client/queries.ts";
import { facetValue } from "#lib/query/facet-value.ts";
import type { FacetNames } from "./facet-options.ts";
import { valueWords } from "./words.ts";

/** How facet values are called, and which of them hang on a source that was never read. */
export function useFacetNames(): FacetNames {
  const { data: sources } = useQuery(sourcesQuery());
  const accountName = useAccountName();
  const cloudLabel = useCloudLabel();
  const t = useWords();
  return useMemo(() => {
    const unread = (sources ?? []).filter(isUnread);
    const partial = new Set(unread.flatMap(({ cloud, account, region }) => [`cloud ${cloud}`, `account ${account.id}`, `region ${region}`]));
    return {
      label: (field, value) => {
        // Also a field of names may have no value: that is no name.
        const asked = facetValue(field, value);
        if (asked.kind === "absent") return t(`value.${asked.reason}`);
        if (asked.kind === "none") return t("value.none");
        return field === "account" ? accountName(value) : field === "cloud" ? cloudLabel(value) : valueWords(field, value, t);
      },
      isDark: (field, value) => partial.has(`${field} ${value}`),
    };
  }, [sources, accountName, cloudLabel, t]);
}
