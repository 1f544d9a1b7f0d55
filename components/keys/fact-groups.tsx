"use client";
import type { ReactNode } from "react";
import { CloudTile } from "#components/shell/clouds.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { formatMoment } from "#components/ui/format-time.ts";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { FactField, KeyDetail } from "#lib/model/key.ts";
import { FreeText } from "./free-text.tsx";
import { RotationMark } from "./rotation-mark.tsx";
import { valueWords } from "./words.ts";

/** One line of the panel. `fact`: whose absence, source and difference it shows; null for what we know without being told. */
export interface FactLine {
  label: string;
  fact: FactField | null;
  /** null: the cloud said empty. */
  value: (key: KeyDetail) => ReactNode;
  /** A line that means nothing when it is empty is left out then. */
  optional?: true;
}

export interface FactGroup {
  title: string;
  lines: readonly FactLine[];
}

const words = (field: "spec" | "usage" | "manager" | "deletionProtection" | "origin", key: KeyDetail) => key[field] && valueWords(field, key[field]);
const moment = (at: string | null) => at && <time dateTime={at}>{formatMoment(at)}</time>;
const machine = (text: string) => <code className="mono text-code break-all">{text}</code>;

/** In the middle of a line: "symmetric", but still RSA. */
function familyWords(family: string): string {
  const label = valueWords("family", family);
  return label === label.toUpperCase() ? label : label.toLowerCase();
}

function spec(key: KeyDetail): ReactNode {
  if (!key.spec) return null;
  return (
    <>
      {words("spec", key)} {key.family && <span className="text-ink-3">· {familyWords(key.family)}</span>}
    </>
  );
}

/** The facts of a key, in the groups and the order in which the panel tells them. */
export const FACT_GROUPS: readonly FactGroup[] = [
  {
    title: "Identity",
    lines: [
      {
        label: "Account",
        fact: null,
        value: (key) => (
          <span className="inline-flex items-center gap-[7px]">
            <CloudTile id={key.cloud} />
            <FreeText text={key.account.name} />
          </span>
        ),
      },
      {
        label: "Region",
        fact: null,
        value: (key) => (
          <>
            {machine(key.region)}
            {key.project && (
              <>
                {" "}
                <span className="text-ink-3">· project</span> {machine(key.project)}
              </>
            )}
          </>
        ),
      },
      {
        label: "Resource name",
        fact: null,
        optional: true,
        value: (key) =>
          key.arn && (
            <>
              {machine(key.arn)} <CopyButton text={key.arn} what="resource name" />
            </>
          ),
      },
      {
        label: "Other aliases",
        fact: "aliases",
        optional: true,
        value: (key) => key.aliases && key.aliases.length > 1 && key.aliases.filter((alias) => alias !== key.alias).join(", "),
      },
      { label: "Description", fact: "description", value: (key) => key.description && <FreeText text={key.description} /> },
      { label: "Managed by", fact: "manager", value: (key) => words("manager", key) },
      { label: "Instance", fact: "instance", optional: true, value: (key) => key.instance && machine(key.instance) },
      { label: "Enterprise project", fact: "enterpriseProject", optional: true, value: (key) => key.enterpriseProject && machine(key.enterpriseProject) },
    ],
  },
  {
    title: "Cryptography",
    lines: [
      { label: "Spec", fact: "spec", value: spec },
      { label: "Usage", fact: "usage", value: (key) => words("usage", key) },
      { label: "Origin", fact: "origin", value: (key) => words("origin", key) },
      { label: "Protection", fact: "protection", value: (key) => key.protection && valueWords("protection", key.protection) },
      { label: "Material expires", fact: "expiresAt", value: (key) => moment(key.expiresAt) },
    ],
  },
  {
    title: "Rotation and protection",
    lines: [
      { label: "Rotation", fact: "rotation", value: (key) => <RotationMark row={key} note={false} /> },
      { label: "Interval", fact: "rotationIntervalDays", optional: true, value: (key) => key.rotationIntervalDays && `${key.rotationIntervalDays} days` },
      {
        label: "Last rotated",
        fact: "lastRotatedAt",
        value: (key) => moment(key.lastRotatedAt) ?? (key.absent.lastRotatedAt ? null : <span className="text-ink-3">never</span>),
      },
      { label: "Next rotation", fact: "nextRotationAt", optional: true, value: (key) => moment(key.nextRotationAt) },
      { label: "Deletion protection", fact: "deletionProtection", value: (key) => words("deletionProtection", key) },
    ],
  },
  {
    title: "Life",
    lines: [
      { label: "Created", fact: "createdAt", value: (key) => moment(key.createdAt) },
      { label: "First seen here", fact: null, value: (key) => <RelativeTime at={key.firstSeenAt} /> },
      { label: "Last seen", fact: null, value: (key) => <RelativeTime at={key.lastSeenAt} /> },
    ],
  },
];
