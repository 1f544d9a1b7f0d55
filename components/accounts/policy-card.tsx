"use client";
import { Card, CardHead } from "#components/ui/card.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { JsonText } from "#components/ui/json-text.tsx";
import { useWords } from "#components/ui/words.tsx";

/** The least that the credential needs, to paste into the cloud's console. */
export function PolicyCard({ cloud, policy }: { cloud: string; policy: string }) {
  const t = useWords();
  return (
    <Card>
      <CardHead
        title={t("policy.title")}
        aside={t("policy.aside", { cloud })}
        action={<CopyButton text={policy} what={t("policy.copy")} words={t("policy.copy.short")} />}
      />
      <JsonText text={policy} label={t("policy.label")} className="px-3.5 py-3" />
    </Card>
  );
}
