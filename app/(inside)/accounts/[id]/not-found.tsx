import type { Metadata } from "next";
import { NothingThere } from "#components/shell/nothing-there.tsx";
import { lastPart } from "../../../last-part.ts";
import { pageTitle, readWords } from "../../../words.ts";

export const generateMetadata = (): Promise<Metadata> => pageTitle("not-found");

export default async function NoSuchAccount() {
  const { t } = await readWords();
  return <NothingThere lead={t("not-found.account", { ref: await lastPart() })} back={{ href: "/accounts", words: t("place.accounts") }} t={t} />;
}
