"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { CopyPlus, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { lazy, Suspense, useEffect, useState } from "react";
import { CloudTile, useCloudLabel } from "#components/shell/clouds.tsx";
import { ProblemLines } from "#components/sources/problem-lines.tsx";
import { Button } from "#components/ui/button.tsx";
import { buttonClass } from "#components/ui/button-class.ts";
import { Icon } from "#components/ui/icon.tsx";
import { announce } from "#components/ui/live-region.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { PageLink } from "#components/ui/page-link.tsx";
import { Sheet } from "#components/ui/sheet.tsx";
import { useWords } from "#components/ui/words.tsx";
import { checkAccount, editAccount } from "#lib/client/change-account.ts";
import type { AccountInput } from "#lib/client/change-account.ts";
import type { Account } from "#lib/model/account.ts";
import { AccountForm } from "./account-form.tsx";
import { AccountsCrumb } from "./accounts-crumb.tsx";
import { CheckCard } from "./check-card.tsx";
import type { CloudOffer } from "./cloud-offer.ts";
import { changeOf, draftOf } from "./draft.ts";
import { PolicyCard } from "./policy-card.tsx";

const RemoveDialog = lazy(() => import("./remove-dialog.tsx").then((module) => ({ default: module.RemoveDialog })));

/** One account: its settings, what its credential may ask, and the way to remove it. */
export function AccountPage({ account: given, offer, checksNow }: { account: Account; offer: CloudOffer; checksNow: boolean }) {
  const t = useWords();
  const cloudLabel = useCloudLabel();
  const router = useRouter();
  const client = useQueryClient();
  const [account, setAccount] = useState(given);
  const [isRemoving, setRemoving] = useState(false);
  const [saves, setSaves] = useState(0);
  const check = useMutation({ mutationFn: () => checkAccount(account.id) });
  const edit = useMutation({
    mutationFn: (change: Partial<AccountInput>) => editAccount(account.id, change),
    onSuccess: (saved) => {
      setAccount(saved);
      setSaves((count) => count + 1);
      announce(t("account.saved.name", { name: saved.name }));
      for (const queryKey of [["accounts"], ["sources"], ["sync"], ["keys"]]) void client.invalidateQueries({ queryKey });
      check.mutate();
    },
    onError: (error) => announce(t("account.not-saved.why", { message: error.message })),
  });

  const startCheck = check.mutate;
  useEffect(() => {
    if (!checksNow) return;
    startCheck();
    window.history.replaceState(null, "", window.location.pathname);
  }, [checksNow, startCheck]);

  return (
    <Sheet>
      <PageHead
        crumb={{
          label: t("account.crumb"),
          path: <AccountsCrumb here={account.name} />,
        }}
        title={
          <span className="inline-flex items-center gap-2.5">
            <CloudTile id={account.cloud} />
            {account.name}
          </span>
        }
        lead={cloudLabel(offer.id)}
        actions={
          <>
            <a href={`/keys?account=${account.id}`} className="mr-2 text-accent hover:underline">
              {t("account.its-keys")}
            </a>
            <PageLink href={`/accounts/new?like=${account.id}`} className={buttonClass()}>
              <Icon of={CopyPlus} />
              {t("account.like")}
            </PageLink>
          </>
        }
      />
      {account.problem && (
        <Notice tone="warn" title={t("account.refused")} className="mb-3.5">
          <ProblemLines problem={account.problem} />
        </Notice>
      )}
      {edit.isSuccess && (
        <Notice tone="ok" role="status" className="mb-3.5">
          {t("account.saved")}
        </Notice>
      )}
      <div className="grid grid-cols-[minmax(0,1fr)_minmax(0,1.12fr)] items-start gap-5 max-lg:grid-cols-1">
        <AccountForm
          // A saved form starts anew, so that a typed secret does not stay in the page.
          key={saves}
          offers={[offer]}
          initial={draftOf(account)}
          account={account}
          isBusy={edit.isPending}
          error={edit.error}
          onSubmit={(draft) => edit.mutate(changeOf(draft, account))}
          submitWords={t("account.save")}
          aside={
            <Button kind="quiet" icon={Trash2} onClick={() => setRemoving(true)} aria-haspopup="dialog">
              {t("account.remove")}
            </Button>
          }
        />
        <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
          <CheckCard report={check.data} error={check.error} isBusy={check.isPending} onCheck={() => check.mutate()} />
          <PolicyCard cloud={cloudLabel(offer.id)} policy={offer.policy} />
        </div>
      </div>
      <Suspense>{isRemoving && <RemoveDialog account={account} onClose={() => setRemoving(false)} onRemoved={() => router.push("/accounts")} />}</Suspense>
    </Sheet>
  );
}
