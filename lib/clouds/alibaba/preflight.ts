import { FACT_FIELDS, type FactField } from "../../model/key.ts";
import type { PreflightAction, Sweep } from "../cloud.ts";
import { describeKey } from "./describe-key.ts";
import { listRegions } from "./discovery.ts";
import { listKeys } from "./list-keys.ts";
import { REGION_SHAPE } from "./regions.ts";
import type { Sender } from "./signing-keys.ts";

/** Asked for where there is no key to ask for: "no such key" says that the action is allowed. */
const PROBE = "00000000-0000-4000-8000-000000000000";
const FROM_SWEEPS: readonly FactField[] = ["alias", "aliases", "tags"];

export function preflight(send: Sender, sweeps: { aliases: Sweep; tags: Sweep }): PreflightAction[] {
  return [
    { action: "kms:ListKeys", feeds: "The list of keys", columns: FACT_FIELDS, try: async (source) => void (await listKeys(send, source, { pageSize: 1 })) },
    {
      action: "kms:DescribeKey",
      feeds: "State, spec, usage, origin, rotation, protection, dates",
      columns: FACT_FIELDS.filter((field) => !FROM_SWEEPS.includes(field)),
      try: async (source, keyId) => void (await describeKey(send, source, keyId ?? PROBE)),
    },
    {
      action: "kms:ListAliases",
      feeds: "Aliases",
      columns: ["alias", "aliases"],
      try: async (source) => void (await sweeps.aliases.page(source, { pageToken: null, keyIds: [] })),
    },
    {
      action: "kms:ListTagResources",
      feeds: "Tags",
      columns: ["tags"],
      try: async (source, keyId) => void (await sweeps.tags.page(source, { pageToken: null, keyIds: [keyId ?? PROBE] })),
    },
    { action: "kms:DescribeRegions", feeds: "Regions that are not read yet", columns: [], try: async () => void (await listRegions(send, REGION_SHAPE)) },
  ];
}
