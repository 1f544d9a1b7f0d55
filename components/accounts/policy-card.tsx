"use client";
import { Card, CardHead } from "#components/ui/card.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { JsonText } from "#components/ui/json-text.tsx";

/** The least that the credential needs, to paste into the cloud's console. */
export function PolicyCard({ cloud, policy }: { cloud: string; policy: string }) {
  return (
    <Card>
      <CardHead title="Least-privilege policy" aside={`${cloud}, read only`} action={<CopyButton text={policy} what="policy" words="Copy" />} />
      <JsonText text={policy} label="Policy" className="px-3.5 py-3" />
    </Card>
  );
}
