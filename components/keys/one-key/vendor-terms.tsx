"use client";
import { useCloudLabel } from "#components/shell/clouds.tsx";
import { useWords } from "#components/ui/words.tsx";
import type { FactField, KeyDetail } from "#lib/model/key.ts";
import type { VendorTerm } from "#lib/model/vendor-terms.ts";
import { LANGUAGE_TAGS } from "#lib/words/languages.ts";

/** What the vendor calls a fact and its value, in both of its languages: what to look for in its console. */
export function VendorTerms({ record, fact }: { record: KeyDetail; fact: FactField }) {
  const t = useWords();
  const label = useCloudLabel()(record.cloud);
  const { field, value } = record.terms?.[fact] ?? { field: null, value: null };
  if (!field && !value) return null;
  const line = (language: keyof VendorTerm) => [field, value].flatMap((term) => (term ? [term[language]] : [])).join(language === "zh" ? "：" : ": ");
  return (
    <section className="border-line text-hint text-ink-2 not-first:border-t not-first:pt-2">
      <p className="font-strong text-ink">{t("menu.vendor", { cloud: label })}</p>
      <p lang={LANGUAGE_TAGS.en}>{line("en")}</p>
      <p lang={LANGUAGE_TAGS.zh}>{line("zh")}</p>
    </section>
  );
}
