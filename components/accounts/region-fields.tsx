"use client";
import { ChipsInput } from "#components/ui/chips-input.tsx";
import { Field } from "#components/ui/field.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import { Sentence, useWords } from "#components/ui/words.tsx";
import type { CloudOffer } from "./cloud-offer.ts";
import type { Draft } from "./draft.ts";
import { fieldError } from "./field-error.tsx";
import { Fold } from "./fold.tsx";

interface PartProps {
  offer: CloudOffer;
  draft: Draft;
  onChange: (change: Partial<Draft>) => void;
  error: Error | null;
}

/** Which regions are read: named ones, or all that the credential can see. */
export function RegionFields({ offer, draft, onChange, error }: PartProps) {
  const t = useWords();
  return (
    <>
      <Field
        label={t("accounts.regions")}
        hint={t(draft.allRegions ? "form.regions.all.hint" : "form.regions.hint")}
        error={fieldError(error, "regions")}
        className="mb-2"
      >
        {(control) =>
          draft.allRegions ? (
            <TextInput {...control} value={t("accounts.all-regions")} disabled readOnly />
          ) : (
            <ChipsInput
              {...control}
              machine
              values={draft.regions}
              onChange={(regions) => onChange({ regions })}
              suggestions={offer.regions}
              placeholder={t("form.regions.add")}
            />
          )
        }
      </Field>
      <label className="mb-3 flex min-h-6 items-center gap-2 touch:min-h-11">
        <input
          type="checkbox"
          checked={draft.allRegions}
          onChange={(event) => onChange({ allRegions: event.target.checked })}
          className="size-3.5 accent-accent-fill"
        />
        {t("form.regions.all")}
      </label>
    </>
  );
}

/** Addresses and projects for those who need others than the cloud's own. */
export function PlaceFields({ offer, draft, onChange, error }: PartProps) {
  const t = useWords();
  const problem = fieldError(error, "endpoints") ?? fieldError(error, "projects");
  const count = Object.values(draft.endpoints).filter(Boolean).length + Object.values(draft.projects).filter(Boolean).length;
  return (
    <Fold
      title={t(offer.hasProjects ? "form.endpoints.projects" : "form.endpoints")}
      aside={count === 0 ? t("form.endpoints.own") : t("form.endpoints.count", { count })}
      isWanted={problem !== null || count > 0}
    >
      {Object.entries(offer.endpoints).map(([service, own]) => (
        <Field key={service} label={service} aside={t("form.optional")} error={fieldError(error, `endpoints.${service}`)} className="mb-3">
          {(control) => (
            <TextInput
              {...control}
              machine
              autoComplete="off"
              placeholder={own}
              value={draft.endpoints[service] ?? ""}
              onChange={(event) => onChange({ endpoints: { ...draft.endpoints, [service]: event.target.value } })}
            />
          )}
        </Field>
      ))}
      <p className="mb-3 text-hint text-ink-3">
        <Sentence text={t("form.endpoints.note")} slots={{ region: <code className="mono">{"{region}"}</code> }} />
      </p>
      {offer.hasProjects &&
        (draft.allRegions ? [] : draft.regions).map((region) => (
          <Field
            key={region}
            label={t("form.project", { region })}
            aside={t("form.project.optional")}
            error={fieldError(error, `projects.${region}`)}
            className="mb-3"
          >
            {(control) => (
              <TextInput
                {...control}
                machine
                autoComplete="off"
                value={draft.projects[region] ?? ""}
                onChange={(event) => onChange({ projects: { ...draft.projects, [region]: event.target.value } })}
              />
            )}
          </Field>
        ))}
      {error && fieldError(error, "projects") && <p className="text-hint text-danger">{fieldError(error, "projects")}</p>}
    </Fold>
  );
}
