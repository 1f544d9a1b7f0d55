"use client";
import { CloudTile, useCloudLabel } from "#components/shell/clouds.tsx";
import { countMarks } from "#components/sources/source-mark.ts";
import { ProblemLines } from "#components/sources/problem-lines.tsx";
import { PageLink } from "#components/ui/page-link.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Strip } from "#components/ui/strip.tsx";
import { Sentence, useFormat, useWords } from "#components/ui/words.tsx";
import type { Account } from "#lib/model/account.ts";
import type { SourceRow } from "#lib/model/source.ts";

export function AccountRow({ account, sources, mayOperate }: { account: Account; sources: readonly SourceRow[]; mayOperate: boolean }) {
  const t = useWords();
  const format = useFormat();
  const cloudLabel = useCloudLabel();
  const marks = countMarks(sources);
  const held = sources.reduce((sum, source) => sum + source.held, 0);
  const problem = account.problem ?? sources.find((source) => source.problem)?.problem ?? null;
  return (
    <tr>
      <th scope="row">
        <span className="flex gap-2">
          <CloudTile id={account.cloud} className="mt-0.5" />
          <span className="min-w-0">
            {mayOperate ? (
              <PageLink href={`/accounts/${account.id}`} className="font-strong hover:underline">
                {account.name}
              </PageLink>
            ) : (
              <b>{account.name}</b>
            )}
            <span className="second">{[cloudLabel(account.cloud), ...account.groups].join(" · ")}</span>
          </span>
        </span>
      </th>
      <td>
        <span className="inline-flex items-center gap-2 whitespace-nowrap">
          <Strip counts={marks} />
          {t("accounts.read", { read: marks.full + marks.outline, total: sources.length })}
        </span>
      </td>
      <td className="number phone:!text-left">
        <a href={`/keys?account=${account.id}`} className="hover:underline">
          {format.count(held, marks.hatch > 0)}
          <span className="md:sr-only">{t("accounts.keys")}</span>
        </a>
      </td>
      <td className="whole max-w-[280px]">
        {account.regions === "all" ? (
          <>
            {t("accounts.all-regions")}
            <span className="second">{t("accounts.kept")}</span>
          </>
        ) : (
          <span className="mono flex flex-wrap gap-x-2 text-code tracking-mono">
            {account.regions.map((region) => (
              <span key={region} className="whitespace-nowrap">
                {region}
              </span>
            ))}
          </span>
        )}
      </td>
      {mayOperate && (
        <td className="whole">
          {account.credential && (
            <>
              <code className="mono text-code">{account.credential.hint || account.credential.type}</code>
              <span className="second">
                <Sentence text={t("accounts.set")} slots={{ at: <RelativeTime at={account.credential.setAt} /> }} />
              </span>
            </>
          )}
        </td>
      )}
      <td className="whole max-w-[360px]">{problem ? <ProblemLines problem={problem} /> : <span className="text-ink-3">-</span>}</td>
    </tr>
  );
}
