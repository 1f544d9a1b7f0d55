import { Logo } from "#components/ui/logo.tsx";
import { PageLink } from "#components/ui/page-link.tsx";
import type { Translate } from "#lib/words/translate.ts";
import { CoverageBadge } from "./coverage-badge.tsx";
import { JumpBox } from "./jump-box.tsx";
import { LateRefresh, LateTheme } from "./late-shell.tsx";
import { MainNav } from "./main-nav.tsx";
import { UserMenu } from "./user-menu.tsx";
import type { Viewer } from "./viewer.tsx";

export function TopBar({ viewer, t }: { viewer: Viewer; t: Translate }) {
  return (
    <header className="top-bar sticky top-0 z-30 flex h-12 shrink-0 items-center gap-1 border-b border-line bg-canvas px-4 phone:h-[52px] phone:pr-2 phone:pl-3.5">
      <a href="#main" className="sr-only focus:not-sr-only focus:absolute focus:top-2 focus:left-3 focus:z-40 focus:bg-surface focus:px-2 focus:py-1">
        {t("shell.skip")}
      </a>
      <PageLink href="/keys" className="mr-5 flex shrink-0 items-center gap-[9px] text-section font-strong tracking-panel text-ink phone:mr-0">
        <Logo />
        Keyatlas
      </PageLink>
      <MainNav look="bar" />
      <span className="flex-1" />
      <JumpBox />
      <CoverageBadge />
      <LateRefresh className="phone:hidden print-hide" />
      <span className="mx-1.5 h-5 w-px bg-line-strong phone:hidden" />
      <LateTheme className="phone:hidden print-hide" />
      <UserMenu viewer={viewer} t={t} />
    </header>
  );
}
