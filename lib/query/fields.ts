import type { FactField, KeyRow } from "../model/key.ts";
import { ABSENT_REASONS, CLOUDS, DELETION_PROTECTIONS, MANAGERS, PRESENCES, PROTECTIONS, ROTATIONS } from "../model/vocabulary.ts";

/**
 * The field list: every filter of the grammar once, in canonical order. A new filter is one line here.
 * kind `closed`: values outside `values` (and the absent reasons) are refused; `open`: an unknown value matches nothing;
 * `text`: free text compared as written; `time`: ranges; `tag` and `search` have rules of their own.
 */
export type FieldKind = "closed" | "open" | "text" | "time" | "tag" | "search";

interface FieldRule {
  kind: FieldKind;
  /** The row property it tests; identity fields have no absent reason. */
  property: keyof KeyRow;
  /** The fact whose absent reason counts, or null for what we always know. */
  fact: FactField | null;
  values?: readonly string[];
  facet?: true;
  sort?: false;
}

export const FIELDS = {
  q: { kind: "search", property: "keyId", fact: null, sort: false },
  cloud: { kind: "closed", property: "cloud", fact: null, values: CLOUDS, facet: true },
  account: { kind: "text", property: "account", fact: null, facet: true },
  region: { kind: "text", property: "region", fact: null, facet: true },
  project: { kind: "text", property: "project", fact: null, facet: true },
  state: { kind: "open", property: "state", fact: "state", facet: true },
  spec: { kind: "open", property: "spec", fact: "spec", facet: true },
  family: { kind: "open", property: "family", fact: "family", facet: true },
  usage: { kind: "open", property: "usage", fact: "usage", facet: true },
  origin: { kind: "open", property: "origin", fact: "origin", facet: true },
  protection: { kind: "closed", property: "protection", fact: "protection", values: [...PROTECTIONS, ...ABSENT_REASONS], facet: true },
  manager: { kind: "closed", property: "manager", fact: "manager", values: [...MANAGERS, ...ABSENT_REASONS], facet: true },
  rotation: { kind: "closed", property: "rotation", fact: "rotation", values: [...ROTATIONS, ...ABSENT_REASONS], facet: true },
  deletionProtection: {
    kind: "closed",
    property: "deletionProtection",
    fact: "deletionProtection",
    values: [...DELETION_PROTECTIONS, ...ABSENT_REASONS],
    facet: true,
  },
  presence: { kind: "closed", property: "presence", fact: null, values: PRESENCES, facet: true },
  instance: { kind: "text", property: "instance", fact: "instance", facet: true },
  enterpriseProject: { kind: "text", property: "enterpriseProject", fact: "enterpriseProject", facet: true },
  alias: { kind: "text", property: "alias", fact: "alias" },
  id: { kind: "text", property: "keyId", fact: null },
  // Short enough that a link names 500 keys.
  ref: { kind: "text", property: "ref", fact: null, sort: false },
  description: { kind: "text", property: "description", fact: "description" },
  tag: { kind: "tag", property: "tags", fact: "tags", sort: false },
  created: { kind: "time", property: "createdAt", fact: "createdAt" },
  deletes: { kind: "time", property: "deletesAt", fact: "deletesAt" },
  expires: { kind: "time", property: "expiresAt", fact: "expiresAt" },
  rotated: { kind: "time", property: "lastRotatedAt", fact: "lastRotatedAt" },
  // No order: live, every key was seen at the same moment.
  seen: { kind: "time", property: "lastSeenAt", fact: null, sort: false },
} as const satisfies Record<string, FieldRule>;

export type QueryField = keyof typeof FIELDS;
export const QUERY_FIELDS = Object.keys(FIELDS) as QueryField[];
export const ruleOf = (field: QueryField): FieldRule => FIELDS[field];

/** Parameters that are not filters. */
export const RESERVED = ["asof", "judged", "live", "facets", "sort", "page", "size", "cursor", "key", "format", "columns"] as const;
