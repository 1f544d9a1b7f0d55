import { describe, expect, it } from "vitest";
import type { AccountRow } from "../store/accounts.ts";
import type { StoredSource } from "../store/sources.ts";
import { parseStrict } from "../query/parse-key-query.ts";
import { findUnlisted } from "./find-unlisted.ts";
import { picksPlace } from "./picks-place.ts";

const account = (part: Partial<AccountRow>) => ({ id: "a1", name: "Prod", cloud: "alibaba", discovered: [], discoveryProblem: null, ...part }) as AccountRow;
const source = (accountId: string, region: string) => ({ account: { id: accountId, name: "" }, region, project: null }) as StoredSource;
const ask = (link: string, accounts: AccountRow[]) => findUnlisted(accounts, [source("a1", "r-1")], parseStrict(link).filters);

describe("what a credential can see and nobody reads", () => {
  const seen = [
    { region: "r-1", project: null },
    { region: "r-2", project: null },
    { region: "r-3", project: "p" },
  ];

  it("is listed as far as the query asks for it", () => {
    const accounts = [account({ discovered: seen })];
    expect(ask("", accounts).unlisted).toEqual([
      { account: "a1", region: "r-2" },
      { account: "a1", region: "r-3", project: "p" },
    ]);
    expect(ask("region=r-1", accounts).unlisted).toEqual([]);
    expect(ask("region=r-2,r-1&state=enabled", accounts).unlisted).toEqual([{ account: "a1", region: "r-2" }]);
    expect(ask("cloud=huawei", accounts).unlisted).toEqual([]);
    expect(ask("account=Other", accounts).unlisted).toEqual([]);
  });

  it("is unknown, with the reason, while the discovery of an account in question fails", () => {
    const problem = { operation: "DescribeRegions", code: "Throttling", message: "m", requestId: "q", at: "2026-11-22T00:00:00.000Z" };
    const accounts = [account({ discovered: seen }), account({ id: "a2", name: "Dark", discovered: null, discoveryProblem: problem })];
    expect(ask("", accounts)).toEqual({ unlisted: null, unknown: 1, problems: [{ account: "a2", region: "*", ...problem }] });
    expect(ask("account=Prod", accounts).problems).toEqual([]);
    expect(ask("account=Prod", accounts).unknown).toBe(0);
    expect(ask("account=Prod", accounts).unlisted).toHaveLength(2);
  });
});

it("a credential that rests says why from the start, once", () => {
  const problem = { operation: "GetCallerIdentity", code: "SignatureDoesNotMatch", message: "m", requestId: "q", at: "2026-11-22T00:00:00.000Z" };
  const resting = account({ restsSince: problem.at, problem });
  expect(ask("", [resting]).problems).toEqual([{ account: "a1", region: "*", ...problem }]);
  expect(ask("", [{ ...resting, discovered: null, discoveryProblem: problem }]).problems).toHaveLength(1);
  expect(ask("", [account({ restsSince: null, problem })]).problems).toEqual([]);
});

describe("the places that a query picks", () => {
  const place = { cloud: "huawei", account: { id: "a1", name: "EU platform" }, region: "eu-west-101", project: "p1" } as const;

  it.each([
    ["", true],
    ["cloud=huawei", true],
    ["cloud=!huawei", false],
    ["account=EU platform", true],
    ["account=a1", true],
    ["account=~platform", true],
    ["region=^eu", true],
    ["region=!~eu", false],
    ["project=p1", true],
    ["project=none", false],
    ["region=eu-west-101&state=zombie&q=nothing", true],
    ["presence=gone", true],
  ])("%s: %s", (link, expected) => {
    expect(picksPlace(parseStrict(link).filters, place)).toBe(expected);
  });
});
