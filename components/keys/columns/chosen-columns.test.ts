import { describe, expect, test } from "vitest";
import { ROW_MEMBERS } from "#lib/model/row-members.ts";
import { EN } from "#lib/words/en/index.ts";
import { chosenColumns, tableWidth } from "./chosen-columns.ts";

const shown = (members: Parameters<typeof chosenColumns>[0]) => chosenColumns(members).filter(({ cell }) => !cell.includes("md:hidden"));

describe("chosen columns", () => {
  test("stand in the order of the choice, and every member of a row can be one, with a name", () => {
    expect(shown(["expiresAt", "state", "arn"]).map(({ id }) => id)).toEqual(["expiresAt", "state", "arn"]);
    expect(shown(ROW_MEMBERS).map(({ id }) => id)).toEqual(ROW_MEMBERS);
    for (const { head } of chosenColumns(ROW_MEMBERS)) expect(EN).toHaveProperty([head]);
    const heads = chosenColumns(ROW_MEMBERS).map(({ head }) => EN[head]);
    expect(new Set(heads).size).toBe(heads.length);
  });

  test("sort by the field that asks for them, where one does", () => {
    expect(shown(["deletesAt", "keyId", "tags", "firstSeenAt"]).map(({ sort }) => sort)).toEqual(["deletes", "id", undefined, undefined]);
  });

  test("a second line goes when it has a column of its own", () => {
    expect(shown(["account", "spec"]).map(({ head }) => head)).toEqual(["column.account", "column.spec"]);
    expect(shown(["account", "region", "spec", "usage"]).map(({ head }) => head)).toEqual(["field.account", "field.region", "field.spec", "field.usage"]);
  });

  test("the phone keeps state, account and rotation", () => {
    const phone = chosenColumns(["tags"]).filter(({ cell }) => cell.includes("md:hidden"));
    expect(phone.map(({ cell }) => cell.trim())).toEqual(["md:hidden c-state", "md:hidden c-account", "md:hidden c-rotation"]);
  });

  test("the same choice is the same list", () => {
    expect(chosenColumns(["state", "tags"])).toBe(chosenColumns(["state", "tags"]));
  });

  test("the choices of everybody are not kept for ever", () => {
    const first = chosenColumns(["state"], { state: 64 });
    for (let px = 100; px < 400; px++) chosenColumns(["state"], { state: px });
    expect(chosenColumns(["state"], { state: 64 })).not.toBe(first);
    expect(chosenColumns(["state"], { state: 64 })).toEqual([
      expect.objectContaining({ width: 64 }),
      ...first.slice(1).map(({ id }) => expect.objectContaining({ id })),
    ]);
  });

  test("are as wide as somebody made them, and the table is the sum", () => {
    const columns = chosenColumns(["state", "spec"], { state: 300, arn: 500 });
    expect(columns.slice(0, 2).map(({ width }) => width)).toEqual([300, 120]);
    expect([tableWidth(columns, null), tableWidth(columns, { key: 400 })]).toEqual([712, 820]);
  });
});
