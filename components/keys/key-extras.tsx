"use client";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { countOf } from "#components/ui/format-count.ts";
import { formatMoment } from "#components/ui/format-time.ts";
import { JsonText } from "#components/ui/json-text.tsx";
import type { KeyGrant, KeyVersion, ToldExtras } from "#lib/model/extras.ts";
import { ToldPart } from "./told-part.tsx";

const UNASKED = "Asked only when you ask the cloud now.";
/** More would bury what stands below; the raw answer has them all. */
const MOST_SHOWN = 20;

/** Versions, policy and grants of one key. A cloud that has no such thing is not mentioned. */
export function KeyExtras({ extras }: { extras: ToldExtras }) {
  const { versions, policy, grants } = extras;
  const has = (told: ToldExtras[keyof ToldExtras]) => !("absent" in told) || told.absent !== "unreported" || told.note !== null;
  return (
    <>
      {has(versions) && (
        <ToldPart title="Versions" told={versions} unasked={UNASKED}>
          {(list) => <Versions list={list} />}
        </ToldPart>
      )}
      {has(policy) && (
        <ToldPart title="Key policy" told={policy} unasked={UNASKED}>
          {(text) => <Policy text={text} />}
        </ToldPart>
      )}
      {has(grants) && (
        <ToldPart title="Grants" told={grants} unasked={UNASKED}>
          {(list) => <Grants list={list} />}
        </ToldPart>
      )}
    </>
  );
}

function Versions({ list }: { list: readonly KeyVersion[] }) {
  if (list.length === 0) return <p>-</p>;
  return (
    <>
      <ul>
        {list.slice(0, MOST_SHOWN).map(({ id, createdAt, isPrimary, state, expiresAt }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-2 py-0.5">
            <code className="mono text-code tracking-id break-all">{id}</code>
            <CopyButton text={id} what="version id" />
            {isPrimary && <span className="rounded-token bg-sunken px-1.5 text-hint">in use</span>}
            <span className="ml-auto text-right text-hint text-ink-3">
              {state && `${state.replaceAll("-", " ")} · `}
              {createdAt ? <time dateTime={createdAt}>{formatMoment(createdAt)}</time> : "no date told"}
              {expiresAt && <span className="block">expires {formatMoment(expiresAt)}</span>}
            </span>
          </li>
        ))}
      </ul>
      <More list={list} what="version" />
    </>
  );
}

function Policy({ text }: { text: string | null }) {
  if (text === null) return <p>-</p>;
  const pretty = prettyJson(text);
  return (
    <div className="relative">
      <span className="absolute top-1 right-1">
        <CopyButton text={text} what="key policy" />
      </span>
      {pretty === null && <p className="pb-1 text-hint text-warn">The cloud's policy is not JSON. This is its text as it came.</p>}
      <JsonText text={pretty ?? text} label="Key policy" className="max-h-[320px] rounded-control bg-sunken px-3 py-2.5" />
    </div>
  );
}

function Grants({ list }: { list: readonly KeyGrant[] }) {
  if (list.length === 0) return <p>-</p>;
  return (
    <>
      <ul>
        {list.slice(0, MOST_SHOWN).map(({ id, name, grantee, granteeKind, operations, issuer, createdAt }) => (
          <li key={id} className="border-line py-1.5 not-last:border-b">
            <p>
              {name && <b>{name} </b>}
              <span className="text-ink-3">{granteeKind ?? "principal"}</span> <code className="mono text-code break-all">{grantee}</code>
            </p>
            <p className="text-hint text-ink-2">{operations.join(", ") || "no operation named"}</p>
            <p className="text-hint text-ink-3">
              {issuer && (
                <>
                  given by <code className="mono text-id break-all">{issuer}</code>
                </>
              )}
              {createdAt && ` · ${formatMoment(createdAt)}`}
            </p>
          </li>
        ))}
      </ul>
      <More list={list} what="grant" />
    </>
  );
}

function More({ list, what }: { list: readonly unknown[]; what: string }) {
  const rest = list.length - MOST_SHOWN;
  return rest > 0 ? <p className="py-1 text-hint text-ink-3">{countOf(rest, `${what} more`, `${what}s more`)}: see Raw.</p> : null;
}

function prettyJson(text: string): string | null {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
