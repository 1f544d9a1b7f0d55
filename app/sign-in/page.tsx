import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { OutsidePage } from "#components/shell/outside-page.tsx";
import { ReturnNote } from "#components/sign-in/return-note.tsx";
import { SignInForm } from "#components/sign-in/sign-in-form.tsx";
import { localPath } from "#lib/auth/local-path.ts";
import { needsSetup } from "#lib/auth/setup.ts";
import type { Search } from "../search-string.ts";
import { pageTitle, readWords } from "../words.ts";

export const generateMetadata = (): Promise<Metadata> => pageTitle("sign-in");

const one = (value: string | string[] | undefined): string | null => (Array.isArray(value) ? (value[0] ?? null) : (value ?? null));

export default async function SignInPage({ searchParams }: { searchParams: Search }) {
  if (await needsSetup()) redirect("/setup");
  const { t } = await readWords();
  const { callbackUrl, error } = await searchParams;
  const next = localPath(one(callbackUrl) ?? "", []);
  return (
    <OutsidePage title={t("sign-in")} lead={t("shell.lead")}>
      {next && next !== "/" && next !== "/keys" && <ReturnNote path={next} t={t} />}
      <SignInForm next={next ?? "/"} error={one(error)} />
    </OutsidePage>
  );
}
