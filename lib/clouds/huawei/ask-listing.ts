import { CloudError } from "../../model/problem.ts";
import type { Client } from "./client.ts";
import { dialectOf } from "./dialects.ts";
import type { Question } from "./filters.ts";
import type { HuaweiAnswer } from "./read-answer.ts";

type Source = { region: string; project: string };

/** Members of list-keys that a site turned out to refuse, by region, for as long as a connection lives. */
export type Refused = Map<string, ReadonlySet<string>>;

/** A question as far as one of its listings goes. */
type OneListing = Pick<Question, "spec" | "enterpriseProject"> & { keystore: string | null };

export interface AskedListing {
  answer: HuaweiAnswer;
  /** The members that were left out of the call. */
  left: ReadonlySet<string>;
}

/**
 * list-keys, with whatever the site takes. Not every site knows `key_spec`, `enterprise_project_id` and `keystore_type`, and some refuse what they do not
 * know (KMS.0308, KMS.1110; which of them do is not verified): the member is then left out, here and later. Without `key_spec` only AES_256 keys come, so
 * it goes last.
 */
export async function askListing(
  client: Client,
  source: Source,
  asked: { question: OneListing; page: Record<string, string> },
  refused: Refused,
): Promise<AskedListing> {
  const left = new Set(refused.get(source.region));
  let first: CloudError | null = null;
  for (;;) {
    const body = { ...bodyOf(asked.question, left), ...asked.page };
    try {
      const answer = await client.kms(source, { operation: "list-keys", method: "POST", path: "kms/list-keys", body });
      refused.set(source.region, left);
      return { answer, left };
    } catch (error) {
      // Later pages are asked for as the first was: a listing that changes its question midway joins to no whole.
      if (!(error instanceof CloudError) || !isRefusedMember(error, source.region) || "marker" in asked.page) throw error;
      const member = droppable(asked.question).find((each) => !left.has(each));
      if (member === undefined) throw first ?? error;
      first ??= error;
      left.add(member);
    }
  }
}

/** As a member of `left`: one value of `key_spec` may be refused where others are not. */
export function specMember(spec: string): string {
  return `key_spec ${spec}`;
}

function droppable({ spec, enterpriseProject, keystore }: OneListing): string[] {
  return [
    ...(keystore === null ? [] : ["keystore_type"]),
    ...(enterpriseProject === null ? [] : ["enterprise_project_id"]),
    ...(spec === null ? [] : [specMember(spec)]),
    "key_spec",
  ];
}

/** `key_spec` is always sent: without it only AES_256 keys come, and `ALL` has every key. */
function bodyOf({ spec, enterpriseProject, keystore }: OneListing, left: ReadonlySet<string>): Record<string, string> {
  const word = spec !== null && !left.has(specMember(spec)) ? spec : "ALL";
  return {
    ...(left.has("key_spec") ? {} : { key_spec: word }),
    ...(enterpriseProject === null || left.has("enterprise_project_id") ? {} : { enterprise_project_id: enterpriseProject }),
    ...(keystore === null || left.has("keystore_type") ? {} : { keystore_type: keystore }),
  };
}

/**
 * Where the pages do not know the members, whatever says "bad request" may be about them: KMS.0308 and KMS.1110, the general KMS.0201 to 0203, or a bare 400.
 */
function isRefusedMember({ code, kind, status }: CloudError, region: string): boolean {
  if (kind !== "protocol") return false;
  return code === "KMS.0308" || code === "KMS.1110" || (status === 400 && dialectOf(region).quirks.keySpec === "unverified");
}
