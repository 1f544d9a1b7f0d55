"use client";
import { KeyRound } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { useServerWords } from "#components/ui/server-words.tsx";
import { Sentence, useWords } from "#components/ui/words.tsx";
import type { Account } from "#lib/model/account.ts";
import type { CloudOffer } from "./cloud-offer.ts";

/** That there is a credential, of which kind and since when; never the credential. */
export function CredentialKept({ account, offer, onReplace }: { account: Account | null; offer: CloudOffer; onReplace: () => void }) {
  const t = useWords();
  const credential = account?.credential;
  const said = useServerWords();
  const kind = offer.credentials.find(({ type }) => type === credential?.type);
  const label = kind ? said(`credential.kind.${kind.type}`, kind.label) : credential?.type;
  return (
    <div className="flex flex-wrap items-center gap-2.5">
      <Icon of={KeyRound} size={16} className="text-ink-2" />
      <span className="min-w-0 flex-1">
        {label}
        {credential?.hint && <code className="mono ml-2 text-code text-ink-2">{credential.hint}</code>}
        {credential && (
          <span className="block text-hint text-ink-3">
            <Sentence text={t("accounts.set")} slots={{ at: <RelativeTime at={credential.setAt} /> }} />
          </span>
        )}
      </span>
      <Button onClick={onReplace}>{t("form.replace")}</Button>
    </div>
  );
}
