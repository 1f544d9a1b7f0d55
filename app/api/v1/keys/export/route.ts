import { defineRoute } from "#lib/api/define-route.ts";
import { refuseVerbs } from "#lib/api/refuse-verbs.ts";
import type { QueryReader } from "#lib/api/route-rule.ts";
import { EXPORT_FORMATS, type ExportHead, type ExportName } from "#lib/inventory/export/export-formats.ts";
import { type ExportColumn, readColumns } from "#lib/inventory/export/export-columns.ts";
import { takeExportTurn } from "#lib/inventory/export/take-export-turn.ts";
import { exportKeys } from "#lib/inventory/export-keys.ts";
import { Refusal } from "#lib/model/refusal.ts";
import { parseStrict } from "#lib/query/parse-key-query.ts";
import type { KeyQuery } from "#lib/query/query.ts";
import { KEY_QUERY } from "../../key-query.ts";

interface ExportQuery {
  query: KeyQuery;
  format: ExportName;
  columns: ExportColumn[];
}

const EXPORT_QUERY: QueryReader<ExportQuery> = {
  parameters: [
    { name: "format", description: `One of ${Object.keys(EXPORT_FORMATS).join(", ")}.` },
    { name: "columns", description: "Members of a row, separated by commas; all without it." },
    ...KEY_QUERY.parameters,
  ],
  read(params) {
    const given = new URLSearchParams(params);
    for (const name of ["format", "columns"]) if (given.getAll(name).length > 1) throw new Refusal("invalid_query", `${name} stands there twice.`, name);
    const [format, columns] = [given.get("format"), given.get("columns")];
    if (format === null || !Object.hasOwn(EXPORT_FORMATS, format))
      throw new Refusal("invalid_query", `format takes one of ${Object.keys(EXPORT_FORMATS).join(", ")}.`, "format");
    given.delete("format");
    given.delete("columns");
    const query = parseStrict(given);
    if (query.live) throw new Refusal("invalid_query", "An export is of the inventory; ask /live/keys for what the clouds say now.", "live");
    return { query, format: format as ExportName, columns: readColumns(columns) };
  },
};

export const GET = defineRoute({
  summary: "Every row of a view as a file: csv, json or ndjson",
  role: "auditor",
  audit: "keys.export",
  query: EXPORT_QUERY,
  handle: async ({ scope, query: { query, format, columns }, signal }) => {
    const endTurn = takeExportTurn(scope);
    try {
      const { head, text } = await exportKeys(scope, query, format, columns);
      signal.addEventListener("abort", endTurn, { once: true });
      if (signal.aborted) endTurn();
      return new Response(streamOf(text, endTurn), { headers: headersOf(head, format) });
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

/** What a file of bare rows cannot say of itself. Header values are ASCII, so the query is percent-encoded. */
function headersOf({ query, at, coverage, total }: ExportHead, format: ExportName): Record<string, string> {
  const { problems: _, unlisted, ...figures } = coverage;
  return {
    "content-type": EXPORT_FORMATS[format].type,
    "content-disposition": `attachment; filename="keyatlas-keys-${at.slice(0, 19).replaceAll(":", "")}Z.${format}"`,
    "x-content-type-options": "nosniff",
    "x-keyatlas-query": encodeURIComponent(query),
    "x-keyatlas-at": at,
    "x-keyatlas-total": String(total),
    "x-keyatlas-coverage": JSON.stringify({ ...figures, unlisted: unlisted?.length ?? null, problems: coverage.problems.length }),
  };
}
