"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { follow } from "#components/ui/follow.ts";
import { Notice } from "#components/ui/notice.tsx";
import { ProgressBar } from "#components/ui/progress-bar.tsx";
import { ServerWords } from "#components/ui/server-words.tsx";
import { useWords } from "#components/ui/words.tsx";
import type { KeyView } from "../key-view.ts";
import { MOST_PASTED, readList } from "./as-identifier.ts";
import { linkOfKeys } from "./link-of-keys.ts";
import { type LookedUp, lookUpNames } from "./look-up-names.ts";

interface PasteManyProps {
  view: KeyView;
  given: string;
  isPartial: boolean;
  onClose: () => void;
}

/** A list of ids, ARNs or aliases becomes a filter that a link can hold, and the list of those that no key has. */
export function PasteMany({ view, given, isPartial, onClose }: PasteManyProps) {
  const t = useWords();
  const client = useQueryClient();
  const [text, setText] = useState(given);
  const [done, setDone] = useState<number | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const [result, setResult] = useState<LookedUp | null>(null);
  const names = readList(text);
  const isTooMany = names.length > MOST_PASTED;
  const link = result && linkOfKeys(view, result.refs);

  async function lookUp() {
    setFailed(null);
    setDone(0);
    try {
      setResult(await lookUpNames(client, names, setDone));
    } catch (error) {
      setFailed(error instanceof Error ? error.message : String(error));
    }
    setDone(null);
  }

  function show() {
    if (!link?.href) return;
    onClose();
    follow(link.href);
  }

  return (
    <Dialog
      title={t("paste.title")}
      shape="sheet"
      onClose={onClose}
      foot={
        result ? (
          <>
            <Button onClick={() => setResult(null)}>{t("paste.again")}</Button>
            <Button kind="primary" disabled={!link?.href} onClick={show}>
              {t("paste.show", { count: result.refs.length })}
            </Button>
          </>
        ) : (
          <Button kind="primary" disabled={names.length === 0 || isTooMany || done !== null} onClick={() => void lookUp()}>
            {t("paste.look")}
          </Button>
        )
      }
    >
      {result ? (
        <Outcome result={result} isPartial={isPartial} most={link && !link.href ? link.most : null} />
      ) : (
        <>
          <p className="mb-3 text-ink-2">{t("paste.lead", { most: MOST_PASTED })}</p>
          <Field
            label={t("paste.list")}
            aside={t("paste.count", { count: names.length })}
            error={isTooMany ? t("paste.too-many", { count: names.length, most: MOST_PASTED }) : null}
          >
            {(control) => (
              <textarea
                {...control}
                rows={10}
                value={text}
                spellCheck={false}
                onChange={(event) => setText(event.target.value)}
                className="mono block w-full rounded-control border border-control bg-surface px-2 py-1.5 text-code aria-invalid:border-danger phone:text-[16px]"
              />
            )}
          </Field>
          {done !== null && (
            <div aria-live="polite" className="mt-3">
              <p className="mb-1 text-ink-2">{t("paste.looking", { done, of: names.length })}</p>
              <ProgressBar done={done} of={names.length} label={t("paste.title")} className="w-full" />
            </div>
          )}
          {failed && (
            <Notice tone="danger" role="alert" title={t("paste.failed")} className="mt-3">
              <ServerWords text={failed} />
            </Notice>
          )}
        </>
      )}
    </Dialog>
  );
}

function Outcome({ result, isPartial, most }: { result: LookedUp; isPartial: boolean; most: number | null }) {
  const t = useWords();
  const { refs, found, missing } = result;
  return (
    <>
      <p role="status" className="mb-3 font-strong">
        {t("paste.found", { count: found.length, keys: refs.length })}
      </p>
      {most !== null && refs.length > 0 && (
        <Notice tone="warn" className="mb-3">
          {t("paste.too-long", { count: refs.length, most })}
        </Notice>
      )}
      {missing.length === 0 ? (
        <p className="text-ink-2">{t("paste.all")}</p>
      ) : (
        <>
          <div className="mb-1 flex items-center gap-2">
            <h3 className="flex-1 font-strong">{t("paste.missing", { count: missing.length })}</h3>
            <CopyButton text={() => missing.join("\n")} what={t("paste.copy")} words={t("paste.copy.words")} />
          </div>
          <ul className="mono quiet-scroll max-h-60 overflow-auto rounded-control border border-line bg-sunken px-2 py-1.5 text-code">
            {missing.map((name) => (
              <li key={name} className="break-all">
                {name}
              </li>
            ))}
          </ul>
          {isPartial && <p className="mt-2 text-hint text-ink-2">{t("paste.partial")}</p>}
        </>
      )}
    </>
  );
}
