import type { Connection, PreflightAction } from "../clouds/cloud.ts";
import { resetCredential } from "../clouds/credential-gate.ts";
import type { CheckedAction, CheckReport, ExcessRight } from "../model/account.ts";
import { CloudError, type FailureKind } from "../model/problem.ts";
import { Refusal } from "../model/refusal.ts";
import type { Scope } from "../model/scope.ts";
import type { SourceAddress } from "../model/source.ts";
import { eq } from "drizzle-orm";
import { wakeAccounts } from "../store/accounts.ts";
import { database } from "../store/database.ts";
import { sources } from "../store/schema.ts";
import { readSources } from "../store/sources.ts";
import { filtersOf } from "./filters-of.ts";
import { cloudProblem } from "./cloud-problem.ts";
import { openConnection } from "./open-connection.ts";
import { askIdentity } from "./refresh-account.ts";
import { sharedLedger } from "./shared-ledger.ts";

/** The whole preflight; what has no answer by then failed. */
const DEADLINE_MS = 45_000;

const RESULTS: Record<FailureKind, CheckedAction["result"]> = {
  auth: "denied",
  forbidden: "denied",
  throttled: "failed",
  unavailable: "failed",
  protocol: "failed",
  "not-found": "allowed",
  "not-enabled": "unavailable",
};

/** Preflight (`POST /accounts/{id}/check`): who is this, each action once, and one list call for each region. A person asks: a resting credential is tried. */
export async function checkAccount(scope: Scope, id: string): Promise<CheckReport> {
  const startedAt = performance.now();
  const { cloud, connection, credentialKey, account } = await openConnection(scope, id, { signal: AbortSignal.timeout(DEADLINE_MS), anew: true });
  await resetCredential(credentialKey, sharedLedger());
  const places: SourceAddress[] = await readSources(scope, eq(sources.accountId, id));
  let principal: string | null = null;
  let excess: ExcessRight[] = [];
  const cloudAccount = await askIdentity(id, async () => {
    const answer = await connection.check();
    principal = answer.value.principal;
    excess = [...(answer.value.excess ?? [])];
    return answer;
  });
  const unplaced = await whyUnplaced(connection, places);
  const probes = await Promise.all(places.map((place) => probe(connection, place, unplaced)));
  const sample = probes.find((one) => one.result === "read" && one.sampleKeyId !== null) ?? probes.find((one) => one.result === "read") ?? probes[0];
  const actions = sample ? await tryActions(connection.preflight, sample, unplaced) : [];
  if (account.restsSince !== null && probes.some((one) => one.result === "read")) await wakeAccounts(database(), [id]);
  const regions = byRegion(probes);
  const isClear =
    regions.every(({ result }) => result === "read" || result === "not-enabled") &&
    actions.every(({ result }) => result === "allowed" || result === "unavailable");
  return {
    ok: cloudAccount !== null && regions.length > 0 && isClear,
    identity: principal === null ? null : { principal },
    actions,
    excess,
    regions,
    policy: cloud.policy,
    durationMs: Math.round(performance.now() - startedAt),
  };
}

interface Probe {
  place: SourceAddress;
  sampleKeyId: string | null;
  result: CheckReport["regions"][number]["result"];
  claimed: number | null;
  code?: string;
  message?: string;
  requestId?: string | null;
}

/** Why the project of a region is unknown: its calls cannot even be made then, which says nothing of its own. */
type Unplaced = ReadonlyMap<string, unknown>;

async function whyUnplaced(connection: Connection, places: readonly SourceAddress[]): Promise<Unplaced> {
  const why = new Map<string, unknown>();
  const without = connection.projects ? places.filter(({ project }) => project === null) : [];
  await Promise.all(
    without.map(async ({ region }) => {
      try {
        await connection.projects?.(region);
      } catch (error) {
        why.set(region, error);
      }
    }),
  );
  return why;
}

/** What a call was refused by ourselves for want of its project is told as what kept the project from us. */
const toldCause = (error: unknown, { region }: SourceAddress, unplaced: Unplaced): unknown => (error instanceof Refusal && unplaced.get(region)) || error;

async function probe(connection: Connection, place: SourceAddress, unplaced: Unplaced): Promise<Probe> {
  try {
    const { items, claimed } = await connection.listKeys(place, { pageSize: 1 });
    return { place, sampleKeyId: items[0]?.keyId ?? null, result: "read", claimed };
  } catch (thrown) {
    const error = toldCause(thrown, place, unplaced);
    const { code, message, requestId } = cloudProblem(error);
    const kind = error instanceof CloudError ? error.kind : "unavailable";
    const result = kind === "not-enabled" ? kind : kind === "auth" || kind === "forbidden" ? "denied" : "failed";
    return { place, sampleKeyId: null, result, claimed: null, code, message, requestId };
  }
}

async function tryActions(preflight: readonly PreflightAction[], { place, sampleKeyId }: Probe, unplaced: Unplaced): Promise<CheckedAction[]> {
  return Promise.all(
    preflight.map(async ({ action, feeds, columns, parts = [], instead, try: attempt }): Promise<CheckedAction> => {
      const line = { action, feeds, columns: [...columns], filters: filtersOf(columns), parts: [...parts], ...(instead && { instead }), region: place.region };
      try {
        await attempt(place, sampleKeyId);
        return { ...line, result: "allowed" };
      } catch (thrown) {
        const error = toldCause(thrown, place, unplaced);
        const result = error instanceof CloudError ? RESULTS[error.kind] : "failed";
        if (result === "allowed") return { ...line, result };
        const { code, message, requestId } = cloudProblem(error);
        return { ...line, result, code, message, requestId };
      }
    }),
  );
}

/** One line a region: the worst of its projects, and their keys together. */
function byRegion(probes: Probe[]): CheckReport["regions"] {
  const order = ["denied", "failed", "not-enabled", "read"];
  return [...Map.groupBy(probes, ({ place }) => place.region)].map(([region, group]) => {
    const worst = group.toSorted((a, b) => order.indexOf(a.result) - order.indexOf(b.result))[0];
    const { place: _, sampleKeyId: _key, ...told } = worst ?? { place: null, sampleKeyId: null, result: "failed" as const, claimed: null };
    const claims = group.map(({ claimed }) => claimed);
    return { region, ...told, claimed: claims.includes(null) ? null : claims.reduce<number>((sum, claimed) => sum + (claimed ?? 0), 0) };
  });
}
