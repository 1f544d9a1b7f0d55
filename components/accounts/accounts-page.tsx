"use client";
import { useQuery } from "@tanstack/react-query";
import { CircleAlert, Plus, RefreshCw, Upload } from "lucide-react";
import { LinkFaults } from "#components/shell/link-faults.tsx";
import { useMayOperate } from "#components/shell/viewer.tsx";
import { Button } from "#components/ui/button.tsx";
import { buttonClass } from "#components/ui/button-class.ts";
import { Card } from "#components/ui/card.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { PageLink } from "#components/ui/page-link.tsx";
import { Sheet } from "#components/ui/sheet.tsx";
import { ErrorWords } from "#components/ui/server-words.tsx";
import { useFormat, useWords } from "#components/ui/words.tsx";
import { accountsQuery, sourcesQuery } from "#lib/client/queries.ts";
import { AccountRow } from "./account-row.tsx";

function ConnectLink() {
  const t = useWords();
  return (
    <PageLink href="/accounts/new" className={`${buttonClass("primary")} phone:flex-1`}>
      <Icon of={Plus} />
      {t("accounts.connect")}
    </PageLink>
  );
}

/** Every account that the reader may see. */
export function AccountsPage() {
  const t = useWords();
  const format = useFormat();
  const mayOperate = useMayOperate();
  const { data: accounts, error, refetch, isFetching } = useQuery(accountsQuery());
  const { data: sources } = useQuery(sourcesQuery());
  return (
    <Sheet>
      <PageHead
        title={t("place.accounts")}
        count={accounts && format.count(accounts.length)}
        lead={t(mayOperate ? "accounts.lead.operator" : "accounts.lead.viewer")}
        actions={
          mayOperate &&
          accounts &&
          accounts.length > 0 && (
            <div className="flex flex-wrap gap-2">
              <PageLink href="/accounts/check" className={`${buttonClass()} phone:flex-1`}>
                <Icon of={RefreshCw} />
                {t("accounts.check")}
              </PageLink>
              <PageLink href="/accounts/import" className={`${buttonClass()} phone:flex-1`}>
                <Icon of={Upload} />
                {t("accounts.import")}
              </PageLink>
              <ConnectLink />
            </div>
          )
        }
      />
      <LinkFaults />
      {error && (
        <Notice
          tone="danger"
          icon={CircleAlert}
          role="alert"
          title={t("accounts.failed")}
          action={
            <Button size="sm" onClick={() => void refetch()} disabled={isFetching}>
              {t("retry")}
            </Button>
          }
        >
          <ErrorWords error={error} />
        </Notice>
      )}
      {accounts && accounts.length === 0 && (
        <Card className="flex flex-col items-center gap-1.5 px-5 py-12 text-center">
          <h2 className="text-section font-strong">{t("accounts.none")}</h2>
          <p className="mb-2.5 text-ink-2">{t(mayOperate ? "accounts.none.operator" : "accounts.none.viewer")}</p>
          {mayOperate && (
            <div className="flex flex-wrap justify-center gap-2">
              <ConnectLink />
              <PageLink href="/accounts/import" className={`${buttonClass()} phone:flex-1`}>
                <Icon of={Upload} />
                {t("accounts.import")}
              </PageLink>
            </div>
          )}
        </Card>
      )}
      {accounts && accounts.length > 0 && (
        <Card>
          <table className="plain-table">
            <caption className="sr-only">{t("place.accounts")}</caption>
            <thead>
              <tr>
                <th scope="col">{t("field.account")}</th>
                <th scope="col">{t("place.sources")}</th>
                <th scope="col" className="number">
                  {t("place.keys")}
                </th>
                <th scope="col">{t("accounts.regions")}</th>
                {mayOperate && <th scope="col">{t("accounts.credential")}</th>}
                <th scope="col">{t("sources.problem")}</th>
              </tr>
            </thead>
            <tbody>
              {accounts.map((account) => (
                <AccountRow
                  key={account.id}
                  account={account}
                  sources={(sources ?? []).filter((source) => source.account.id === account.id)}
                  mayOperate={mayOperate}
                />
              ))}
            </tbody>
          </table>
        </Card>
      )}
    </Sheet>
  );
}
