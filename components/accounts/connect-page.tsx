"use client";
import { useCloudLabel } from "#components/shell/clouds.tsx";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { LinkFaults } from "#components/shell/link-faults.tsx";
import { announce } from "#components/ui/live-region.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { Sheet } from "#components/ui/sheet.tsx";
import { Sentence, useWords } from "#components/ui/words.tsx";
import { connectAccount } from "#lib/client/change-account.ts";
import type { Account } from "#lib/model/account.ts";
import { AccountForm } from "./account-form.tsx";
import { AccountsCrumb } from "./accounts-crumb.tsx";
import type { CloudOffer } from "./cloud-offer.ts";
import { draftLike, emptyDraft, inputOf } from "./draft.ts";
import { PolicyCard } from "./policy-card.tsx";

interface ConnectPageProps {
  offers: readonly CloudOffer[];
  /** The account that this one begins from, and what of its credential is no secret. */
  repeated: { account: Account; credential: Record<string, string> } | null;
  /** The id of an account to begin from that there is none of. */
  missed: string | null;
}

/** Connect a cloud account; afterwards its own page runs the preflight. */
export function ConnectPage({ offers, repeated, missed }: ConnectPageProps) {
  const t = useWords();
  const cloudLabel = useCloudLabel();
  const router = useRouter();
  const client = useQueryClient();
  const [offer, setOffer] = useState(offers.find(({ id }) => id === repeated?.account.cloud) ?? offers[0]);
  const connect = useMutation({
    mutationFn: connectAccount,
    onSuccess: (account) => {
      announce(t("account.connected", { name: account.name }));
      for (const queryKey of [["accounts"], ["sources"], ["sync"], ["keys"]]) void client.invalidateQueries({ queryKey });
      router.push(`/accounts/${account.id}?check=now`);
    },
    onError: (error) => announce(t("account.not-connected", { message: error.message })),
  });
  if (!offer) return null;
  return (
    <Sheet>
      <PageHead
        crumb={{
          label: t("account.crumb"),
          path: <AccountsCrumb here={t("connect.crumb")} />,
        }}
        title={t("accounts.connect")}
        lead={t("connect.lead")}
      />
      <LinkFaults takes={["like"]} said={missed === null ? [] : [t("link.no-account", { id: missed })]} />
      {repeated && (
        <Notice tone="info" className="mb-3.5">
          <Sentence text={t("connect.like")} slots={{ name: <b>{repeated.account.name}</b> }} />
        </Notice>
      )}
      <div className="grid grid-cols-[minmax(0,1fr)_minmax(0,1.12fr)] items-start gap-5 max-lg:grid-cols-1">
        <AccountForm
          offers={offers}
          initial={repeated ? draftLike(repeated.account, repeated.credential) : emptyDraft(offer)}
          account={null}
          isBusy={connect.isPending || connect.isSuccess}
          error={connect.error}
          onCloud={(next) => {
            setOffer(next);
            connect.reset();
          }}
          onSubmit={(draft) => connect.mutate(inputOf(draft))}
          submitWords={t("connect.crumb")}
        />
        <PolicyCard cloud={cloudLabel(offer.id)} policy={offer.policy} />
      </div>
    </Sheet>
  );
}
