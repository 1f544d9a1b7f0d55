import { buttonClass } from "#components/ui/button-class.ts";
import { PageHead } from "#components/ui/page-head.tsx";
import { PageLink } from "#components/ui/page-link.tsx";
import { Sheet } from "#components/ui/sheet.tsx";
import type { WordKey } from "#lib/words/en/index.ts";
import type { Translate } from "#lib/words/translate.ts";
import type { Role } from "#lib/model/scope.ts";

/** What a role lacks is said. */
export function NotAllowed({ what, least, t }: { what: WordKey; least: Role; t: Translate }) {
  return (
    <Sheet>
      <PageHead title={t("shell.not-allowed")} lead={t("shell.not-allowed.lead", { what: t(what), role: t(`role.${least}`) })} />
      <PageLink href="/keys" className={buttonClass("secondary")}>
        {t("shell.back")}
      </PageLink>
    </Sheet>
  );
}
