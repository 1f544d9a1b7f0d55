import { closeDatabase, openDatabase } from "#lib/store/database.ts";
import { SYSTEM_SCOPE } from "#lib/model/system-scope.ts";
import { giveBackPermits } from "#lib/clouds/place-budget.ts";
import { openConnection } from "../open-connection.ts";
import { sharedLedger } from "../shared-ledger.ts";

/**
 * A process of its own that asks for one page as often as it is told, all at once, and prints what came of it:
 * `node hammer.ts ACCOUNT CALLS REGION[:PROJECT]…`.
 */
export interface Hammered {
  /** When each call left, in milliseconds since 1970. */
  departures: { region: string | null; at: number }[];
  throttled: number;
  /** Kinds and codes of what failed. */
  failures: string[];
}

const [accountId = "", calls = "", ...places] = process.argv.slice(2);
openDatabase("worker");
const said: Hammered = { departures: [], throttled: 0, failures: [] };
const { connection } = await openConnection(SYSTEM_SCOPE, accountId, {
  onCall: ({ region, ms, throttled }) => {
    said.departures.push({ region, at: Date.now() - ms });
    said.throttled += throttled ? 1 : 0;
  },
});
const asked = places.flatMap((place) => {
  const [region = "", project = null] = place.split(":");
  return Array.from({ length: Number(calls) }, () => connection.listKeys({ region, project }, { pageSize: 1 }));
});
for (const outcome of await Promise.allSettled(asked)) {
  if (outcome.status === "rejected") said.failures.push(`${outcome.reason.kind ?? outcome.reason} ${outcome.reason.code ?? ""}`);
}
await giveBackPermits(sharedLedger());
await closeDatabase();
process.stdout.write(JSON.stringify(said));
