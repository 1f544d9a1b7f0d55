import { and, eq, or, type SQL, sql } from "drizzle-orm";
import type { RowMember } from "../model/row-members.ts";
import type { Scope } from "../model/scope.ts";
import { database, type Handle } from "./database.ts";
import { tokens, users, viewDefaults, views } from "./schema.ts";

/** A saved view as stored, with the name of who made it; null where that user or API token was removed. */
export type ViewRow = typeof views.$inferSelect & { ownerName: string | null };

const isOwn = (scope: Scope): SQL => eq(views.ownerId, scope.actor.id);
const isSeen = (scope: Scope): SQL | undefined => or(isOwn(scope), and(eq(views.isShared, true), isOfGroups(scope)));
/** A view's name and query tell of accounts: like these it is for those who share a group with who made it. */
const isOfGroups = ({ groups }: Scope): SQL =>
  groups === "all" ? sql`true` : sql`(${views.groups} is null or ${views.groups} ?| ${sql.param([...groups])}::text[])`;
const groupsOf = ({ groups }: Scope): string[] | null => (groups === "all" ? null : [...groups]);

/** The asker's own views and the shared ones of their groups, by name. */
export async function readViews(scope: Scope, at?: SQL): Promise<ViewRow[]> {
  const rows = await database()
    .select({ view: views, ownerName: sql<string | null>`coalesce(${users.name}, ${tokens.name})` })
    .from(views)
    .leftJoin(users, eq(users.id, views.ownerId))
    .leftJoin(tokens, eq(tokens.id, views.ownerId))
    .where(and(isSeen(scope), at))
    .orderBy(sql`lower(${views.name}) collate "C"`, views.id);
  return rows.map(({ view, ownerName }) => ({ ...view, ownerName }));
}

/** Undefined when there is none, or not for this asker. */
export async function readView(scope: Scope, id: string): Promise<ViewRow | undefined> {
  const [row] = await readViews(scope, eq(views.id, id));
  return row;
}

export async function countOwnViews(scope: Scope): Promise<number> {
  return database().$count(views, isOwn(scope));
}

/** A unique violation on `views_name` means that the asker has a view of this name. */
export async function insertView(handle: Handle, scope: Scope, row: Omit<typeof views.$inferInsert, "ownerId" | "groups">): Promise<void> {
  await handle.insert(views).values({ ...row, ownerId: scope.actor.id, groups: groupsOf(scope) });
}

export interface ViewChange {
  name?: string | undefined;
  query?: string | undefined;
  columns?: RowMember[] | null | undefined;
  isShared?: boolean | undefined;
  updatedAt: string;
}

/** Changes a view of the asker's own; false when there is none by now. */
export async function updateView(handle: Handle, scope: Scope, id: string, set: ViewChange): Promise<boolean> {
  const changed = await handle
    .update(views)
    .set({ ...set, groups: groupsOf(scope) })
    .where(and(eq(views.id, id), isOwn(scope)))
    .returning({ id: views.id });
  return changed.length > 0;
}

/** Removes a view that the asker sees, and nobody begins with it any more; false when there is none by now. */
export async function removeViewRow(handle: Handle, scope: Scope, id: string): Promise<boolean> {
  const removed = await handle
    .delete(views)
    .where(and(eq(views.id, id), isSeen(scope)))
    .returning({ id: views.id });
  if (removed.length > 0) await handle.delete(viewDefaults).where(eq(viewDefaults.viewId, id));
  return removed.length > 0;
}

/** The id that the asker begins with, or null. The view may have been withdrawn since. */
export async function readDefaultView(scope: Scope): Promise<string | null> {
  const [row] = await database().select().from(viewDefaults).where(eq(viewDefaults.actorId, scope.actor.id));
  return row?.viewId ?? null;
}

export async function chooseDefaultView(handle: Handle, scope: Scope, viewId: string): Promise<void> {
  await handle.insert(viewDefaults).values({ actorId: scope.actor.id, viewId }).onConflictDoUpdate({ target: viewDefaults.actorId, set: { viewId } });
}

/** Nothing happens where the asker begins with another one. */
export async function dropDefaultView(handle: Handle, scope: Scope, viewId: string): Promise<void> {
  await handle.delete(viewDefaults).where(and(eq(viewDefaults.actorId, scope.actor.id), eq(viewDefaults.viewId, viewId)));
}
