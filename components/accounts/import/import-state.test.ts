import { expect, test } from "vitest";
import type { Account } from "#lib/model/account.ts";
import type { ImportedRow } from "#lib/model/import-report.ts";
import { countOf, shownRows } from "./import-state.ts";

const PROBLEM = { operation: "GetCallerIdentity", code: "InvalidAccessKeyId", message: "no", requestId: "r", at: "2026-11-22T00:00:00Z" };
const account = (id: string, name: string, problem: Account["problem"] = null): Account => ({
  id,
  cloud: "alibaba",
  name,
  regions: "all",
  groups: [],
  endpoints: {},
  projects: {},
  limits: { perSecond: null, inFlight: null },
  credential: null,
  identity: null,
  problem,
  createdAt: "2026-11-22T00:00:00Z",
});
const ROWS: ImportedRow[] = [
  { line: 2, name: "A", result: "ready" },
  { line: 3, name: "B", result: "ready" },
  { line: 4, name: "C", result: "refused", error: { code: "name_taken", message: "taken", field: "name" } },
];

test("while the file is connected, the accounts that are there already tell how far it is", () => {
  const rows = shownRows(
    ROWS,
    [{ line: 3, cells: { cloud: "alibaba", regions: "all" }, isSlipped: false }],
    [account("1", "A", PROBLEM), account("2", "C")],
    true,
  );
  expect(rows.map(({ state, account: made }) => [state, made?.id])).toEqual([
    ["problem", "1"],
    ["waiting", undefined],
    ["refused", undefined],
  ]);
  expect(rows[1]).toMatchObject({ cloud: "alibaba", regions: "all" });
  expect(countOf(rows, "connected", "problem")).toBe(1);
});

test("the report has the last word", () => {
  const [row] = shownRows([{ line: 2, name: "A", result: "connected", account: { id: "9", name: "A" } }], [], [], false);
  expect(row).toMatchObject({ state: "connected", account: { id: "9" }, problem: null });
});
