import { z } from "zod";
import { defineRoute } from "#lib/api/define-route.ts";
import { eventStream } from "#lib/api/event-stream.ts";
import { refuseVerbs } from "#lib/api/refuse-verbs.ts";
import { requireScope } from "#lib/auth/require-scope.ts";
import { requestSync } from "#lib/sync/request-sync.ts";
import { syncProgress } from "#lib/sync/sync-progress.ts";

export const GET = defineRoute({
  summary: "What is being read; as server-sent events with Accept: text/event-stream, until nothing is",
  role: "viewer",
  audit: "sync.read",
  handle: async ({ scope, headers, signal }) => {
    if (!headers.get("accept")?.includes("text/event-stream")) return syncProgress(scope);
    return eventStream(signal, async () => {
      // Asked anew each second: the stream ends with the session.
      const data = await syncProgress(await requireScope(headers));
      return { data, isLast: data.running + data.queued === 0 };
    });
  },
});
export const POST = defineRoute({
  summary: "Asks for a reading of all sources, of an account, or of one region; full describes every key, acceptDrop lets a held one pass",
  role: "operator",
  audit: "sync.request",
  usesCredential: "always",
  status: 202,
  body: z.strictObject({
    account: z.string().optional(),
    region: z.string().max(64).optional(),
    acceptDrop: z.boolean().optional(),
    full: z.boolean().optional(),
  }),
  bodyMayBeEmpty: true,
  handle: ({ scope, body }) => requestSync(scope, body),
});
export const { PUT, PATCH, DELETE, OPTIONS } = refuseVerbs("GET", "POST");
