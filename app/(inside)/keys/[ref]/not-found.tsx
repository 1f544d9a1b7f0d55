import type { Metadata } from "next";
import { NothingThere } from "#components/shell/nothing-there.tsx";
import { lastPart } from "../../../last-part.ts";
import { pageTitle, readWords } from "../../../words.ts";

export const generateMetadata = (): Promise<Metadata> => pageTitle("not-found");

export default async function NoSuchKey() {
  const { t } = await readWords();
  return <NothingThere lead={t("not-found.key", { ref: await lastPart() })} back={{ href: "/keys", words: t("not-found.go") }} t={t} />;
}
