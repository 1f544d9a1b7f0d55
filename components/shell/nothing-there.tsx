import { buttonClass } from "#components/ui/button-class.ts";
import { PageHead } from "#components/ui/page-head.tsx";
import { PageLink } from "#components/ui/page-link.tsx";
import { Sheet } from "#components/ui/sheet.tsx";
import type { Translate } from "#lib/words/translate.ts";

interface NothingThereProps {
  /** What the address names, in words. */
  lead: string;
  back: { href: string; words: string };
  t: Translate;
}

/** An address of ours that leads to nothing, within the frame: what is wrong with it, and where to go. */
export function NothingThere({ lead, back, t }: NothingThereProps) {
  return (
    <Sheet>
      <PageHead title={t("not-found.title")} />
      <p className="mb-3.5 break-words text-ink-2">{lead}</p>
      <PageLink href={back.href} className={buttonClass("secondary")}>
        {back.words}
      </PageLink>
    </Sheet>
  );
}
