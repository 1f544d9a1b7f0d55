"use client";
import { PageLink } from "#components/ui/page-link.tsx";
import { useWords } from "#components/ui/words.tsx";

/** The way from the accounts to this page. */
export function AccountsCrumb({ here }: { here: string }) {
  const t = useWords();
  return (
    <>
      <PageLink href="/accounts" className="text-ink-2 underline decoration-line-strong underline-offset-3">
        {t("place.accounts")}
      </PageLink>{" "}
      / {here}
    </>
  );
}
