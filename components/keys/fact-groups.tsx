"use client";
import type { ReactNode } from "react";
import { CloudTile } from "#components/shell/clouds.tsx";
import type { Format } from "#components/ui/make-format.ts";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { FactField, KeyDetail } from "#lib/model/key.ts";
import type { QueryField } from "#lib/query/fields.ts";
import type { WordKey } from "#lib/words/en/index.ts";
import type { Translate } from "#lib/words/translate.ts";
import { ExpiredMark } from "./expired-mark.tsx";
import { FreeText } from "./free-text.tsx";
import { ConsoleAddress } from "./one-key/console-address.tsx";
import { RotationMark } from "./rotation-mark.tsx";
import { inSentence, valueWords } from "./words.ts";

/** One line of the panel. `fact`: whose absence, source and difference it shows; null for what we know without being told. */
export interface FactLine {
  label: WordKey;
  fact: FactField | null;
  /** null: the cloud said empty. */
  value: (key: KeyDetail, t: Translate, format: Format) => ReactNode;
  /** A line that means nothing when it is empty is left out then. */
  optional?: true;
  /** The filters that find keys like this one by what the line tells. */
  asks?: readonly QueryField[];
  /** What is copied; null when there is nothing. */
  copies?: (key: KeyDetail) => string | null;
  /** What is copied often: its button stands beside the value, and not only in the menu. */
  copiesAtOnce?: true;
}

export interface FactGroup {
  title: WordKey;
  lines: readonly FactLine[];
}

type Worded = "spec" | "usage" | "manager" | "deletionProtection" | "origin" | "protection";
const words = (field: Worded) => (key: KeyDetail, t: Translate) => key[field] && valueWords(field, key[field], t);
const moment = (at: string | null, format: Format) => at && <time dateTime={at}>{format.moment(at)}</time>;
const machine = (text: string) => <code className="mono text-code break-all">{text}</code>;

function spec(key: KeyDetail, t: Translate): ReactNode {
  if (!key.spec) return null;
  return (
    <>
      {valueWords("spec", key.spec, t)} {key.family && <span className="text-ink-3">· {inSentence(valueWords("family", key.family, t))}</span>}
    </>
  );
}

/** The facts of a key, in the groups and the order in which the panel tells them. */
export const FACT_GROUPS: readonly FactGroup[] = [
  {
    title: "group.identity",
    lines: [
      {
        label: "field.account",
        fact: null,
        asks: ["account", "cloud"],
        copies: (key) => key.account.name,
        copiesAtOnce: true,
        value: (key) => (
          <span className="inline-flex items-center gap-[7px]">
            <CloudTile id={key.cloud} />
            <FreeText text={key.account.name} />
          </span>
        ),
      },
      {
        label: "field.region",
        fact: null,
        asks: ["region", "project"],
        copies: (key) => key.region,
        value: (key, t) => (
          <>
            {machine(key.region)}
            {key.project && (
              <>
                {" "}
                <span className="text-ink-3">{t("fact.project")}</span> {machine(key.project)}
              </>
            )}
          </>
        ),
      },
      {
        label: "fact.arn",
        fact: null,
        optional: true,
        copies: (key) => key.arn,
        copiesAtOnce: true,
        value: (key) => key.arn && machine(key.arn),
      },
      {
        label: "fact.aliases",
        fact: "aliases",
        optional: true,
        copies: (key) => key.aliases?.join("\n") || null,
        value: (key, t) => key.aliases && key.aliases.length > 1 && key.aliases.filter((alias) => alias !== key.alias).join(t("list.and")),
      },
      {
        label: "field.description",
        fact: "description",
        asks: ["description"],
        copies: (key) => key.description,
        value: (key) => key.description && <FreeText text={key.description} />,
      },
      { label: "field.manager", fact: "manager", asks: ["manager"], value: words("manager") },
      {
        label: "field.instance",
        fact: "instance",
        optional: true,
        asks: ["instance"],
        copies: (key) => key.instance,
        value: (key) => key.instance && machine(key.instance),
      },
      {
        label: "field.enterpriseProject",
        fact: "enterpriseProject",
        optional: true,
        asks: ["enterpriseProject"],
        copies: (key) => key.enterpriseProject,
        value: (key) => key.enterpriseProject && machine(key.enterpriseProject),
      },
      { label: "fact.console", fact: null, optional: true, value: (key) => key.console && <ConsoleAddress cloud={key.cloud} address={key.console} /> },
    ],
  },
  {
    title: "group.cryptography",
    lines: [
      { label: "field.spec", fact: "spec", asks: ["spec", "family"], value: spec },
      { label: "field.usage", fact: "usage", asks: ["usage"], value: words("usage") },
      { label: "field.origin", fact: "origin", asks: ["origin"], value: words("origin") },
      { label: "field.protection", fact: "protection", asks: ["protection"], value: words("protection") },
      {
        label: "fact.material",
        fact: "expiresAt",
        asks: ["expires"],
        copies: (key) => key.expiresAt,
        value: (key, _, format) =>
          key.expiresAt && (
            <>
              {moment(key.expiresAt, format)} <ExpiredMark at={key.expiresAt} />
            </>
          ),
      },
    ],
  },
  {
    title: "group.rotation",
    lines: [
      { label: "field.rotation", fact: "rotation", asks: ["rotation"], value: (key) => <RotationMark row={key} note={false} /> },
      {
        label: "fact.interval",
        fact: "rotationIntervalDays",
        optional: true,
        value: (key, t) => key.rotationIntervalDays && t("fact.days", { days: key.rotationIntervalDays }),
      },
      {
        label: "fact.last-rotated",
        fact: "lastRotatedAt",
        asks: ["rotated"],
        copies: (key) => key.lastRotatedAt,
        value: (key, t, format) =>
          moment(key.lastRotatedAt, format) ?? (key.absent.lastRotatedAt ? null : <span className="text-ink-3">{t("keys.never")}</span>),
      },
      {
        label: "fact.next-rotation",
        fact: "nextRotationAt",
        optional: true,
        copies: (key) => key.nextRotationAt,
        value: (key, _, format) => moment(key.nextRotationAt, format),
      },
      { label: "field.deletionProtection", fact: "deletionProtection", asks: ["deletionProtection"], value: words("deletionProtection") },
    ],
  },
  {
    title: "group.life",
    lines: [
      {
        label: "field.created",
        fact: "createdAt",
        asks: ["created"],
        copies: (key) => key.createdAt,
        value: (key, _, format) => moment(key.createdAt, format),
      },
      { label: "fact.first-seen", fact: null, value: (key) => <RelativeTime at={key.firstSeenAt} /> },
      { label: "fact.last-seen", fact: null, value: (key) => <RelativeTime at={key.lastSeenAt} /> },
    ],
  },
];
