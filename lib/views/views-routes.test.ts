import { beforeEach, expect, test } from "vitest";
import * as preferencesRoute from "../../app/api/v1/preferences/route.ts";
import * as viewRoute from "../../app/api/v1/views/[id]/route.ts";
import * as viewsRoute from "../../app/api/v1/views/route.ts";
import { askRoute, bearer } from "../api/testing/ask-route.ts";
import { UNCHOSEN } from "../model/preferences.ts";
import type { SavedView } from "../model/view.ts";
import { useTestDatabase } from "../store/test-database.ts";

useTestDatabase();

let viewer: string;
let operator: string;
beforeEach(async () => {
  viewer = await bearer("viewer");
  operator = await bearer("operator", ["payments"]);
});

const VIEW = { name: "Prod without rotation", query: "rotation=off&tag=env:prod&page=2" };

test("a view is saved, listed, changed, begun with and deleted", async () => {
  const made = await askRoute<SavedView>(viewsRoute, "POST", viewer, { body: VIEW });
  expect([made.status, Object.keys(made.body)]).toEqual([
    201,
    ["id", "name", "query", "columns", "isShared", "isDefault", "isBuiltIn", "owner", "createdAt", "updatedAt"],
  ]);
  expect(made.body).toMatchObject({ name: VIEW.name, query: "rotation=off&tag=env:prod", owner: { name: "viewer" }, createdAt: expect.stringMatching(/Z$/) });
  const params = { id: made.body.id };
  expect((await askRoute(viewRoute, "PATCH", viewer, { params, body: { isDefault: true, name: " New " } })).body).toMatchObject({
    name: "New",
    isDefault: true,
  });
  const list = await askRoute<{ rows: SavedView[]; next: null }>(viewsRoute, "GET", viewer);
  expect(list.body.next).toBeNull();
  expect(list.body.rows.at(-1)).toMatchObject({ ...params, isDefault: true });
  expect((await askRoute<{ rows: SavedView[] }>(viewsRoute, "GET", operator)).body.rows.every(({ isBuiltIn }) => isBuiltIn)).toBe(true);
  expect((await askRoute(viewRoute, "DELETE", viewer, { params })).status).toBe(204);
  expect((await askRoute(viewRoute, "DELETE", viewer, { params })).status).toBe(404);
});

test.each([
  [{ ...VIEW, query: "colour=red" }, "query"],
  [{ ...VIEW, query: undefined }, "query"],
  [{ ...VIEW, name: "   " }, "name"],
  [{ ...VIEW, name: "x".repeat(81) }, "name"],
  [{ ...VIEW, name: "a\u0000b" }, "name"],
  [{ ...VIEW, columns: ["state", "state"] }, "columns"],
  [{ ...VIEW, columns: ["absent"] }, "columns.0"],
  [{ ...VIEW, isBuiltIn: true }, "isBuiltIn"],
  [{ ...VIEW, owner: { id: "x" } }, "owner"],
])("%j is refused by name", async (body, field) => {
  const answer = await askRoute(viewsRoute, "POST", operator, { body });
  expect([answer.status, answer.error.code, answer.error.field]).toEqual([400, "invalid_body", field]);
});

test("who may not is told so, and what is not theirs is not there", async () => {
  const shared = await askRoute<SavedView>(viewsRoute, "POST", operator, { body: { ...VIEW, isShared: true } });
  const params = { id: shared.body.id };
  expect((await askRoute(viewsRoute, "POST", viewer, { body: { ...VIEW, isShared: true } })).status).toBe(403);
  expect((await askRoute(viewRoute, "PATCH", viewer, { params, body: { name: "Mine" } })).status).toBe(403);
  expect((await askRoute(viewRoute, "PATCH", viewer, { params, body: { isDefault: true } })).body).toMatchObject({ isDefault: true, isShared: true });
  expect((await askRoute(viewRoute, "DELETE", viewer, { params: { id: "gone" } })).status).toBe(403);
  await askRoute(viewRoute, "PATCH", operator, { params, body: { isShared: false } });
  for (const verb of ["PATCH", "DELETE"]) {
    const answers = [params, { id: "000000000000" }, { id: "../x" }].map(
      async (at) => (await askRoute(viewRoute, verb, viewer, { params: at, body: {} })).status,
    );
    expect(await Promise.all(answers)).toEqual([404, 404, 404]);
  }
  expect((await askRoute(viewsRoute, "POST", operator, { body: VIEW })).error.code).toBe("name_taken");
});

test("preferences are kept for the asker alone", async () => {
  const chosen = { ...UNCHOSEN, columns: ["alias", "state"], density: "compact", widths: { key: 320 }, panelSize: 420, timeZone: "UTC" };
  expect(await askRoute(preferencesRoute, "PUT", viewer, { body: chosen })).toMatchObject({ status: 200, body: chosen });
  expect((await askRoute(preferencesRoute, "GET", viewer)).body).toEqual(chosen);
  expect((await askRoute(preferencesRoute, "GET", operator)).body).toMatchObject({ columns: null, timeZone: null });
  expect((await askRoute(preferencesRoute, "PUT", viewer, { body: { theme: "dark" } })).error).toMatchObject({ code: "invalid_body", field: "theme" });
  expect((await askRoute(preferencesRoute, "PUT", viewer, { body: { timeZone: "Mars/Base" } })).error.field).toBe("timeZone");
  expect((await askRoute(preferencesRoute, "GET", viewer)).body).toEqual(chosen);
});
