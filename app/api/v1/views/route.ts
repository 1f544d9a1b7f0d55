import { defineRoute } from "#lib/api/define-route.ts";
import { refuseVerbs } from "#lib/api/refuse-verbs.ts";
import { createView } from "#lib/views/create-view.ts";
import { listViews } from "#lib/views/list-views.ts";
import { NEW_VIEW } from "#lib/views/view-input.ts";

export const GET = defineRoute({
  summary: "Views: built-in ones, the asker's own, and what others share",
  role: "viewer",
  audit: "views.list",
  handle: async ({ scope }) => ({ rows: await listViews(scope), next: null }),
});
export const POST = defineRoute({
  summary: "Saves a view; its query is the grammar of /keys. Sharing it needs the role operator",
  role: "viewer",
  audit: "view.create",
  status: 201,
  body: NEW_VIEW,
  handle: ({ scope, body }) => createView(scope, body),
});
export const { PUT, PATCH, DELETE, OPTIONS } = refuseVerbs("GET", "POST");
