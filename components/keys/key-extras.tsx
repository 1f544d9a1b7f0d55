"use client";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { JsonText } from "#components/ui/json-text.tsx";
import { Sentence, useFormat, useWords } from "#components/ui/words.tsx";
import type { KeyGrant, KeyVersion, ToldExtras } from "#lib/model/extras.ts";
import { ToldPart } from "./told-part.tsx";
import { inSentence, valueWords } from "./words.ts";

/** More would bury what stands below; the raw answer has them all. */
const MOST_SHOWN = 20;

/** Versions, policy and grants of one key. A cloud that has no such thing is not mentioned. */
export function KeyExtras({ extras, isAsking }: { extras: ToldExtras; isAsking: boolean }) {
  const t = useWords();
  const { versions, policy, grants } = extras;
  const has = (told: ToldExtras[keyof ToldExtras]) => !("absent" in told) || told.absent !== "unreported" || told.note !== null;
  const count = (list: readonly unknown[]) => t("extras.count", { count: list.length });
  return (
    <>
      {has(versions) && (
        <ToldPart title={t("extras.versions")} told={versions} isAsking={isAsking} summary={count}>
          {(list) => <Versions list={list} />}
        </ToldPart>
      )}
      {has(policy) && (
        <ToldPart
          title={t("extras.policy")}
          told={policy}
          isAsking={isAsking}
          summary={(text) => t(text === null ? "extras.policy.none" : "extras.policy.there")}
        >
          {(text) => <Policy text={text} />}
        </ToldPart>
      )}
      {has(grants) && (
        <ToldPart title={t("extras.grants")} told={grants} isAsking={isAsking} summary={count}>
          {(list) => <Grants list={list} />}
        </ToldPart>
      )}
    </>
  );
}

function Versions({ list }: { list: readonly KeyVersion[] }) {
  const t = useWords();
  const format = useFormat();
  if (list.length === 0) return <p>-</p>;
  return (
    <>
      <ul>
        {list.slice(0, MOST_SHOWN).map(({ id, createdAt, isPrimary, state, expiresAt }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-2 py-0.5">
            <code className="mono text-code tracking-id break-all">{id}</code>
            <CopyButton text={id} what={t("extras.version-id")} />
            {isPrimary && <span className="rounded-token bg-sunken px-1.5 text-hint">{t("extras.in-use")}</span>}
            <span className="ml-auto text-right text-hint text-ink-3">
              {state && `${inSentence(valueWords("state", state, t))} · `}
              {createdAt ? <time dateTime={createdAt}>{format.moment(createdAt)}</time> : t("extras.no-date")}
              {expiresAt && <span className="block">{t("extras.expires", { moment: format.moment(expiresAt) })}</span>}
            </span>
          </li>
        ))}
      </ul>
      <More list={list} words="extras.versions.more" />
    </>
  );
}

function Policy({ text }: { text: string | null }) {
  const t = useWords();
  if (text === null) return <p>-</p>;
  const pretty = prettyJson(text);
  return (
    <div className="relative">
      <span className="absolute top-1 right-1">
        <CopyButton text={text} what={t("extras.policy.copy")} />
      </span>
      {pretty === null && <p className="pb-1 text-hint text-warn">{t("extras.not-json")}</p>}
      <JsonText text={pretty ?? text} label={t("extras.policy")} className="max-h-[320px] rounded-control bg-sunken px-3 py-2.5" />
    </div>
  );
}

function Grants({ list }: { list: readonly KeyGrant[] }) {
  const t = useWords();
  const format = useFormat();
  if (list.length === 0) return <p>-</p>;
  return (
    <>
      <ul>
        {list.slice(0, MOST_SHOWN).map(({ id, name, grantee, granteeKind, operations, issuer, createdAt }) => (
          <li key={id} className="border-line py-1.5 not-last:border-b">
            <p>
              {name && <b>{name} </b>}
              <span className="text-ink-3">{granteeKind ?? t("extras.principal")}</span> <code className="mono text-code break-all">{grantee}</code>
            </p>
            <p className="text-hint text-ink-2">{operations.join(t("list.and")) || t("extras.no-operation")}</p>
            <p className="text-hint text-ink-3">
              {issuer && <Sentence text={t("extras.given-by")} slots={{ issuer: <code className="mono text-id break-all">{issuer}</code> }} />}
              {createdAt && ` · ${format.moment(createdAt)}`}
            </p>
          </li>
        ))}
      </ul>
      <More list={list} words="extras.grants.more" />
    </>
  );
}

function More({ list, words }: { list: readonly unknown[]; words: "extras.versions.more" | "extras.grants.more" }) {
  const t = useWords();
  const rest = list.length - MOST_SHOWN;
  return rest > 0 ? <p className="py-1 text-hint text-ink-3">{t(words, { count: rest })}</p> : null;
}

function prettyJson(text: string): string | null {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
