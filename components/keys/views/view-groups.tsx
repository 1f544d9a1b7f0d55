import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { Icon } from "#components/ui/icon.tsx";
import type { SavedView } from "#lib/model/view.ts";
import type { ViewMenuProps } from "./view-menu.tsx";
import { allKeysHref, viewHref } from "./view-query.ts";
import { viewName } from "./view-words.ts";

const ROW = "flex min-h-7 items-center gap-2 rounded-control px-2 py-1 text-ink hover:bg-sunken touch:min-h-11 aria-[current]:bg-accent-soft";

/** All keys, then the reader's own views, what others share, and the built-in ones. */
export function ViewGroups({ t, views, current, isAll, viewerId, size, Link, onPick }: ViewMenuProps) {
  const start = views.find(({ isDefault }) => isDefault);
  const groups = [
    ["views.own", views.filter(({ owner, isBuiltIn }) => !isBuiltIn && owner?.id === viewerId)],
    ["views.shared", views.filter(({ owner, isBuiltIn }) => !isBuiltIn && owner?.id !== viewerId)],
    ["views.built-in", views.filter(({ isBuiltIn }) => isBuiltIn)],
  ] as const;
  const row = (id: string | null, href: string, isCurrent: boolean, name: string, note: ReactNode) => (
    <li key={id ?? "all"}>
      <Link href={href} aria-current={isCurrent || undefined} onClick={onPick && (() => onPick(id))} className={ROW}>
        <span className="w-3.5">{isCurrent && <Icon of={Check} />}</span>
        <span className="min-w-0 flex-1 break-words">{name}</span>
        {note && <span className="text-second text-ink-3">{note}</span>}
      </Link>
    </li>
  );
  const noteOf = (view: SavedView) => {
    const by = view.isBuiltIn || view.owner?.id === viewerId ? "" : view.owner ? t("views.by", { name: view.owner.name }) : t("views.by.nobody");
    const marks = [by, view.isShared && !view.isBuiltIn && !by && t("views.mark.shared"), view.isDefault && t("views.mark.default")];
    return marks.filter(Boolean).join(" · ");
  };
  return (
    <nav aria-label={t("views.menu")} className="p-1.5">
      <ul>{row(null, allKeysHref(start !== undefined, size), !current && isAll, t("views.all"), "")}</ul>
      {groups.map(
        ([head, list]) =>
          list.length > 0 && (
            <div key={head}>
              <p className="px-2 pt-2.5 pb-1 text-hint text-ink-3">{t(head)}</p>
              <ul aria-label={t(head)}>
                {list.map((view) => row(view.id, viewHref(view, size), current?.view.id === view.id && !current.isEdited, viewName(view, t), noteOf(view)))}
              </ul>
            </div>
          ),
      )}
    </nav>
  );
}
