import { describe, expect, test } from "vitest";
import { refusal } from "../accounts/testing/people.ts";
import { createToken, readToken } from "../auth/api-token.ts";
import { revokeToken } from "../auth/revoke-token.ts";
import type { Scope } from "../model/scope.ts";
import { SYSTEM_SCOPE } from "../model/system-scope.ts";
import { database } from "../store/database.ts";
import { forgetActor } from "../store/forget-actor.ts";
import { preferences, viewDefaults, views } from "../store/schema.ts";
import { DATABASE_KINDS, useTestDatabase } from "../store/test-database.ts";
import { BUILT_IN_VIEWS } from "./built-in-views.ts";
import { createView } from "./create-view.ts";
import { editView } from "./edit-view.ts";
import { listViews } from "./list-views.ts";
import { savePreferences } from "./preferences.ts";
import { PREFERENCES } from "./preferences-input.ts";
import { removeView } from "./remove-view.ts";
import { person } from "./testing/people.ts";
import { NEW_VIEW } from "./view-input.ts";

const make = (scope: Scope, wish: Record<string, unknown> = {}) => createView(scope, NEW_VIEW.parse({ name: "Mine", query: "state=disabled", ...wish }));
const saved = async (scope: Scope) => (await listViews(scope)).filter(({ isBuiltIn }) => !isBuiltIn);
const defaults = async (scope: Scope) => (await listViews(scope)).filter(({ isDefault }) => isDefault).map(({ id }) => id);

