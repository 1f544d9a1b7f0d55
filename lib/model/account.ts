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
  /** Facts about the credential; null to those who may not see them. Never the credential. */
  credential: { type: string; hint: string; setAt: string } | null;
  /** What the cloud answered to "who is this": its account number stays on the server. */
  identity: { principal: string; at: string } | null;
  problem: { operation: string; code: string; message: string; requestId: string | null; at: string } | null;
  createdAt: string;
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
  region?: string;
  code?: string;
  message?: string;
  requestId?: string | null;
}

export interface CheckReport {
  ok: boolean;
  identity: { principal: string } | null;
  actions: CheckedAction[];
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
