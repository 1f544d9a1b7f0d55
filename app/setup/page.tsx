import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { OutsidePage } from "#components/shell/outside-page.tsx";
import { SetupForm } from "#components/sign-in/setup-form.tsx";
import { needsSetup } from "#lib/auth/setup.ts";
import type { Search } from "../search-string.ts";

export const metadata: Metadata = { title: "Set up" };

export default async function SetupPage({ searchParams }: { searchParams: Search }) {
  if (!(await needsSetup())) redirect("/");
  const { token } = await searchParams;
  return (
    <OutsidePage title="Set up Keyatlas" lead="Nobody can sign in yet. The first person becomes its owner.">
      <SetupForm token={typeof token === "string" ? token : ""} />
    </OutsidePage>
  );
}
