import { expect, test } from "vitest";
import type { Account } from "#lib/model/account.ts";
import { changeOf, draftLike, draftOf, inputOf } from "./draft.ts";

const ACCOUNT: Account = {
  id: "a1b2c3d4e5f6",
  cloud: "huawei",
  name: "EU platform",
  regions: ["eu-west-101"],
  groups: ["platform"],
  endpoints: { kms: "http://127.0.0.1:4802/{region}" },
  projects: { "eu-west-101": "pci" },
  limits: { perSecond: null, inFlight: null },
  credential: { type: "password", hint: "reader", setAt: "2026-11-01T00:00:00Z" },
  identity: null,
  problem: null,
  createdAt: "2026-11-01T00:00:00Z",
};

test("an account that was only looked at changes nothing, and sends no credential", () => {
  expect(changeOf(draftOf(ACCOUNT), ACCOUNT)).toEqual({});
});

test("a new name is all that is sent", () => {
  expect(changeOf({ ...draftOf(ACCOUNT), name: " EU  " }, ACCOUNT)).toEqual({ name: "EU" });
});

test("a typed credential goes with its type", () => {
  expect(changeOf({ ...draftOf(ACCOUNT), credential: { userName: "reader", password: "s" } }, ACCOUNT)).toEqual({
    credential: { type: "password", userName: "reader", password: "s" },
  });
});

test("the project of a region that was taken away goes with it", () => {
  expect(inputOf({ ...draftOf(ACCOUNT), regions: ["cn-north-4"] }).projects).toEqual({});
});

test("another account like this one has all but its name and its secret", () => {
  const draft = draftLike(ACCOUNT, { domainName: "corp", userName: "reader" });
  expect(inputOf({ ...draft, name: "EU two" })).toEqual({
    cloud: "huawei",
    name: "EU two",
    regions: ["eu-west-101"],
    groups: ["platform"],
    credential: { type: "password", domainName: "corp", userName: "reader" },
    endpoints: { kms: "http://127.0.0.1:4802/{region}" },
    projects: { "eu-west-101": "pci" },
    limits: { perSecond: null, inFlight: null },
  });
});
