import { expect, it } from "vitest";
import { excessRights } from "./excess-rights.ts";

it("names the roles that go beyond reading, each once and in words", () => {
  const names = [
    "te_admin",
    "te_admin",
    "secu_admin",
    "KMS Administrator",
    "server_adm",
    "KMS CMKFullAccess",
    "op_gated_OBS_admin",
    "KMS CMKReadOnlyAccess",
    "readonly",
    "te_guest",
    "dadmins",
  ];
  const found = excessRights([
    ...names.map((name) => ({ id: "0", name })),
    { id: "1" },
    null,
    "te_admin",
    { name: 3 },
    { name: "constructor" },
    { name: "__proto__" },
  ]);
  expect(found.map(({ right }) => right)).toEqual(["te_admin", "secu_admin", "KMS Administrator", "server_adm", "KMS CMKFullAccess"]);
  expect(found[2]?.message).toMatch(/delete keys/);
});
