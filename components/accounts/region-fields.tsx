"use client";
import { ChevronRight } from "lucide-react";
import { ChipsInput } from "#components/ui/chips-input.tsx";
import { Field } from "#components/ui/field.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import type { CloudOffer } from "./cloud-offer.ts";
import type { Draft } from "./draft.ts";
import { fieldError } from "./field-error.ts";

interface PartProps {
  offer: CloudOffer;
  draft: Draft;
  onChange: (change: Partial<Draft>) => void;
  error: Error | null;
}

/** Which regions are read: named ones, or all that the credential can see. */
export function RegionFields({ offer, draft, onChange, error }: PartProps) {
  return (
    <>
      <Field
        label="Regions"
        hint={
          draft.allRegions ? "Every region that the credential can see, kept up to date." : "Each region is one source: read, retried and dated on its own."
        }
        error={fieldError(error, "regions")}
        className="mb-2"
      >
        {(control) =>
          draft.allRegions ? (
            <TextInput {...control} value="All regions" disabled readOnly />
          ) : (
            <ChipsInput
              {...control}
              machine
              values={draft.regions}
              onChange={(regions) => onChange({ regions })}
              suggestions={offer.regions}
              placeholder="Add a region"
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
        Read all regions
      </label>
    </>
  );
}

/** Addresses and projects for those who need others than the cloud's own. */
export function PlaceFields({ offer, draft, onChange, error }: PartProps) {
  const problem = fieldError(error, "endpoints") ?? fieldError(error, "projects");
  const count = Object.values(draft.endpoints).filter(Boolean).length + Object.values(draft.projects).filter(Boolean).length;
  return (
    <details className="group" open={problem !== null || count > 0 || undefined}>
      <summary className="flex min-h-6 items-center gap-1.5 text-ink-2 touch:min-h-11">
        <Icon of={ChevronRight} className="transition-transform group-open:rotate-90" />
        Endpoints{offer.hasProjects && " and projects"}
        <span className="text-ink-3">· {count === 0 ? "the cloud's own" : `${count} of yours`}</span>
      </summary>
      <div className="pt-3">
        {Object.entries(offer.endpoints).map(([service, own]) => (
          <Field key={service} label={service} aside="optional" error={fieldError(error, `endpoints.${service}`)} className="mb-3">
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
          <code className="mono">{"{region}"}</code> is filled in. Hosts outside the cloud's own domains must be allowed by the operator of this server.
        </p>
        {offer.hasProjects &&
          (draft.allRegions ? [] : draft.regions).map((region) => (
            <Field
              key={region}
              label={`Project in ${region}`}
              aside="optional, found by itself"
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
      </div>
    </details>
  );
}