describe.each(DATABASE_KINDS)("saved views (%s)", (kind) => {
  useTestDatabase(kind);

  test("built-in ones come first, then one's own, then what others share, each by name", async () => {
    const [ada, bob] = [await person("ada", "operator"), await person("bob", "operator")];
    for (const name of ["zeta", "Alpha"]) await make(ada, { name });
    await make(ada, { name: "secret" });
    await make(bob, { name: "beta", isShared: true });
    const { rows, names } = { rows: await listViews(ada), names: (await saved(ada)).map(({ name }) => name) };
    expect(rows.slice(0, BUILT_IN_VIEWS.length).map(({ id }) => id)).toEqual(BUILT_IN_VIEWS.map(({ id }) => id));
    expect(names).toEqual(["Alpha", "secret", "zeta", "beta"]);
    expect(await saved(bob)).toMatchObject([{ name: "beta", owner: { id: "bob", name: "BOB" }, isShared: true, isBuiltIn: false, columns: null }]);
  });

  test("a view is changed by its owner, stored canonical, and a name is theirs once", async () => {
    const [ada, bob] = [await person("ada", "viewer"), await person("bob", "viewer")];
    const view = await make(ada, { query: "page=2&state=enabled,disabled", columns: ["alias", "state"] });
    expect(view).toMatchObject({ query: "state=disabled,enabled", columns: ["alias", "state"], isShared: false, owner: { id: "ada" } });
    const edited = await editView(ada, view.id, { name: "Other", columns: null });
    expect(edited).toMatchObject({ name: "Other", columns: null, query: "state=disabled,enabled", createdAt: view.createdAt });
    expect(Date.parse(edited.updatedAt ?? "")).toBeGreaterThanOrEqual(Date.parse(view.updatedAt ?? ""));
    await make(ada, { name: "Mine" });
    await make(bob, { name: "Mine" });
    expect(await refusal(make(ada, { name: "Mine" }))).toMatchObject({ code: "name_taken", field: "name" });
    expect(await refusal(editView(ada, view.id, { name: "Mine" }))).toMatchObject({ code: "name_taken" });
    expect((await saved(ada)).map(({ name }) => name)).toEqual(["Mine", "Other"]);
  });

  test("somebody else's own view is as if it were not there", async () => {
    const [ada, eve] = [await person("ada", "viewer"), await person("eve", "owner")];
    const { id } = await make(ada);
    for (const at of [id, "000000000000"]) {
      expect(await refusal(editView(eve, at, { name: "x" }))).toMatchObject({ code: "not_found", message: "There is no such view." });
      expect(await refusal(editView(eve, at, { isDefault: true }))).toMatchObject({ code: "not_found", message: "There is no such view." });
      expect(await refusal(removeView(eve, at))).toMatchObject({ code: "not_found", message: "There is no such view." });
    }
    expect(await saved(ada)).toHaveLength(1);
  });

  test("sharing needs an operator; only its maker changes a shared view, and owners remove it", async () => {
    const [vic, ada, bob, eve] = [
      await person("vic", "auditor"),
      await person("ada", "operator"),
      await person("bob", "operator"),
      await person("eve", "owner"),
    ];
    expect(await refusal(make(vic, { isShared: true }))).toMatchObject({ code: "forbidden" });
    const own = await make(vic);
    expect(await refusal(editView(vic, own.id, { isShared: true }))).toMatchObject({ code: "forbidden" });
    const { id } = await make(ada, { isShared: true });
    expect(await refusal(editView(bob, id, { name: "Bob's" }))).toMatchObject({ code: "forbidden" });
    expect(await refusal(editView(eve, id, { name: "Eve's" }))).toMatchObject({ code: "forbidden" });
    expect(await refusal(removeView(bob, id))).toMatchObject({ code: "forbidden" });
    expect(await refusal(editView({ ...ada, role: "viewer" }, id, { name: "Demoted" }))).toMatchObject({ code: "forbidden" });
    expect(await editView(ada, id, { isShared: false })).toMatchObject({ isShared: false });
    expect(await saved(bob)).toEqual([]);
    await editView(ada, id, { isShared: true });
    await removeView(eve, id);
    expect(await saved(ada)).toEqual([]);
  });

  test("a shared view stays within the account groups of who shares it", async () => {
    const [ada, bob, eve] = [await person("ada", "operator"), await person("bob", "viewer"), await person("eve", "owner")];
    const of = (scope: Scope, ...groups: string[]): Scope => ({ ...scope, groups });
    const { id } = await make(of(ada, "payments", "risk"), { name: "Project Falcon", query: "account=Payments%20prod", isShared: true });
    for (const blind of [of(bob, "platform"), of(bob), of(eve, "platform")]) {
      expect(await saved(blind)).toEqual([]);
      expect(await refusal(editView(blind, id, { isDefault: true }))).toMatchObject({ code: "not_found" });
      expect(await refusal(removeView(blind, id))).toMatchObject({ code: "not_found" });
    }
    for (const seeing of [of(bob, "platform", "risk"), eve, of(ada, "elsewhere")]) expect((await saved(seeing)).map((view) => view.id)).toEqual([id]);
    await make(eve, { name: "For all", isShared: true });
    expect((await saved(of(bob, "platform"))).map(({ name }) => name)).toEqual(["For all"]);
    await editView(of(ada, "platform"), id, { name: "Moved on" });
    expect((await saved(of(bob, "platform"))).map(({ name }) => name)).toEqual(["For all", "Moved on"]);
    expect((await saved(of(bob, "risk"))).map(({ name }) => name)).toEqual(["For all"]);
  });

  test("each begins with at most one view: built-in, their own or a shared one", async () => {
    const [ada, bob] = [await person("ada", "operator"), await person("bob", "viewer")];
    const { id } = await make(ada, { isShared: true, isDefault: true });
    expect([await defaults(ada), await defaults(bob)]).toEqual([[id], []]);
    await editView(bob, id, { isDefault: true });
    await editView(ada, "deletes-soon", { isDefault: true });
    expect([await defaults(ada), await defaults(bob)]).toEqual([["deletes-soon"], [id]]);
    await editView(ada, id, { isDefault: false });
    expect(await defaults(ada)).toEqual(["deletes-soon"]);
    await editView(ada, id, { isShared: false });
    expect(await defaults(bob)).toEqual([]);
    await editView(ada, "deletes-soon", { isDefault: false });
    await removeView(ada, id);
    expect(await database().$count(viewDefaults)).toBe(0);
  });

  test("built-in views cannot be changed or deleted, and nothing else passes for one", async () => {
    const eve = await person("eve", "owner");
    expect(await refusal(editView(eve, "gone", { name: "x" }))).toMatchObject({ code: "forbidden" });
    expect(await refusal(editView(eve, "gone", { isDefault: true, isShared: false }))).toMatchObject({ code: "forbidden" });
    expect(await refusal(removeView(eve, "gone"))).toMatchObject({ code: "forbidden" });
    expect(await refusal(removeView(eve, "constructor"))).toMatchObject({ code: "not_found" });
    expect(await defaults(eve)).toEqual([]);
  });

  test("nobody keeps more than 200", async () => {
    const ada = await person("ada", "viewer");
    const now = new Date().toISOString();
    const row = (n: number) => ({ id: `v${n}`, ownerId: "ada", name: `${n}`, query: "", createdAt: now, updatedAt: now });
    await database()
      .insert(views)
      .values(Array.from({ length: 199 }, (_, n) => row(n)));
    const { id } = await make(ada);
    expect(await refusal(make(ada, { name: "One more" }))).toMatchObject({ code: "too_many" });
    await removeView(ada, id);
    await make(ada, { name: "One more" });
  });

  test("an API token has views of its own; what a removed one shared stays without an owner, the rest goes", async () => {
    const bob = await person("bob", "viewer");
    const { id, token } = await createToken(SYSTEM_SCOPE, { name: "ci", role: "operator", groups: null, expiresAt: null });
    const ci = await readToken(token);
    await make(ci, { name: "Own" });
    const shared = await make(ci, { name: "Shared", isShared: true, isDefault: true });
    await savePreferences(ci, PREFERENCES.parse({ density: "compact" }));
    expect(await saved(bob)).toMatchObject([{ id: shared.id, owner: { id, name: "ci" } }]);
    await revokeToken(SYSTEM_SCOPE, id);
    expect(await saved(bob)).toMatchObject([{ id: shared.id, owner: null }]);
    expect(await Promise.all([views, viewDefaults, preferences].map((table) => database().$count(table)))).toEqual([1, 0, 0]);
    const eve = await person("eve", "owner");
    expect(await refusal(editView(eve, shared.id, { name: "x" }))).toMatchObject({ code: "forbidden" });
    await removeView(eve, shared.id);
    expect(await saved(bob)).toEqual([]);
  });

  test("who is forgotten takes nothing of others along", async () => {
    const [ada, bob] = [await person("ada", "viewer"), await person("bob", "viewer")];
    await make(ada);
    await make(bob, { isDefault: true });
    await forgetActor(database(), "ada");
    expect([await saved(ada), await defaults(bob)]).toEqual([[], [expect.any(String)]]);
  });
});
