import type { ImportReport } from "#lib/model/import-report.ts";
import { expect, test } from "../fixtures/api.ts";

const SECRET = "canary-7a6b5c4d3e2f";
const FILE = [
  "cloud,name,regions,groups,credential.type,credential.accessKeyId,credential.accessKeySecret",
  `alibaba,Payments prod,cn-hangzhou,,access-key,LTAI1,${SECRET}`,
  `alibaba,Never connected,cn-hangzhou;eu-central-1,"a; b",access-key,LTAI2,${SECRET}`,
  `alibaba,Wrong region,mars-1,,access-key,LTAI3,${SECRET}`,
  `alibaba,Short,${SECRET}`,
].join("\r\n");

test("a dry run of a file says of each row what would become of it, connects nothing and repeats no secret", async ({ api }) => {
  const before = await (await api.get("/accounts")).json();
  const answer = await api.send("POST", "/accounts/import?dryRun=true", FILE);
  expect(answer.status(), await answer.text()).toBe(200);
  const { rows, connected, refused } = (await answer.json()) as ImportReport;
  expect(rows.map(({ line, result, error }) => [line, result, error?.code])).toEqual([
    [2, "refused", "name_taken"],
    [3, "ready", undefined],
    [4, "refused", "unknown_region"],
    [5, "refused", "invalid_body"],
  ]);
  expect([connected, refused]).toEqual([0, 3]);
  expect(await answer.text()).not.toContain(SECRET);
  expect(await (await api.get("/accounts")).json()).toEqual(before);
});
