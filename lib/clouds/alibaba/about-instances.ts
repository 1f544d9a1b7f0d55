import type { KeyInstance } from "../../model/about-source.ts";
import { CloudError } from "../../model/problem.ts";
import type { SourceAddress } from "../../model/source.ts";
import type { About } from "../cloud.ts";
import { isJsonObject } from "../json-object.ts";
import { vendorWord } from "../vendor-word.ts";
import { allPages } from "./all-pages.ts";
import type { Sender } from "./signing-keys.ts";
import { STATUS_LANE } from "./status-lane.ts";
import { textOf } from "./text-of.ts";
import { timeOf } from "./time-of.ts";

const MOST_PAGES = 10;
/** At a call a second, more would hold up a reading for longer than its keys do. */
const MOST_ASKED = 20;

/**
 * ListKmsInstances gives ids; GetKmsInstance the rest, instance by instance. Where that is refused or fails, the instances are told by their ids, with the
 * cloud's code, and the rest is not asked.
 */
export function aboutInstances(send: Sender): About {
  return {
    name: "instances",
    operation: "ListKmsInstances",
    async read(source) {
      const listing = { action: "ListKmsInstances", outer: "KmsInstances", inner: "KmsInstance", id: "KmsInstanceId" };
      const { rows, answer } = await allPages(send, source, { ...listing, lane: STATUS_LANE, mostPages: MOST_PAGES });
      const value: KeyInstance[] = [];
      let stopped: string | null = null;
      for (const [n, id] of [...rows.keys()].entries()) {
        if (n >= MOST_ASKED) stopped ??= "not asked";
        const told: KeyInstance | string | null = stopped ?? (await getOrCode(send, source, id));
        if (typeof told === "string") {
          stopped = told;
          value.push({ id, name: null, status: null, kind: null, endsAt: null, note: told });
        } else if (told) value.push(told);
      }
      return { value, call: answer.call };
    },
  };
}

/** The instance, null when it is gone since it was listed, or the code of the failure. A refused credential is no matter of instances. */
async function getOrCode(send: Sender, source: SourceAddress, id: string): Promise<KeyInstance | string | null> {
  try {
    return await getKmsInstance(send, source, id);
  } catch (error) {
    if (!(error instanceof CloudError) || error.kind === "auth") throw error;
    return error.kind === "not-found" ? null : error.code;
  }
}

/** An instance that is missing can come as a 200 with an empty id: null. */
export async function getKmsInstance(send: Sender, source: SourceAddress, id: string): Promise<KeyInstance | null> {
  const answer = await send({ service: "kms", action: "GetKmsInstance", params: { KmsInstanceId: id }, region: source.region, lane: STATUS_LANE });
  const said = answer.body.KmsInstance;
  if (!isJsonObject(said)) throw answer.unreadable("instance_missing", "The cloud's answer describes no KMS instance.");
  if (said.InstanceId === "") return null;
  if (said.InstanceId !== id) throw answer.unreadable("instance_other", "The cloud described another KMS instance than the one asked for.");
  const word = (name: string) => textOf(said, name) || null;
  const [status, kind] = [word("Status"), word("ProductType")];
  return {
    id,
    name: word("InstanceName"),
    status: status === null ? null : vendorWord(status),
    kind: kind === null ? null : vendorWord(kind),
    endsAt: timeOf(said.EndDate),
  };
}
