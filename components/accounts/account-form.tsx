"use client";
import { CircleAlert } from "lucide-react";
import { useState } from "react";
import type { FormEvent, ReactNode } from "react";
import { useViewer } from "#components/shell/viewer.tsx";
import { Button } from "#components/ui/button.tsx";
import { buttonClass } from "#components/ui/button-class.ts";
import { Card } from "#components/ui/card.tsx";
import { ChipsInput } from "#components/ui/chips-input.tsx";
import { Field } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageLink } from "#components/ui/page-link.tsx";
import { ErrorWords } from "#components/ui/server-words.tsx";
import { useWords } from "#components/ui/words.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import { ApiError } from "#lib/client/api-error.ts";
import type { Account } from "#lib/model/account.ts";
import type { CloudOffer } from "./cloud-offer.ts";
import { CloudPicker } from "./cloud-picker.tsx";
import { CredentialFields } from "./credential-fields.tsx";
import { CredentialKept } from "./credential-kept.tsx";
import { emptyDraft } from "./draft.ts";
import type { Draft } from "./draft.ts";
import { fieldError, formError } from "./field-error.tsx";
import { LimitFields } from "./limit-fields.tsx";
import { PlaceFields, RegionFields } from "./region-fields.tsx";

interface AccountFormProps {
  offers: readonly CloudOffer[];
  initial: Draft;
  /** The account that is edited, or null for a new one. */
  account: Account | null;
  isBusy: boolean;
  error: Error | null;
  onSubmit: (draft: Draft) => void;
  onCloud?: (offer: CloudOffer) => void;
  submitWords: string;
  aside?: ReactNode;
}

/** Connect or edit: the same form, driven by what the cloud declares. */
export function AccountForm({ offers, initial, account, isBusy, error, onSubmit, onCloud, submitWords, aside }: AccountFormProps) {
  const t = useWords();
  const [draft, setDraft] = useState(initial);
  const [isReplacing, setReplacing] = useState(account === null);
  const { groups } = useViewer();
  const offer = offers.find(({ id }) => id === draft.cloud) ?? offers[0];
  if (!offer) return null;
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const whole = formError(error);
  const part = { offer, draft, onChange: change, error };
  const wantsCredential = isReplacing || fieldError(error, "credential") !== null;

  function submit(event: FormEvent) {
    event.preventDefault();
    onSubmit(draft);
  }

  return (
    <Card>
      <form onSubmit={submit} method="post" autoComplete="off" aria-label={t(account ? "form.edit" : "accounts.connect")}>
        <div className="px-[18px] py-4 phone:p-3.5">
          {whole && (
            <Notice tone="danger" icon={CircleAlert} role="alert" title={t("form.failed")} className="mb-3.5">
              <p>
                <ErrorWords error={whole} />
              </p>
              {whole instanceof ApiError && (
                <p className="mono text-code break-all">
                  {whole.code}
                  {whole.requestId && ` · ${t("request.id", { id: whole.requestId })}`}
                </p>
              )}
            </Notice>
          )}
          {account === null && (
            <CloudPicker
              offers={offers}
              chosen={offer.id}
              onChoose={(next) => {
                setDraft({ ...emptyDraft(next), name: draft.name, groups: draft.groups });
                onCloud?.(next);
              }}
            />
          )}
          <Field label={t("form.name")} hint={t("form.name.hint")} error={fieldError(error, "name")} className="mb-3">
            {(control) => (
              <TextInput
                {...control}
                value={draft.name}
                onChange={(event) => change({ name: event.target.value })}
                maxLength={80}
                autoComplete="off"
                required
              />
            )}
          </Field>
          <RegionFields {...part} />
          <Field
            label={t("form.groups")}
            aside={groups === "all" ? t("form.optional") : undefined}
            hint={t("form.groups.hint")}
            error={fieldError(error, "groups")}
          >
            {(control) => (
              <ChipsInput
                {...control}
                values={draft.groups}
                onChange={(next) => change({ groups: next })}
                suggestions={groups === "all" ? [] : groups}
                placeholder={t("form.groups.add")}
              />
            )}
          </Field>
        </div>
        <div className="border-t border-line px-[18px] py-4 phone:p-3.5">
          <h2 className="mb-2.5 text-section font-strong">
            {t("accounts.credential")} <span className="ml-1 text-token font-normal text-ink-3">{t("form.credential.note")}</span>
          </h2>
          {fieldError(error, "credential") && error instanceof ApiError && error.field === "credential" && (
            <Notice tone="warn" role="alert" className="mb-3">
              <ErrorWords error={error} />
            </Notice>
          )}
          {wantsCredential ? <CredentialFields {...part} /> : <CredentialKept account={account} offer={offer} onReplace={() => setReplacing(true)} />}
        </div>
        <div className="border-t border-line px-[18px] py-4 phone:p-3.5">
          <PlaceFields {...part} />
          <LimitFields {...part} />
        </div>
        <div className="flex flex-wrap gap-2 rounded-b-card border-t border-line bg-canvas px-[18px] py-3 phone:px-3.5">
          {aside}
          <span className="flex-1 phone:hidden" />
          <PageLink href="/accounts" className={`${buttonClass("quiet")} phone:flex-1`}>
            {t("cancel")}
          </PageLink>
          <Button type="submit" kind="primary" disabled={isBusy} className="phone:flex-1">
            {isBusy ? t("account.saving") : submitWords}
          </Button>
        </div>
      </form>
    </Card>
  );
}
