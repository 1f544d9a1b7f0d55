import { Clock } from "lucide-react";
import type { Figure } from "#components/charts/figure-strip.tsx";
import type { Format } from "#components/ui/make-format.ts";
import type { Overview } from "#lib/model/overview.ts";
import type { Translate } from "#lib/words/translate.ts";
import { keysHref, type PlaceView } from "./place-view.ts";

const UNKNOWN = ["denied", "failed", "pending"] as const;

/** The six numbers that are asked for first, each with what it is a part of. */
export function figuresOf({ total, facets, soon, sources }: Overview, view: PlaceView, t: Translate, format: Format, isPartial: boolean): Figure[] {
  const of = (field: string, ...values: string[]) => (facets[field] ?? []).reduce((sum, { value, count }) => sum + (values.includes(value) ? count : 0), 0);
  const shown = (count: number) => format.count(count, isPartial);
  const distinct = (values: string[]) => new Set(values).size;
  const unknown = UNKNOWN.map((reason) => ({ reason, count: of("rotation", reason) })).filter(({ count }) => count > 0);
  return [
    {
      name: t("place.keys"),
      shown: shown(total),
      note: t("overview.keys.where", {
        accounts: distinct(sources.map(({ account }) => account.id)),
        regions: distinct(sources.map(({ region }) => region)),
        clouds: distinct(sources.map(({ cloud }) => cloud)),
      }),
      href: keysHref(view),
    },
    {
      name: t("overview.deleted-soon"),
      shown: shown(soon.deletes.count),
      note: t("overview.of-pending", { shown: shown(of("state", "pending-deletion")) }),
      href: keysHref(view, `${soon.deletes.query}&sort=deletes`),
      icon: soon.deletes.count > 0 ? Clock : null,
    },
    {
      name: t("overview.rotation-off"),
      shown: shown(of("rotation", "off")),
      note: t("overview.of-rotating", { shown: shown(of("rotation", "on", "off", "suspended")) }),
      href: keysHref(view, "rotation=off"),
    },
    {
      name: t("overview.rotation-unknown"),
      shown: shown(unknown.reduce((sum, { count }) => sum + count, 0)),
      note: unknown.length ? unknown.map(({ reason, count }) => t(`overview.count.${reason}`, { count })).join(t("list.and")) : t("overview.all-known"),
      href: keysHref(view, `rotation=${UNKNOWN.join(",")}`),
    },
    {
      name: t("value.disabled"),
      shown: shown(of("state", "disabled")),
      note: t("overview.of-keys", { shown: shown(total) }),
      href: keysHref(view, "state=disabled"),
    },
    {
      name: t("overview.expire-soon"),
      shown: shown(soon.expires.count),
      note: t("overview.of-imported", { shown: shown(of("origin", "imported")) }),
      href: keysHref(view, `${soon.expires.query}&sort=expires`),
    },
  ];
}
