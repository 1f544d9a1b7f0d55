import { defineRoute } from "#lib/api/define-route.ts";
import { refuseVerbs } from "#lib/api/refuse-verbs.ts";
import type { QueryReader } from "#lib/api/route-rule.ts";
import { CHOICE_PARAMETERS, type ExportChoice, takeExportChoice } from "#lib/inventory/export/export-choice.ts";
import { exportHeaders } from "#lib/inventory/export/export-headers.ts";
import { takeExportTurn } from "#lib/inventory/export/take-export-turn.ts";
import { exportKeys } from "#lib/inventory/export-keys.ts";
import { Refusal } from "#lib/model/refusal.ts";
import { parseStrict } from "#lib/query/parse-key-query.ts";
import type { KeyQuery } from "#lib/query/query.ts";
import { KEY_QUERY } from "../../key-query.ts";

const EXPORT_QUERY: QueryReader<{ query: KeyQuery; choice: ExportChoice }> = {
  parameters: [...CHOICE_PARAMETERS, ...KEY_QUERY.parameters],
  read(params) {
    const given = new URLSearchParams(params);
    const choice = takeExportChoice(given);
    const query = parseStrict(given);
    if (query.live) throw new Refusal("invalid_query", "An export is of the inventory; ask /live/keys for what the clouds say now.", "live");
    return { query, choice };
  },
};

export const GET = defineRoute({
  summary: "Every row of a view as a file: csv, json or ndjson",
  role: "auditor",
  audit: "keys.export",
  query: EXPORT_QUERY,
  handle: async ({ scope, query: { query, choice }, signal }) => {
    const endTurn = takeExportTurn(scope);
    try {
      const { head, text } = await exportKeys(scope, query, choice);
      signal.addEventListener("abort", endTurn, { once: true });
      if (signal.aborted) endTurn();
      return new Response(streamOf(text, endTurn), { headers: exportHeaders(head, choice.format) });
    } catch (error) {
      endTurn();
      throw error;
    }
  },
});
export const { POST, PUT, PATCH, DELETE, OPTIONS } = refuseVerbs("GET");

/** Part after part as the asker takes them; one who goes away ends it. `onEnd` is told once, however it ends. */
function streamOf(text: AsyncGenerator<string>, onEnd: () => void): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await text.next();
        if (!done) return controller.enqueue(encoder.encode(value));
        controller.close();
      } catch (error) {
        controller.error(error);
      }
      onEnd();
    },
    cancel: () => {
      onEnd();
      void text.return(undefined);
    },
  });
}
