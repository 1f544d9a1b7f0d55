import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { OutsidePage } from "#components/shell/outside-page.tsx";
import { SetupForm } from "#components/sign-in/setup-form.tsx";
import { needsSetup } from "#lib/auth/setup.ts";
import type { Search } from "../search-string.ts";
import { pageTitle, readWords } from "../words.ts";

export const generateMetadata = (): Promise<Metadata> => pageTitle("setup");

export default async function SetupPage({ searchParams }: { searchParams: Search }) {
  if (!(await needsSetup())) redirect("/");
  const { t } = await readWords();
  const { token } = await searchParams;
  return (
    <OutsidePage title={t("setup.title")} lead={t("setup.lead")}>
      <SetupForm token={typeof token === "string" ? token : ""} />
    </OutsidePage>
  );
}
