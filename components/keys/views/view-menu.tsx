import { ChevronDown, KeyRound } from "lucide-react";
import type { ComponentType, AnchorHTMLAttributes, ReactNode } from "react";
import { buttonClass } from "#components/ui/button-class.ts";
import { Icon } from "#components/ui/icon.tsx";
import type { SavedView } from "#lib/model/view.ts";
import type { Translate } from "#lib/words/translate.ts";
import type { CurrentView } from "./current-view.ts";
import { ViewGroups } from "./view-groups.tsx";
import { viewName } from "./view-words.ts";

export const VIEW_MENU = "views-menu";

export type LinkComponent = "a" | ComponentType<AnchorHTMLAttributes<HTMLAnchorElement> & { href: string }>;

export interface ViewMenuProps {
  t: Translate;
  views: readonly SavedView[];
  current: CurrentView | null;
  /** All keys are shown, in their own order. */
  isAll: boolean;
  viewerId: string;
  /** The reader's number of keys a page. */
  size: number | null;
  /** What follows a link: the browser, or the page itself. */
  Link: LinkComponent;
  /** Tells the view that was chosen, null for all keys: another may have the same address. */
  onPick?: (id: string | null) => void;
  /** What can be done with the view. */
  children?: ReactNode;
}

/** The menu of views beside the title. A native popover with plain links: it works before, and without, any script. */
export function ViewMenu(props: ViewMenuProps) {
  const { t, current, isAll, children } = props;
  const name = current ? viewName(current.view, t) : t(isAll ? "views.all" : "views.none");
  return (
    <>
      <button
        type="button"
        popoverTarget={VIEW_MENU}
        aria-label={current || isAll ? t("views.menu.of", { name }) : undefined}
        className={`${buttonClass("quiet", "sm")} min-w-0 shrink !text-body !text-ink print-hide`}
      >
        <Icon of={KeyRound} className="text-ink-2 phone:hidden" />
        <span className="truncate">{name}</span>
        <Icon of={ChevronDown} className="text-ink-2" />
      </button>
      {current?.isEdited && <span className="rounded-token bg-sunken px-1.5 text-second leading-[18px] text-ink-2 print-hide">{t("views.edited")}</span>}
      <div
        id={VIEW_MENU}
        popover="auto"
        className="quiet-scroll fixed inset-auto top-24 left-4 m-0 phone:mx-3.5 max-h-[min(640px,calc(100dvh-120px))] w-[min(340px,calc(100vw-28px))] overflow-auto rounded-card border border-line bg-raised text-ink shadow-float supports-[position-area:bottom]:inset-auto supports-[position-area:bottom]:mt-1 supports-[position-area:bottom]:[position-area:bottom_span-right] supports-[position-area:bottom]:[position-try-fallbacks:flip-inline]"
      >
        <ViewGroups {...props} />
        {children}
      </div>
    </>
  );
}
