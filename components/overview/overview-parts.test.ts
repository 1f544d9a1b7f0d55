import { describe, expect, it } from "vitest";
import { makeFormat } from "#components/ui/make-format.ts";
import type { Overview, SourceCell } from "#lib/model/overview.ts";
import { compileWords } from "#lib/words/compile-words.ts";
import { makeTranslate } from "#lib/words/translate.ts";
import { dayLines } from "./day-lines.ts";
import { facetRows } from "./facet-rows.ts";
import { figuresOf } from "./figures.ts";
import { coverageMap } from "./map-rows.ts";
import { keysHref, overviewHref, placeView } from "./place-view.ts";
import { restHref } from "./rest-rows.ts";
import { shareOf } from "./share-of.ts";

const t = makeTranslate("en", compileWords("en"));
const format = makeFormat("en", t);
const source = (account: string, region: string, change: Partial<SourceCell> = {}): SourceCell => ({
  cloud: "alibaba",
  account: { id: account, name: account },
  region,
  project: null,
  standing: "read",
  isPartial: false,
  lastReadAt: "2026-11-22T11:00:00.000Z",
  code: null,
  count: 2,
  ...change,
});
const NONE = { past: 0, pastQuery: "expires=..2026-11-21", later: 0, laterQuery: "expires=2027-02-20..", absent: [] };
const OVERVIEW: Overview = {
  total: 10,
  undecided: 0,
  facets: {
    rotation: [
      { value: "on", count: 4 },
      { value: "off", count: 1 },
      { value: "denied", count: 3 },
      { value: "failed", count: 0 },
      { value: "not-applicable", count: 2 },
    ],
    account: [
      { value: "a", count: 1 },
      { value: "denied", count: 9 },
    ],
  },
  deletes: [{ day: "2026-11-25", count: 1, query: "deletes=2026-11-25" }],
  expires: [],
  otherDays: {
    deletes: {
      past: 2,
      pastQuery: "deletes=..2026-11-21",
      later: 0,
      laterQuery: "deletes=2027-02-20..",
      absent: [
        { value: "none", count: 6 },
        { value: "denied", count: 1 },
      ],
    },
    expires: NONE,
  },
  soon: { deletes: { count: 3, query: "deletes=..7d" }, expires: { count: 0, query: "expires=..30d" } },
  ages: [],
  sources: [],
  coverage: { complete: false, sources: 2, read: 1, stale: 0, unread: 1, notEnabled: 0, held: 10, claimed: null, oldest: null, unlisted: [], problems: [] },
  asOf: "2026-11-22T12:00:00.000Z",
  zone: "UTC",
};

describe("addresses", () => {
  it("keep the places and take what is asked", () => {
    const view = placeView("account=a,b&region=eu-west-1");
    expect(keysHref(view)).toBe("/keys?account=a,b&region=eu-west-1");
    expect(keysHref(view, "deletes=..7d&sort=deletes")).toBe("/keys?account=a,b&region=eu-west-1&deletes=..7d&sort=deletes");
    expect(keysHref(view, "account=c")).toBe("/keys?account=c&region=eu-west-1");
    expect(keysHref(placeView(""))).toBe("/keys");
    expect(overviewHref(view, "account", "")).toBe("/overview?region=eu-west-1");
    expect(overviewHref(view, "cloud", "huawei")).toBe("/overview?cloud=huawei&account=a,b&region=eu-west-1");
  });

  it("say what is no place, and take an empty choice for all", () => {
    const view = placeView("cloud=&account=a&state=disabled&cloud2=x&region=");
    expect(view.request).toBe("account=a");
    expect(view.left).toEqual(["state"]);
    expect(view.faults.map(({ field }) => field)).toEqual(["cloud2"]);
  });

  it("lead to all values without a bar of their own", () => {
    expect(restHref(placeView("cloud=huawei"), "region", [{ key: "r-1" }, { key: "none" }])).toBe("/keys?cloud=huawei&region=!none,r-1");
  });
});

describe("the values of a field", () => {
  const words = { t, format, nameOf: () => null, isPartial: () => true };
  it("are drawn as what they are: an unknown one is hatched, and never looks like a value", () => {
    const rows = facetRows("rotation", OVERVIEW, placeView(""), words);
    expect(rows.map(({ label, shown, share, look }) => [label, shown, share, look])).toEqual([
      ["On", "4+", "40.0%", "ink"],
      ["Off", "1+", "10.0%", "marked"],
      ["Denied", "3+", "30.0%", "hatch-warn"],
      ["Failed", "0+", "0%", "hatch-danger"],
      ["Not applicable", "2+", "20.0%", "faint"],
    ]);
    expect(rows[2]?.href).toBe("/keys?rotation=denied");
  });

  it("are names where the field is one: an account called denied is an account", () => {
    const rows = facetRows("account", OVERVIEW, placeView("account=a"), words);
    expect(rows.map(({ key, look, href }) => [key, look, href])).toEqual([
      ["denied", "ink", "/keys?account=denied"],
      ["a", "marked", "/keys?account=a"],
    ]);
  });

  it("have shares that say what is there", () => {
    expect([shareOf(0, 0), shareOf(0, 9), shareOf(1, 100_000), shareOf(1, 3), shareOf(3, 3)]).toEqual(["0%", "0%", "<0.1%", "33.3%", "100%"]);
  });
});

it("a calendar names what is no coming day, but not the many keys without a date", () => {
  const { days, others } = dayLines("deletes", OVERVIEW, placeView(""), { t, format, isPartial: false });
  expect(days.map(({ href, shown }) => [href, shown])).toEqual([["/keys?deletes=2026-11-25&sort=deletes", "1"]]);
  expect(others.map(({ label, shown, href }) => [label, shown, href])).toEqual([
    ["Overdue", "2", "/keys?deletes=..2026-11-21&sort=deletes"],
    ["Deletion date: denied", "1", "/keys?deletes=denied&sort=deletes"],
  ]);
});

it("figures carry the plus, and name the reasons of what is unknown", () => {
  const figures = figuresOf(OVERVIEW, placeView(""), t, format, true);
  const unknown = figures.find(({ name }) => name === "Rotation not known");
  expect(unknown).toMatchObject({ shown: "3+", note: "3 denied", href: "/keys?rotation=denied,failed,pending" });
  expect(figures.map(({ shown }) => shown)).toEqual(["10+", "3+", "1+", "3+", "0+", "0+"]);
});

it("the map has a cell for each account and region, as bad as its worst source", () => {
  const dark = { standing: "unread", isPartial: true, lastReadAt: null, code: "Forbidden", count: 0 } as const;
  const map = coverageMap([
    source("a", "r2"),
    source("a", "r1", { project: "p" }),
    source("a", "r1", { project: "q", ...dark }),
    source("b", "r2", { standing: "not-enabled", count: 0 }),
  ]);
  expect(map.regions).toEqual([
    { region: "r1", count: 2, isPartial: true },
    { region: "r2", count: 2, isPartial: false },
  ]);
  const [a, b] = map.rows;
  expect(a).toMatchObject({ count: 4, isPartial: true });
  expect(a?.cells.get("r1")).toMatchObject({ standing: "unread", count: 2, isPartial: true, code: "Forbidden", lastReadAt: "2026-11-22T11:00:00.000Z" });
  expect(b?.cells.get("r1")).toBeUndefined();
  expect(b?.cells.get("r2")).toMatchObject({ standing: "not-enabled", isPartial: false });
});
