/** An answer of our API that is not a success, or no answer at all (`status` 0, code `unreachable`). */
export class ApiError extends Error {
  override name = "ApiError";
  readonly status: number;
  readonly code: string;
  readonly field: string | null;
  readonly requestId: string | null;
  /** When it happened, ISO 8601 UTC. */
  readonly at: string;

  constructor(from: { status: number; code: string; message: string; field?: string | null; requestId?: string | null; cause?: unknown }) {
    super(from.message, { cause: from.cause });
    this.status = from.status;
    this.code = from.code;
    this.field = from.field ?? null;
    this.requestId = from.requestId ?? null;
    this.at = new Date().toISOString();
  }
}
