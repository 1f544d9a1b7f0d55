import { expect, test } from "vitest";
import { hrefOf, keyView } from "./key-view.ts";

test("the open key changes the address, not what is asked for", () => {
  const open = keyView("state=disabled&key=3k9f2m8x7abc");
  expect(open.query.key).toBe("3k9f2m8x7abc");
  expect(open.request).toBe(keyView("state=disabled").request);
});

test("what is shared is the rows, not the page nor the open key", () => {
  expect(keyView("state=disabled&sort=-created&page=3&size=25&key=3k9f2m8x7abc&live=true").shared).toBe("state=disabled&sort=-created");
});

test("the same view has one address, however it was written", () => {
  expect(keyView("sort=alias&page=1&state=enabled,disabled").href(keyView("state=disabled,enabled").query)).toBe("/keys?state=disabled,enabled");
  expect(hrefOf(keyView("").query)).toBe("/keys");
});

test("what was not understood stays in the address until it is taken away", () => {
  const { query, faults, href } = keyView("state=disabled&colour=red");
  expect(faults).toHaveLength(1);
  expect(href(query)).toBe("/keys?state=disabled&colour=red");
  expect(hrefOf(query)).toBe("/keys?state=disabled");
});

test("asks the clouds for rows alone, and counts in the view that they were asked from", () => {
  const [stored, live] = [keyView("state=disabled&sort=-created"), keyView("state=disabled&sort=-created&live=true")];
  expect(live.request).toBe("state=disabled&live=true&sort=-created");
  expect(live.counts.stored).toBe(stored.request);
  expect(new URLSearchParams(live.counts.live).get("facets")).toBe(new URLSearchParams(stored.request).get("facets"));
});
