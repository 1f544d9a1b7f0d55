"use client";
import { CoverageLine } from "#components/coverage/coverage-line.tsx";
import { FacetRail } from "./facet-rail.tsx";
import { Pagination } from "./pagination.tsx";

/** What the server draws with the table, and the browser takes up after it. */
export default { CoverageLine, FacetRail, Pagination };
