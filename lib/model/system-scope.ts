import type { Scope } from "./scope.ts";

/** The product itself, at work on its own: it sees every account. */
export const SYSTEM_SCOPE: Scope = { actor: { kind: "system", id: "system", name: "Keyatlas" }, role: "owner", groups: "all" };
