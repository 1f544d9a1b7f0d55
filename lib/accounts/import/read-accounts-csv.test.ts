import { expect, test } from "vitest";
import { Refusal } from "../../model/refusal.ts";
import { readAccountsCsv } from "./read-accounts-csv.ts";

const HEAD = "cloud,name,regions,groups,credential.type,credential.accessKeyId,credential.accessKeySecret";
const refused = (text: string) => {
  try {
    readAccountsCsv(text);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error("it was read");
};

test("cells become an account: lists at semicolons, all regions, empty cells left out, limits as numbers", () => {
  const text = `\ufeff${HEAD},endpoints.kms,projects.eu-west-101,limits.perSecond,limits.inFlight\r
alibaba,"Payments, ""prod""",cn-hangzhou; eu-central-1,payments;platform,access-key,LTAI1,s3cr3t,,,5,\r
huawei,EU,all,,access-key,AK,SK,http://127.0.0.1:1/{region},p1,,many\r
`;
  expect(readAccountsCsv(text)).toEqual({
    dryRun: false,
    rows: [
      {
        line: 2,
        fault: null,
        input: {
          cloud: "alibaba",
          name: 'Payments, "prod"',
          regions: ["cn-hangzhou", "eu-central-1"],
          groups: ["payments", "platform"],
          credential: { type: "access-key", accessKeyId: "LTAI1", accessKeySecret: "s3cr3t" },
          limits: { perSecond: 5 },
        },
      },
      {
        line: 3,
        fault: null,
        input: {
          cloud: "huawei",
          name: "EU",
          regions: "all",
          credential: { type: "access-key", accessKeyId: "AK", accessKeySecret: "SK" },
          endpoints: { kms: "http://127.0.0.1:1/{region}" },
          projects: { "eu-west-101": "p1" },
          limits: { inFlight: "many" },
        },
      },
    ],
  });
});

test.each(["\r\n", "\n", "\r"])("lines are those of the file, whatever ends them (%j) and however long a cell is", (end) => {
  const row = (name: string) => `alibaba,${name},all,,access-key,a,b`;
  const text = [HEAD, row(`"two${end}lines"`), "", row("钥匙"), "alibaba,short", ",,,,,,", row("last")].join(end);
  expect(readAccountsCsv(text).rows.map(({ line, fault }) => [line, fault?.code])).toEqual([
    [2, undefined],
    [5, undefined],
    [6, "invalid_body"],
    [8, undefined],
  ]);
});

test("line ends may differ within a file", () => {
  expect(readAccountsCsv(`${HEAD}\r\nalibaba,a,all,,t,a,b\nalibaba,b,all,,t,a,b\r`).rows.map(({ line }) => line)).toEqual([2, 3]);
});

const SECRET = "canary-9f8e7d6c5b4a";
test.each([
  ["no header row", `alibaba,Prod,all,,access-key,LTAI,${SECRET}\nalibaba,Two,all,,access-key,LTAI,x`, /Column 1 of the header row is none of cloud/],
  ["an unknown column", `${HEAD},${SECRET}\n`, /Column 8/],
  ["a column twice", `${HEAD},groups\n`, /names groups twice/],
  ["a column too few", `cloud,name,regions\nalibaba,${SECRET},all\n`, /lacks credential.type/],
  ["only a header row", `${HEAD}\n\n`, /no account/],
  ["nothing", "\n\n", /empty/],
  ["a quote that never closes", `${HEAD}\nalibaba,a,all,,t,a,b\nalibaba,"a,all,,t,a,${SECRET}\n`, /from line 3 on/],
  ["text after a quote", `${HEAD}\nalibaba,"a"${SECRET},all,,t,a,b\n`, /from line 2 on/],
  ["a quote within", `${HEAD}\nalibaba,${SECRET}",all,,t,a,b\n`, /from line 2 on/],
  ["201 rows", `${HEAD}\n${"alibaba,a,all,,t,a,b\n".repeat(201)}`, /more than 200/],
])("%s is refused for the whole file, and no cell is quoted", (_, text, words) => {
  const refusal = refused(text);
  expect(refusal.message).toMatch(words);
  expect([refusal.message, refusal.field, refusal.cause, refusal.stack].join()).not.toContain(SECRET);
  expect(refusal.cause).toBeUndefined();
});
