"use client";
import { lazy, useEffect } from "react";
import { latePart } from "#components/ui/late-part.ts";
import drawn from "#server/keys/drawn-parts.ts";

const loadDrawn = () => import("./table-parts.ts").then((parts) => parts.drawn);

export const COVERAGE_LINE = latePart(drawn?.CoverageLine, () => loadDrawn().then((parts) => parts.CoverageLine));
export const FACET_RAIL = latePart(drawn?.FacetRail, () => loadDrawn().then((parts) => parts.FacetRail));
export const PAGINATION = latePart(drawn?.Pagination, () => loadDrawn().then((parts) => parts.Pagination));

const loadFailures = () => import("./table-failures.tsx");

export const FailedBody = lazy(() => loadFailures().then((module) => ({ default: module.FailedBody })));
export const RefreshFailed = lazy(() => loadFailures().then((module) => ({ default: module.RefreshFailed })));

/** Words for a failure are fetched once the page stands, and not with it: when the server is away they could not come any more. */
export function useLateParts(): void {
  useEffect(() => void loadFailures(), []);
}
