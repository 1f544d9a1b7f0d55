export const ROLES = ["viewer", "auditor", "operator", "owner"] as const;
export type Role = (typeof ROLES)[number];

/**
 * Who asks, and what they may see. Every function that reads keys, sources or problems takes it first, without a default.
 * `groups: "all"` sees every account; a list sees the accounts that share a group with it.
 */
export interface Scope {
  actor: { kind: "user" | "token" | "system"; id: string; name: string };
  role: Role;
  groups: "all" | readonly string[];
}

/** Roles are a ladder: each may do what those before it may. */
export function roleAtLeast(role: Role, least: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(least);
}
