import { FACT_FIELDS } from "../../model/key.ts";
import type { Detail, PreflightAction, Sweep } from "../cloud.ts";
import type { Client } from "./client.ts";
import { describeKey } from "./describe-key.ts";
import { listRegions } from "./discovery.ts";
import { listKeys } from "./list-keys.ts";
import type { ProjectSource } from "./project-source.ts";
import { REGION_SHAPE } from "./regions.ts";
import { ROTATION_DETAILS } from "./say-rotation.ts";

/** Asked for where there is no key to ask for: "no such key" says that the action is allowed. */
const PROBE = "00000000-0000-4000-8000-000000000000";

export function preflight(client: Client, at: ProjectSource, parts: { aliases: Sweep; tags: Sweep; rotation: Detail }): PreflightAction[] {
  return [
    {
      action: "kms:cmk:list",
      feeds: "The list of keys with state, spec, usage, origin, rotation, dates",
      columns: FACT_FIELDS,
      try: async (source) => void (await listKeys(client, at(source), { pageSize: 1 })),
    },
    {
      action: "kms:cmk:get",
      feeds: "One key asked for by its id",
      columns: [],
      try: async (source, keyId) => void (await describeKey(client, at(source), keyId ?? PROBE)),
    },
    {
      action: "kms:cmk:getRotation",
      feeds: "Rotation interval, last rotation",
      columns: ROTATION_DETAILS,
      try: async (source, keyId) => void (await parts.rotation.read(source, keyId ?? PROBE)),
    },
    {
      action: "kms:cmkTag:listInstance",
      feeds: "Tags",
      columns: ["tags"],
      try: async (source) => void (await parts.tags.page(source, { pageToken: null, keyIds: [] })),
    },
    {
      action: "kms:alias:list",
      feeds: "Aliases beside the key's own name",
      columns: ["aliases"],
      try: async (source) => void (await parts.aliases.page(source, { pageToken: null, keyIds: [] })),
    },
    {
      action: "iam:projects (no permission needed)",
      feeds: "Projects and regions that are not read yet",
      columns: [],
      try: async () => void (await listRegions(client, REGION_SHAPE)),
    },
  ];
}
