import type { AboutName } from "./about-source.ts";
import type { ExtraName } from "./extras.ts";
import type { CloudId } from "./vocabulary.ts";

/** A connected cloud account, without any secret. */
export interface Account {
  id: string;
  cloud: CloudId;
  name: string;
  regions: string[] | "all";
  groups: string[];
  /** Endpoint overrides by service (`kms`, `sts`, `iam`); `{region}` is filled in. */
  endpoints: Record<string, string>;
  /** Region → project id, where the account names them itself. */
  projects: Record<string, string>;
  /** The user's own limits, below the cloud's: calls a second and calls in flight for each region; null = ours. */
  limits: AccountLimits;
  /** Facts about the credential; null to those who may not see them. Never the credential. */
  credential: { type: string; hint: string; setAt: string } | null;
  /** What the cloud answered to "who is this": its account number stays on the server. */
  identity: { principal: string; at: string } | null;
  problem: { operation: string; code: string; message: string; requestId: string | null; at: string } | null;
  createdAt: string;
}

export interface AccountLimits {
  perSecond: number | null;
  inFlight: number | null;
}

/** One credential field of a cloud, from which the form and the check of the input are made. */
export interface CredentialField {
  name: string;
  label: string;
  secret: boolean;
  required: boolean;
  hint?: string;
}

/** One kind of credential that a cloud takes. */
export interface CredentialKind {
  type: string;
  label: string;
  fields: CredentialField[];
}

/** A credential in clear, only ever on its way to the seal or to the signer: `{ type, …fields }`. */
export type Credential = { type: string } & Record<string, string>;

/** One line of a preflight (`POST /accounts/{id}/check`). */
export interface CheckedAction {
  action: string;
  result: "allowed" | "denied" | "failed" | "unavailable";
  /** What it feeds, in words: "State, spec, rotation, dates". */
  feeds: string;
  /** The columns that go dark without it. */
  columns: string[];
  /** The filters of the query grammar that cannot decide without it. */
  filters: string[];
  /** What of an opened key, or of a source, stays unknown without it. */
  parts: (ExtraName | AboutName)[];
  /** What is asked in its place: nothing goes dark without it. */
  instead?: string;
  region?: string;
  code?: string;
  message?: string;
  requestId?: string | null;
}

/** A right that the credential has and Keyatlas does not need. */
export interface ExcessRight {
  /** The cloud's own name for it: a role, a kind of identity, an action. */
  right: string;
  message: string;
}

export interface CheckReport {
  ok: boolean;
  identity: { principal: string } | null;
  actions: CheckedAction[];
  /** Rights beyond reading keys that the cloud tells of: each is a risk that the dashboard does not need. */
  excess: ExcessRight[];
  regions: {
    region: string;
    result: "read" | "denied" | "failed" | "not-enabled";
    claimed: number | null;
    code?: string;
    message?: string;
    requestId?: string | null;
  }[];
  /** The least-privilege policy to paste, as JSON text. */
  policy: string;
  durationMs: number;
}
