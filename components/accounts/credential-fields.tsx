"use client";
import { Eye, EyeOff } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import { useServerWords } from "#components/ui/server-words.tsx";
import { useWords } from "#components/ui/words.tsx";
import type { CredentialField } from "#lib/model/account.ts";
import type { CloudOffer } from "./cloud-offer.ts";
import type { Draft } from "./draft.ts";
import { fieldError } from "./field-error.tsx";
import { Fold } from "./fold.tsx";

interface CredentialFieldsProps {
  offer: CloudOffer;
  draft: Draft;
  onChange: (change: Partial<Draft>) => void;
  error: Error | null;
}

/** More optional fields than these stand apart: most readers need none of them. */
const MOST_OPTIONAL = 2;

/** The fields that the cloud itself declares for the chosen kind of credential. */
export function CredentialFields({ offer, draft, onChange, error }: CredentialFieldsProps) {
  const t = useWords();
  const said = useServerWords();
  const kind = offer.credentials.find(({ type }) => type === draft.credentialType) ?? offer.credentials[0];
  const optional = kind?.fields.filter(({ required }) => !required) ?? [];
  const more = optional.length > MOST_OPTIONAL ? optional : [];
  const shown = kind?.fields.filter((field) => !more.includes(field)) ?? [];
  const isMoreWanted = more.some(({ name }) => draft.credential[name] || fieldError(error, `credential.${name}`) !== null);
  const input = (field: CredentialField) => (
    <CredentialInput
      key={`${kind?.type} ${field.name}`}
      field={field}
      value={draft.credential[field.name] ?? ""}
      onChange={(value) => onChange({ credentialType: kind?.type ?? "", credential: { ...draft.credential, [field.name]: value } })}
      error={fieldError(error, `credential.${field.name}`)}
    />
  );
  return (
    <>
      {offer.credentials.length > 1 && (
        <div className="mb-3">
          <Segmented
            label={t("form.kind")}
            value={kind?.type ?? ""}
            options={offer.credentials.map(({ type, label }) => ({ value: type, label: said(`credential.kind.${type}`, label) }))}
            onChange={(credentialType) => onChange({ credentialType, credential: {} })}
          />
        </div>
      )}
      {shown.map(input)}
      {more.length > 0 && (
        <Fold
          key={kind?.type}
          className="mt-1"
          title={t("form.more")}
          aside={more.map(({ name, label }) => said(`credential.${name}`, label)).join(t("list.and"))}
          isWanted={isMoreWanted}
        >
          {more.map(input)}
        </Fold>
      )}
    </>
  );
}

function CredentialInput({ field, value, onChange, error }: { field: CredentialField; value: string; onChange: (value: string) => void; error: ReactNode }) {
  const t = useWords();
  const said = useServerWords();
  const [isShown, setShown] = useState(false);
  return (
    <Field
      label={said(`credential.${field.name}`, field.label)}
      aside={field.required ? undefined : t("form.optional")}
      hint={field.hint && said(`credential.${field.name}.hint`, field.hint)}
      error={error}
      className="mb-3 last:mb-0"
    >
      {(control) => (
        <div className="flex gap-1.5">
          <TextInput
            {...control}
            machine
            type={field.secret && !isShown ? "password" : "text"}
            // No browser may keep a cloud's secret, nor offer a person's own password here.
            autoComplete={field.secret ? "new-password" : "off"}
            autoCapitalize="off"
            required={field.required}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
          {field.secret && (
            <Button icon={isShown ? EyeOff : Eye} aria-pressed={isShown} onClick={() => setShown(!isShown)} className="!h-[34px] touch:!h-11">
              {t(isShown ? "form.hide" : "form.show")}
            </Button>
          )}
        </div>
      )}
    </Field>
  );
}
