import { CloudError } from "../model/problem.ts";
import { Refusal } from "../model/refusal.ts";
import { SYSTEM_SCOPE } from "../model/system-scope.ts";
import { type AccountProblem, readAccount, restAccount, updateAccount } from "../store/accounts.ts";
import { database, withTransaction } from "../store/database.ts";
import { identifyAccount } from "../store/identify-account.ts";
import { bumpRevision } from "../store/revision.ts";
import { alignSources } from "./align-sources.ts";
import { cloudProblem } from "./cloud-problem.ts";
import { meetPlaces } from "./meet-cloud.ts";
import { openConnection } from "./open-connection.ts";
import { refuseTaken } from "./refuse-taken.ts";

/** Discovery, from time to time: which regions and projects there are by now. New ones that the account wants become sources and are read at once. */
export async function refreshPlaces(id: string, signal?: AbortSignal): Promise<void> {
  const { account, cloud, connection } = await openConnection(SYSTEM_SCOPE, id, { signal });
  const places = await meetPlaces(cloud, connection, account);
  await refuseTaken(() =>
    withTransaction(async (tx) => {
      await updateAccount(tx, id, {
        discoveryProblem: places.problem,
        discoveryTriedAt: new Date().toISOString(),
        ...(places.discovered ? { discovered: places.discovered } : {}),
      });
      const now = await readAccount(SYSTEM_SCOPE, id, tx);
      if (now) await alignSources(tx, now, places.wanted);
      // What discovery saw is part of coverage, whether or not a source changed.
      await bumpRevision(tx);
    }),
  );
}

/** Notes whose account this is, from the cloud's answer or from a key's own words; a place that another account reads is the account's problem, and thrown. */
export async function noteIdentity(id: string, identity: { cloudAccount: string; principal: string | null }): Promise<void> {
  try {
    await refuseTaken(() => withTransaction((tx) => identifyAccount(tx, id, identity)));
  } catch (error) {
    if (error instanceof Refusal) await updateAccount(database(), id, { problem: refusedProblem(error) });
    throw error;
  }
}

/** Asks who this is. The answer's cloud account, or null with the problem noted. A refused credential rests from here on. */
export async function askIdentity(id: string, check: () => Promise<{ value: { cloudAccount: string; principal: string } }>): Promise<string | null> {
  let problem: AccountProblem | null = null;
  try {
    const { value } = await check();
    await noteIdentity(id, value);
    await updateAccount(database(), id, { problem: null });
    return value.cloudAccount;
  } catch (error) {
    if (error instanceof Refusal) throw error;
    problem = cloudProblem(error);
    if (error instanceof CloudError && error.kind === "auth") await restAccount(id, problem);
    else await updateAccount(database(), id, { problem });
    return null;
  }
}

const refusedProblem = (refusal: Refusal): AccountProblem => ({
  operation: "connect",
  code: refusal.code,
  message: refusal.message,
  requestId: null,
  at: new Date().toISOString(),
});
