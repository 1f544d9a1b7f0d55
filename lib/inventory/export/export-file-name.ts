import type { ExportHead } from "./export-formats.ts";

/** Long enough for three or four filters. */
const MOST = 80;

/**
 * `keyatlas-keys-state-disabled_rotation-off-partial-2026-11-22T101500Z.csv`: what the file is of, whether it is whole, and its moment in UTC, so that two
 * files lie beside each other and are told apart. ASCII letters, digits and `._-` alone: any system takes it as it stands.
 */
export function exportFileName({ query, at, coverage }: Pick<ExportHead, "query" | "at" | "coverage">, ending: string): string {
  const filters = query.split("&").filter((part) => part !== "" && !part.startsWith("sort="));
  const scope = filters
    .map(plain)
    .filter(Boolean)
    .join("_")
    .slice(0, MOST)
    .replace(/[-_.]+$/, "");
  const stamp = `${at.slice(0, 19).replaceAll(":", "")}Z`;
  return ["keyatlas-keys", scope || "all", ...(coverage.complete ? [] : ["partial"]), stamp].join("-").concat(".", ending);
}

/** `state=!enabled` → `state-not-enabled`. */
const plain = (part: string) =>
  decodeURIComponent(part)
    .replaceAll("!", "not-")
    .replaceAll(/[^A-Za-z0-9.]+/g, "-")
    .replaceAll(/^[-.]+|[-.]+$/g, "");
