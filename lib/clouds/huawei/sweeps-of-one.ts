import { CloudError } from "../../model/problem.ts";
import type { KeyReading } from "../../model/reading.ts";
import type { Answer, Detail } from "../cloud.ts";
import { aliasPage, withoutAliases } from "./alias-page.ts";
import type { Client } from "./client.ts";
import { isNotForThisKey } from "./errors.ts";
import type { ProjectSource } from "./project-source.ts";
import { tagsOf } from "./tags-of.ts";

/** Far more aliases than a key may have. */
const MOST_PAGES = 20;

/** The aliases of one key. Rows of others are left out: nobody has seen whether every site minds `key_id`. */
export function aliasesOfOne(client: Client, at: ProjectSource): Detail {
  return {
    name: "aliases",
    operation: "aliases",
    fields: ["aliases"],
    applies: () => true,
    async read(source, keyId) {
      const raw: unknown[] = [];
      const aliases: string[] = [];
      let marker: string | null = null;
      for (let pages = 1; ; pages++) {
        const page = await aliasPage(client, at(source), { marker, keyId });
        if ("absentApi" in page) return { value: withoutAliases(keyId), call: page.absentApi };
        const own = page.rows.filter((row) => row.keyId === keyId);
        raw.push(...own.map((row) => row.raw));
        aliases.push(...own.map((row) => row.alias));
        marker = page.next;
        if (marker === null) return reading(keyId, { aliases: [...new Set(aliases)] }, raw, page.answer.call);
        if (pages >= MOST_PAGES) throw page.answer.unreadable("listing_endless", `The list of aliases did not end after ${MOST_PAGES} pages.`);
      }
    },
  };
}

/** The tags of one key: "Querying CMK Tags". The bulk list leaves out the keys of the cloud's services, which have none; this call may refuse them. */
export function tagsOfOne(client: Client, at: ProjectSource): Detail {
  return {
    name: "tags",
    operation: "tags",
    fields: ["tags"],
    applies: () => true,
    async read(source, keyId) {
      try {
        const path = `kms/${encodeURIComponent(keyId)}/tags`;
        const answer = await client.kms(at(source), { operation: "tags", method: "GET", path });
        const { tags } = answer.object();
        return reading(keyId, { tags: tagsOf(answer, tags) }, tags, answer.call);
      } catch (error) {
        if (!(error instanceof CloudError) || !isNotForThisKey(error)) throw error;
        const call = { operation: "tags", at: client.now().toISOString(), requestId: error.requestId };
        return reading(keyId, { tags: {} }, null, call);
      }
    },
  };
}

function reading(keyId: string, values: KeyReading["values"], raw: unknown, call: Answer<unknown>["call"]): Answer<KeyReading> {
  return { value: { keyId, arn: null, values, absent: {}, raw, described: false }, call };
}
