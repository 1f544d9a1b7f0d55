import { exportFileName } from "./export-file-name.ts";
import { EXPORT_FORMATS, type ExportHead, type ExportName } from "./export-formats.ts";

/** What a file of bare rows cannot say of itself. Header values are ASCII, so the query is percent-encoded. */
export function exportHeaders(head: ExportHead, format: ExportName): Record<string, string> {
  const { problems, unlisted, ...figures } = head.coverage;
  return {
    "content-type": EXPORT_FORMATS[format].type,
    "content-disposition": `attachment; filename="${exportFileName(head, format)}"`,
    "x-content-type-options": "nosniff",
    "x-keyatlas-query": encodeURIComponent(head.query),
    "x-keyatlas-at": head.at,
    "x-keyatlas-total": String(head.total),
    "x-keyatlas-coverage": JSON.stringify({ ...figures, unlisted: unlisted?.length ?? null, problems: problems.length }),
  };
}
