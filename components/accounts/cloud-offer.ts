import type { CredentialKind } from "#lib/model/account.ts";

/** What a cloud's declaration tells the form: made on the server from the registry. */
export interface CloudOffer {
  id: string;
  label: string;
  letter: string;
  credentials: readonly CredentialKind[];
  regions: readonly string[];
  /** Endpoints by service, `{region}` not yet filled in. */
  endpoints: Readonly<Record<string, string>>;
  hasProjects: boolean;
  /** Our own limits at one source, in calls a second and at a time. */
  pace: { perSourcePerSecond: number; perSourceInFlight: number };
  /** The least-privilege policy to paste, as JSON text. */
  policy: string;
}
