/** How a call to a cloud can fail: closed, whatever the vendor calls it. */
export const FAILURE_KINDS = ["auth", "forbidden", "throttled", "unavailable", "not-found", "not-enabled", "protocol"] as const;
export type FailureKind = (typeof FAILURE_KINDS)[number];

/** A failure as data. `code` and `requestId` are the vendor's; `message` is ours and never holds a secret. */
export interface Problem {
  account: string;
  region: string;
  project?: string;
  operation: string;
  code: string;
  message: string;
  requestId: string | null;
  /** ISO 8601 UTC. */
  at: string;
  /** How many times it happened in this reading, when more than once. */
  count?: number;
}

/** Thrown by cloud adapters and by the way out. `code` is the vendor's word where there is one. */
export class CloudError extends Error {
  override name = "CloudError";
  readonly kind: FailureKind;
  readonly operation: string;
  readonly code: string;
  readonly requestId: string | null;
  readonly status: number | null;
  /** What a person can do about it, in one sentence. */
  readonly advice: string | null;
  /** True where the vendor says that one more try is enough, though the failure may pass. */
  readonly isOnceMore: boolean;

  constructor(at: {
    kind: FailureKind;
    operation: string;
    code: string;
    message: string;
    requestId?: string | null;
    status?: number | null;
    advice?: string | null;
    isOnceMore?: boolean;
    cause?: unknown;
  }) {
    super(at.message, { cause: at.cause });
    this.kind = at.kind;
    this.operation = at.operation;
    this.code = at.code;
    this.requestId = at.requestId ?? null;
    this.status = at.status ?? null;
    this.advice = at.advice ?? null;
    this.isOnceMore = at.isOnceMore ?? false;
  }
}
