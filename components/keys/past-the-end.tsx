"use client";
import { useEffect } from "react";
import { announce } from "#components/ui/live-region.tsx";
import { SoftLink } from "#components/ui/soft-link.tsx";
import { Sentence, useWords } from "#components/ui/words.tsx";
import { BodyMessage } from "./body-message.tsx";
import { keyView } from "./key-view.ts";
import type { KeyView } from "./key-view.ts";
import type { MissedPage } from "./table-body.tsx";

/** A page past the end: the last one is shown, and it is said. */
export function PastTheEnd({ view, total, onMissedPage }: { view: KeyView; total: number; onMissedPage: (missed: MissedPage) => void }) {
  const t = useWords();
  const { query, href } = view;
  const last = Math.ceil(total / query.size);
  const target = href({ ...query, page: last });
  useEffect(() => {
    announce(t("body.no-page.announce", { page: query.page, last }));
    // Next listens to the history only after the effects of its first render: the address would change, and nobody would read it.
    const timer = setTimeout(() => {
      onMissedPage({ page: query.page, request: keyView(new URL(target, window.location.href).search).request });
      window.history.replaceState(null, "", target);
    });
    return () => clearTimeout(timer);
  }, [query.page, last, target, onMissedPage, t]);
  const link = (
    <SoftLink href={target} className="text-accent underline">
      {t("body.no-page.link", { page: last })}
    </SoftLink>
  );
  return (
    <BodyMessage title={t("body.no-page", { page: query.page })}>
      <Sentence text={t("body.no-page.last")} slots={{ page: link }} />
    </BodyMessage>
  );
}
