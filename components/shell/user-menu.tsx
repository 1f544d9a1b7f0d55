import { Menu, User } from "lucide-react";
import { Icon } from "#components/ui/icon.tsx";
import { ICON_BUTTON } from "#components/ui/icon-button.tsx";
import type { Translate } from "#lib/words/translate.ts";
import { LateLanguage, LateRefresh, LateSignOut, LateTheme } from "./late-shell.tsx";
import { MainNav } from "./main-nav.tsx";
import { TIME_CHOICE_ID } from "./time-choice-id.ts";
import type { Viewer } from "./viewer.tsx";

const ID = "user-menu";

/** What the role lets a person do, in words: what is hidden is said. */
const MAY = { viewer: "shell.may.look", auditor: "shell.may.export", operator: "shell.may.operate", owner: "shell.may.all" } as const;

/** Who is signed in, and the way out; on the phone also the places and the theme. A native popover: Esc and a click outside close it. */
export function UserMenu({ viewer, t }: { viewer: Viewer; t: Translate }) {
  return (
    <>
      <button type="button" popoverTarget={ID} aria-label={t("shell.menu", { name: viewer.name })} className={`${ICON_BUTTON} print-hide`}>
        <Icon of={User} size={16} className="phone:hidden" />
        <Icon of={Menu} size={18} className="md:hidden" />
      </button>
      <div
        id={ID}
        popover="auto"
        className="fixed inset-[52px_12px_auto_auto] w-[264px] rounded-card border border-line bg-raised text-ink shadow-float phone:inset-[56px_8px_auto_auto]"
      >
        <div className="border-b border-line px-3.5 py-3">
          <p className="font-strong break-words">{viewer.name}</p>
          <p className="text-hint text-ink-3">
            {t(`role.${viewer.role}`)}
            {viewer.groups !== "all" && ` · ${viewer.groups.length > 0 ? viewer.groups.join(t("list.and")) : t("shell.no-group")}`}
          </p>
          <p className="mt-1.5 text-hint text-ink-2">{t(MAY[viewer.role])}</p>
        </div>
        <div className="border-b border-line p-1.5 md:hidden">
          <MainNav look="list" />
        </div>
        <div className="flex items-center gap-2 border-b border-line p-2 md:hidden">
          <LateRefresh className="flex-1" />
          <LateTheme />
        </div>
        <div className="border-b border-line p-2">
          <LateLanguage />
        </div>
        <div id={TIME_CHOICE_ID} />
        <div className="p-2">
          <LateSignOut />
        </div>
      </div>
    </>
  );
}
