import type { QueryField } from "#lib/query/fields.ts";

/** Times that lie ahead, where a past one means overdue or expired; the others are past. */
export const liesAhead = (field: QueryField): field is "deletes" | "expires" => field === "deletes" || field === "expires";
