"use client";
import { lazy, useEffect } from "react";

const loadFailures = () => import("./table-failures.tsx");

export const FailedBody = lazy(() => loadFailures().then((module) => ({ default: module.FailedBody })));
export const RefreshFailed = lazy(() => loadFailures().then((module) => ({ default: module.RefreshFailed })));

/** Words for a failure are fetched once the page stands, and not with it: when the server is away they could not come any more. */
export function useLateParts(): void {
  useEffect(() => void loadFailures(), []);
}
