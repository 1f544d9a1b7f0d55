import { UNCHOSEN } from "#lib/model/preferences.ts";
import type { SavedView } from "#lib/model/view.ts";
import { expect, test } from "../fixtures/api.ts";

test("every built-in view opens, and lists what its query says", async ({ api }) => {
  const { rows } = (await (await api.get("/views")).json()) as { rows: SavedView[] };
  const builtIn = rows.filter(({ isBuiltIn }) => isBuiltIn);
  expect(builtIn.length).toBeGreaterThan(5);
  for (const { query } of builtIn) await api.keys(`?${query}`);
  const disabled = builtIn.find(({ id }) => id === "disabled");
  expect((await api.allKeys(`?${disabled?.query}`)).every(({ state }) => state === "disabled")).toBe(true);
});

test("a view is saved, begun with, renamed and deleted", async ({ api }) => {
  const wish = { name: "Symmetric, no rotation", query: "page=2&rotation=off&family=symmetric", columns: ["alias", "state"], isDefault: true };
  const made = await api.send("POST", "/views", wish);
  expect(made.status()).toBe(201);
  const view = (await made.json()) as SavedView;
  expect(view).toMatchObject({ query: "family=symmetric&rotation=off", columns: ["alias", "state"], isDefault: true, owner: { name: "e2e" } });
  expect((await api.send("POST", "/views", wish)).status()).toBe(409);
  expect(await (await api.send("PATCH", `/views/${view.id}`, { name: "Renamed" })).json()).toMatchObject({ name: "Renamed", query: view.query });
  expect((await api.send("PATCH", "/views/gone", { name: "Mine" })).status()).toBe(403);
  expect((await api.send("DELETE", `/views/${view.id}`)).status()).toBe(204);
  expect((await api.send("DELETE", `/views/${view.id}`)).status()).toBe(404);
});

test("preferences are kept whole", async ({ api }) => {
  const chosen = { ...UNCHOSEN, density: "compact", pageSize: 100, wrap: true, widths: { key: 320 }, language: "zh", timeZone: "Asia/Shanghai" };
  expect(await (await api.send("PUT", "/preferences", chosen)).json()).toEqual(chosen);
  expect(await (await api.get("/preferences")).json()).toEqual(chosen);
  expect((await api.send("PUT", "/preferences", { timeZone: "Mars/Base" })).status()).toBe(400);
  expect((await api.send("PUT", "/preferences", {})).status()).toBe(200);
});
