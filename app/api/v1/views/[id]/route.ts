import { z } from "zod";
import { defineRoute } from "#lib/api/define-route.ts";
import { refuseVerbs } from "#lib/api/refuse-verbs.ts";
import { editView } from "#lib/views/edit-view.ts";
import { removeView } from "#lib/views/remove-view.ts";
import { VIEW_EDIT } from "#lib/views/view-input.ts";

/** A saved view's id, or the word of a built-in one. */
const params = z.object({ id: z.string().regex(/^[0-9a-z-]{1,40}$/) });

export const PATCH = defineRoute({
  summary: "Changes a view of the asker's own; isDefault goes with every view they see",
  role: "viewer",
  audit: "view.update",
  params,
  body: VIEW_EDIT,
  handle: ({ scope, params: { id }, body }) => editView(scope, id, body),
});
export const DELETE = defineRoute({
  summary: "Deletes a view: one's own, or as owner any shared one",
  role: "viewer",
  audit: "view.remove",
  status: 204,
  params,
  handle: ({ scope, params: { id } }) => removeView(scope, id),
});
export const { GET, POST, PUT, OPTIONS } = refuseVerbs("PATCH", "DELETE");
