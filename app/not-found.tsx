import type { Metadata } from "next";
import { OutsidePage } from "#components/shell/outside-page.tsx";
import { buttonClass } from "#components/ui/button-class.ts";
import { PageLink } from "#components/ui/page-link.tsx";
import { pageTitle, readWords } from "./words.ts";

export const generateMetadata = (): Promise<Metadata> => pageTitle("not-found");

export default async function NotFound() {
  const { t } = await readWords();
  return (
    <OutsidePage title={t("not-found.title")} lead={t("not-found.lead")}>
      <PageLink href="/keys" className={buttonClass("secondary")}>
        {t("not-found.go")}
      </PageLink>
    </OutsidePage>
  );
}
