import type { ReactNode } from "react";
import { ErrorWords } from "#components/ui/server-words.tsx";
import { ApiError } from "#lib/client/api-error.ts";

/** The parts of the form that show an error themselves. */
const PLACES = ["cloud", "name", "regions", "groups", "credential", "endpoints", "projects", "limits"];

/** What the server says about this part of the form (`credential.accessKeyId`, or anything below `endpoints`). */
export function fieldError(error: Error | null, place: string): ReactNode {
  if (!(error instanceof ApiError) || !error.field) return null;
  return error.field === place || error.field.startsWith(`${place}.`) ? <ErrorWords error={error} /> : null;
}

/** What stands above the form, since no part of it is at fault. */
export function formError(error: Error | null): Error | null {
  const isPlaced = error instanceof ApiError && error.field !== null && PLACES.includes(error.field.split(".")[0] ?? "");
  return isPlaced ? null : error;
}
