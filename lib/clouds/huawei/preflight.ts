import { FACT_FIELDS } from "../../model/key.ts";
import type { Connection, PreflightAction } from "../cloud.ts";
import { aliasPage } from "./alias-page.ts";
import type { Client } from "./client.ts";
import { clockCheck } from "./clock-check.ts";
import { listRegions } from "./list-projects.ts";
import { notHere, whereOffered } from "./where-offered.ts";
import type { ProjectSource } from "./project-source.ts";
import { REGION_SHAPE } from "./regions.ts";
import { ROTATION_DETAILS } from "./say-rotation.ts";

/** Asked for where there is no key to ask for: "no such key" says that the action is allowed. */
const PROBE = "00000000-0000-4000-8000-000000000000";

type Parts = Pick<Connection, "listKeys" | "describeKey" | "sweeps" | "details" | "extras" | "about"> & Required<Pick<Connection, "sweepsOfOne">>;

/** Each action of the policy tried once. */
export function preflight(client: Client, at: ProjectSource, parts: Parts): PreflightAction[] {
  const actions: PreflightAction[] = [
    {
      action: "kms:cmk:list",
      feeds: "The list of keys with state, spec, usage, origin, rotation, dates",
      columns: FACT_FIELDS,
      try: async (source) => void (await parts.listKeys(source, { pageSize: 1 })),
    },
    {
      action: "kms:cmk:get",
      feeds: "One key asked for by its id; all of keys that the list names without details",
      columns: [],
      try: async (source, keyId) => void (await parts.describeKey(source, keyId ?? PROBE)),
    },
    {
      action: "kms:cmk:getRotation",
      feeds: "Rotation interval, last rotation, key materials",
      columns: ROTATION_DETAILS,
      parts: ["versions"],
      try: whereOffered((source, keyId) => named(parts.details, "rotation").read(source, keyId ?? PROBE)),
    },
    {
      action: "kms:cmkTag:listInstance",
      feeds: "Tags",
      columns: ["tags"],
      try: whereOffered((source) => named(parts.sweeps, "tags").page(source, { pageToken: null, keyIds: [] })),
    },
    {
      action: "kms:cmkTag:list",
      feeds: "Tags of a key that is opened live",
      columns: [],
      instead: "The list of all tags is read in its place.",
      try: whereOffered((source, keyId) => named(parts.sweepsOfOne, "tags").read(source, keyId ?? PROBE)),
    },
    {
      action: "kms:alias:list",
      feeds: "Aliases beside the key's own name",
      columns: ["aliases"],
      try: whereOffered(async (source) => {
        const page = await aliasPage(client, at(source), { marker: null });
        if ("absentApi" in page) throw notHere("aliases", page.absentApi.requestId);
      }),
    },
    {
      action: "kms:grant:list",
      feeds: "Grants of an opened key",
      columns: [],
      parts: ["grants"],
      try: whereOffered(async (source, keyId) => {
        const told = await named(parts.extras, "grants").read(source, { keyId: keyId ?? PROBE, arn: null, values: {}, absent: {} });
        if ("absent" in told && told.absent.reason === "unreported") throw notHere("list-grants", told.call.requestId);
      }),
    },
    {
      action: "kms:cmk:getQuota",
      feeds: "How many keys there are and may be",
      columns: [],
      parts: ["quotas"],
      try: whereOffered((source) => named(parts.about, "quotas").read(source)),
    },
    {
      action: "kms:keystore:list",
      feeds: "Dedicated keystores",
      columns: [],
      parts: ["instances"],
      try: whereOffered((source) => named(parts.about, "instances").read(source)),
    },
    {
      action: "iam:projects (no permission needed)",
      feeds: "Projects and regions that are not read yet",
      columns: [],
      try: async () => void (await listRegions(client, REGION_SHAPE)),
    },
  ];
  return client.clock ? [...actions, clockCheck(client.clock)] : actions;
}

function named<T extends { name: string }>(list: readonly T[], name: string): T {
  const found = list.find((each) => each.name === name);
  if (!found) throw new Error(`This adapter has no part called ${name}.`);
  return found;
}
