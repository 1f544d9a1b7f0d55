"use client";
import { useQuery } from "@tanstack/react-query";
import { RefreshCw } from "lucide-react";
import { useState } from "react";
import { LinkFaults } from "#components/shell/link-faults.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { ProgressBar } from "#components/ui/progress-bar.tsx";
import { Sheet } from "#components/ui/sheet.tsx";
import { useWords } from "#components/ui/words.tsx";
import { accountsQuery } from "#lib/client/queries.ts";
import { AccountsCrumb } from "../accounts-crumb.tsx";
import { CheckRow } from "./check-row.tsx";
import { useChecks } from "./use-checks.ts";

/** Many accounts checked at once. `given` are chosen on arrival, or all where none is named. */
export function CheckPage({ given }: { given: readonly string[] }) {
  const t = useWords();
  const accounts = useQuery(accountsQuery()).data ?? [];
  const [wanted, setWanted] = useState<ReadonlySet<string> | null>(given.length > 0 ? new Set(given) : null);
  const checks = useChecks();
  const chosen = accounts.filter(({ id }) => wanted === null || wanted.has(id)).map(({ id }) => id);
  const choose = (id: string, isChosen: boolean) => setWanted(new Set(isChosen ? [...chosen, id] : chosen.filter((other) => other !== id)));
  return (
    <Sheet>
      <PageHead crumb={{ label: t("account.crumb"), path: <AccountsCrumb here={t("checks.crumb")} /> }} title={t("accounts.check")} lead={t("checks.lead")} />
      <LinkFaults takes={["account"]} said={given.filter((id) => accounts.every((account) => account.id !== id)).map((id) => t("link.no-account", { id }))} />
      <Card>
        <div className="flex min-h-[54px] flex-wrap items-center gap-x-3 gap-y-2 border-b border-line px-3.5 py-2.5">
          <label className="flex min-h-6 items-center gap-2.5 touch:min-h-11">
            <input
              type="checkbox"
              ref={(box) => {
                if (box) box.indeterminate = chosen.length > 0 && chosen.length < accounts.length;
              }}
              checked={chosen.length === accounts.length && accounts.length > 0}
              disabled={checks.isRunning}
              onChange={(event) => setWanted(event.target.checked ? null : new Set())}
              className="mx-[5px] size-3.5 accent-accent-fill"
            />
            {t("checks.all")}
          </label>
          <p role="status" className="min-w-0 flex-1 text-ink-2 phone:basis-full">
            {checks.isRunning ? t("checks.progress", { done: checks.done, of: checks.of }) : checks.done > 0 ? t("checks.done", checks.counts) : ""}
          </p>
          {checks.isRunning ? (
            <Button onClick={checks.stop}>{t("checks.stop")}</Button>
          ) : (
            <Button kind="primary" icon={RefreshCw} disabled={chosen.length === 0} onClick={() => void checks.start(chosen)} className="phone:w-full">
              {t("checks.start", { count: chosen.length })}
            </Button>
          )}
        </div>
        {checks.isRunning && <ProgressBar done={checks.done} of={checks.of} label={t("check.busy")} className="w-full" />}
        <table className="plain-table">
          <caption className="sr-only">{t("accounts.check")}</caption>
          <thead>
            <tr>
              <th scope="col" className="w-[30%]">
                {t("field.account")}
              </th>
              <th scope="col" className="w-[170px]">
                {t("check.result")}
              </th>
              <th scope="col">{t("checks.dark")}</th>
              <th scope="col" className="w-[26%]">
                {t("checks.excess")}
              </th>
            </tr>
          </thead>
          <tbody>
            {accounts.map((account) => (
              <CheckRow
                key={account.id}
                account={account}
                state={checks.states[account.id]}
                isChosen={chosen.includes(account.id)}
                isBusy={checks.isRunning}
                onChoose={(isChosen) => choose(account.id, isChosen)}
              />
            ))}
          </tbody>
        </table>
      </Card>
    </Sheet>
  );
}
