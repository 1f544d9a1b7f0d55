import { isSortField } from "#lib/query/default-query.ts";
import { QUERY_FIELDS } from "#lib/query/fields.ts";
import { expect, test } from "../fixtures/api.ts";
import { demoWorld, isReadable } from "../fixtures/world.ts";

test("all pages together are the emulated world, every key once", async ({ api }) => {
  const world = await demoWorld();
  const wanted = world.flatMap((account) => account.keys.filter((key) => isReadable(account, key)).map((key) => `${account.name} ${key.region} ${key.keyId}`));
  const refs: string[] = [];
  const held: string[] = [];
  for (let page = 1, total = 1; refs.length < total; page++) {
    const answer = await api.keys(`?size=25&page=${page}&sort=-created`);
    expect(answer.rows.length).toBe(Math.min(25, answer.total - refs.length));
    total = answer.total;
    refs.push(...answer.rows.map(({ ref }) => ref));
    held.push(...answer.rows.map((row) => `${row.account.name} ${row.region} ${row.keyId}`));
  }
  expect(new Set(refs).size).toBe(refs.length);
  expect(held.sort()).toEqual(wanted.sort());
});

test("cursors walk the same rows as pages", async ({ api }) => {
  const paged = await api.allKeys("?sort=spec");
  const walked: string[] = [];
  for (let next: string | null = ""; next !== null; ) {
    const answer = await api.keys(`?sort=spec&size=100${next ? `&cursor=${encodeURIComponent(next)}` : ""}`);
    walked.push(...answer.rows.map(({ ref }) => ref));
    next = answer.next;
  }
  expect(walked).toEqual(paged.map(({ ref }) => ref));
});

test("facets add up to the rows", async ({ api }) => {
  const { facets, total } = await api.keys("?facets=state,cloud,rotation");
  for (const [field, counts] of Object.entries(facets)) {
    const sum = counts.reduce((all, { count }) => all + count, 0);
    expect(sum, field).toBe(total);
  }
  const enabled = facets.state?.find(({ value }) => value === "enabled")?.count;
  expect((await api.keys("?state=enabled")).total).toBe(enabled);
});

test("a page past the end is empty and knows its total", async ({ api }) => {
  const { rows, total } = await api.keys("?page=99999");
  expect(rows).toEqual([]);
  expect(total).toBeGreaterThan(0);
});

test("P4: every order is total: all pages of each column, both ways, hold every key once", async ({ api }) => {
  // Some 230 pages.
  test.setTimeout(180_000);
  const refs = (await api.allKeys()).map(({ ref }) => ref).sort();
  for (const field of QUERY_FIELDS.filter(isSortField)) {
    const orders = [field, `-${field}`].map(async (sort) => (await api.allKeys(`?sort=${sort}`)).map(({ ref }) => ref).sort());
    expect(await Promise.all(orders), field).toEqual([refs, refs]);
  }
});

test("P16: a filter acts on all keys, and not on the page", async ({ api }) => {
  const first = await api.keys("?size=25");
  const last = (await api.keys(`?size=25&page=${Math.ceil(first.total / 25)}`)).rows.at(-1);
  expect(first.rows.map(({ ref }) => ref)).not.toContain(last?.ref);
  expect((await api.keys(`?size=25&q=${last?.keyId}`)).rows.map(({ ref }) => ref)).toContain(last?.ref);
});
