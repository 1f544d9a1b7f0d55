"use client";
import { Field } from "#components/ui/field.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import { useWords } from "#components/ui/words.tsx";
import type { CloudOffer } from "./cloud-offer.ts";
import type { Draft } from "./draft.ts";
import { fieldError } from "./field-error.tsx";
import { Fold } from "./fold.tsx";

const LIMITS = [
  { name: "perSecond", most: 50 },
  { name: "inFlight", most: 20 },
] as const;

interface LimitFieldsProps {
  offer: CloudOffer;
  draft: Draft;
  onChange: (change: Partial<Draft>) => void;
  error: Error | null;
}

/** The user's own limits for each region, for clouds whose quota other tools need too. */
export function LimitFields({ offer, draft, onChange, error }: LimitFieldsProps) {
  const t = useWords();
  const isSet = LIMITS.some(({ name }) => draft.limits[name] !== "");
  const isWrong = LIMITS.some(({ name }) => fieldError(error, `limits.${name}`) !== null);
  return (
    <Fold
      className="mt-2"
      title={t("form.limits")}
      aside={isSet ? t("form.limits.yours") : t("form.limits.ours", { calls: offer.pace.perSourcePerSecond, atOnce: offer.pace.perSourceInFlight })}
      isWanted={isSet || isWrong}
    >
      <div className="grid grid-cols-2 gap-3 phone:grid-cols-1">
        {LIMITS.map(({ name, most }) => (
          <Field key={name} label={t(`form.limits.${name}`)} aside={t("form.limits.optional")} error={fieldError(error, `limits.${name}`)}>
            {(control) => (
              <TextInput
                {...control}
                type="number"
                inputMode="numeric"
                min={1}
                max={most}
                step={1}
                autoComplete="off"
                value={draft.limits[name]}
                onChange={(event) => onChange({ limits: { ...draft.limits, [name]: event.target.value } })}
              />
            )}
          </Field>
        ))}
      </div>
      <p className="pt-2 text-hint text-ink-3">{t("form.limits.note")}</p>
    </Fold>
  );
}
