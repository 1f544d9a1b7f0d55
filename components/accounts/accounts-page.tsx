"use client";
import { useQuery } from "@tanstack/react-query";
import { CircleAlert, Plus } from "lucide-react";
import { useMayOperate } from "#components/shell/viewer.tsx";
import { Button } from "#components/ui/button.tsx";
import { buttonClass } from "#components/ui/button-class.ts";
import { Card } from "#components/ui/card.tsx";
import { formatCount } from "#components/ui/format-count.ts";
import { Icon } from "#components/ui/icon.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { PageLink } from "#components/ui/page-link.tsx";
import { Sheet } from "#components/ui/sheet.tsx";
import { accountsQuery, sourcesQuery } from "#lib/client/queries.ts";
import { AccountRow } from "./account-row.tsx";

function ConnectLink() {
  return (
    <PageLink href="/accounts/new" className={buttonClass("primary")}>
      <Icon of={Plus} />
      Connect an account
    </PageLink>
  );
}

/** Every account that the reader may see. */
export function AccountsPage() {
  const mayOperate = useMayOperate();
  const { data: accounts, error, refetch, isFetching } = useQuery(accountsQuery());
  const { data: sources } = useQuery(sourcesQuery());
  return (
    <Sheet>
      <PageHead
        title="Accounts"
        count={accounts && formatCount(accounts.length)}
        lead={mayOperate ? "A named credential for one cloud account, and the regions it reads." : "Connecting and editing accounts needs the operator role."}
        actions={mayOperate && accounts && accounts.length > 0 && <ConnectLink />}
      />
      {error && (
        <Notice
          tone="danger"
          icon={CircleAlert}
          role="alert"
          title="Accounts could not be loaded"
          action={
            <Button size="sm" onClick={() => void refetch()} disabled={isFetching}>
              Retry
            </Button>
          }
        >
          {error.message}
        </Notice>
      )}
      {accounts && accounts.length === 0 && (
        <Card className="flex flex-col items-center gap-1.5 px-5 py-12 text-center">
          <h2 className="text-section font-strong">No accounts yet</h2>
          <p className="mb-2.5 text-ink-2">
            {mayOperate ? "Connect one with a read-only credential; the first keys show within seconds." : "There is no account that you may see."}
          </p>
          {mayOperate && <ConnectLink />}
        </Card>
      )}
      {accounts && accounts.length > 0 && (
        <Card>
          <table className="plain-table">
            <caption className="sr-only">Accounts</caption>
            <thead>
              <tr>
                <th scope="col">Account</th>
                <th scope="col">Sources</th>
                <th scope="col" className="number">
                  Keys
                </th>
                <th scope="col">Regions</th>
                {mayOperate && <th scope="col">Credential</th>}
                <th scope="col">Problem</th>
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
