import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Emulators, startEmulators } from "#emulators/index.ts";
import * as accountsRoute from "../../../app/api/v1/accounts/route.ts";
import * as importRoute from "../../../app/api/v1/accounts/import/route.ts";
import { askRoute, bearer } from "../../api/testing/ask-route.ts";
import type { Account } from "../../model/account.ts";
import type { ImportReport } from "../../model/import-report.ts";
import { useTestDatabase } from "../../store/test-database.ts";
import { allowEmulators } from "../../sync/testing/sync-world.ts";

let emulators: Emulators;
beforeAll(async () => {
  emulators = await startEmulators();
});
afterAll(() => emulators.close());

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

/** The world's accounts as a spreadsheet would save them: one column for each part that any of them has. */
function asCsv(): string {
  const rows = emulators.world.accounts.map(({ cloud, name, regions, groups, credential }) => {
    const parts = Object.entries({ credential, endpoints: emulators.clouds[cloud].endpoints });
    const within = parts.flatMap(([part, values]) => Object.entries(values).map(([key, value]) => [`${part}.${key}`, value] as const));
    return { cloud, name, regions: regions.join(";"), groups: groups.join(" ; "), ...Object.fromEntries(within) } as Record<string, string>;
  });
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return `\ufeff${[columns.join(","), ...rows.map((row) => columns.map((column) => quoted(row[column] ?? "")).join(","))].join("\r\n")}\r\n`;
}

function expectNoSecret(text: string): void {
  for (const { credential } of emulators.world.accounts) {
    for (const [name, value] of Object.entries(credential)) {
      if (/secret|password|token/i.test(name)) for (const form of [value, Buffer.from(value).toString("base64")]) expect(text.includes(form), name).toBe(false);
    }
  }
}

describe("POST /accounts/import", { timeout: 60_000 }, () => {
  useTestDatabase();
  let operator: string;
  beforeAll(() => allowEmulators(emulators));
  beforeEach(async () => {
    operator = await bearer("operator");
  });
  const send = (body: unknown, type = "text/csv", search = "") => askRoute<ImportReport>(importRoute, "POST", operator, { body, type, search });
  const connected = async () => (await askRoute<{ rows: Account[] }>(accountsRoute, "GET", operator)).body.rows;

  test("a CSV of all accounts is tried and then connected, a second time nothing of it, and no answer holds a secret", async () => {
    const names = emulators.world.accounts.map(({ name }) => name);
    const dry = await send(asCsv(), "text/csv; charset=utf-8", "?dryRun=true");
    expect([dry.status, dry.body.connected, dry.body.refused]).toEqual([200, 0, 0]);
    expect(dry.body.rows).toEqual(names.map((name, i) => ({ line: i + 2, name, result: "ready" })));
    expect(await connected()).toEqual([]);
    const real = await send(asCsv());
    expect([real.status, real.body.connected, real.body.refused]).toEqual([200, names.length, 0]);
    expect((await connected()).map(({ id, name }) => ({ id, name }))).toEqual(expect.arrayContaining(real.body.rows.map(({ account }) => account)));
    const again = await send(asCsv());
    expect(again.body.rows.map(({ error }) => error?.code)).toEqual(names.map(() => "name_taken"));
    const renamed = await send(asCsv().replaceAll(/^"(\w+)","/gm, '"$1","Other '));
    expect(renamed.body.rows.map(({ error }) => error?.code)).toEqual(names.map(() => "already_connected"));
    for (const { text } of [dry, real, again, renamed]) expectNoSecret(text);
  });

  test("JSON takes the members of POST /accounts", async () => {
    const accounts = emulators.world.accounts.slice(0, 2).map(({ cloud, name, regions, credential }) => {
      return { cloud, name, regions: regions.slice(0, 1), credential, endpoints: emulators.clouds[cloud].endpoints };
    });
    const type = "application/json";
    expect((await send({ dryRun: true, accounts }, type)).body.rows.map(({ result }) => result)).toEqual(["ready", "ready"]);
    expect((await send({ accounts }, type, "?dryRun=true")).body.rows.map(({ result }) => result)).toEqual(["ready", "ready"]);
    expect((await send({ accounts: [...accounts, 7] }, type)).body).toMatchObject({ connected: 2, refused: 1, rows: [{ line: 1 }, { line: 2 }, { line: 3 }] });
  });

  test.each([
    ["no list", "application/json", {}, 400, "invalid_body"],
    ["an empty list", "application/json", { accounts: [] }, 400, "invalid_body"],
    ["a list too long", "application/json", { accounts: Array.from({ length: 201 }, () => 1) }, 400, "invalid_body"],
    ["an unknown member", "application/json", { accounts: [1], dryrun: true }, 400, "invalid_body"],
    ["a file too large", "text/csv", "x".repeat(65 * 1024), 413, "body_too_large"],
    ["another type", "text/plain", "cloud,name", 415, "unsupported_media_type"],
    ["another encoding", "text/csv; charset=gb18030", "cloud,name", 415, "unsupported_media_type"],
    ["no UTF-8", "text/csv", Buffer.from([0x63, 0xff, 0x0a]), 400, "invalid_body"],
    ["no header row", "text/csv", "alibaba,Prod,all,access-key,LTAI,s3cr3t-s3cr3t\n", 400, "invalid_body"],
    ["JSON as CSV", "text/csv", '{"accounts":[]}', 400, "invalid_body"],
  ])("%s is refused as a whole", async (_, type, body, status, code) => {
    const answer = await send(body, type);
    expect([answer.status, answer.error.code]).toEqual([status, code]);
    expect(answer.text).not.toContain("s3cr3t");
  });

  test("CSV goes nowhere else, a wish for a dry run is never misread, and a viewer may not", async () => {
    expect((await askRoute(accountsRoute, "POST", operator, { body: "cloud,name", type: "text/csv" })).status).toBe(415);
    for (const search of ["?dryRun=1", "?dryrun=true", "?dryRun=true&dryRun=true"]) expect((await send(asCsv(), "text/csv", search)).status, search).toBe(400);
    expect((await askRoute(importRoute, "POST", await bearer("auditor"), { body: asCsv(), type: "text/csv" })).status).toBe(403);
    expect(await connected()).toEqual([]);
  });
});
