import { type AccountRow, insertAccount } from "../accounts.ts";
import { database } from "../database.ts";
import { insertSources } from "../sources.ts";

const AT = "2026-11-22T06:00:00.000Z";
const account = (id: string, groups: string[] = []): AccountRow => ({
  id,
  cloud: "alibaba",
  name: `Account ${id}`,
  regions: null,
  groups,
  endpoints: {},
  projects: {},
  limits: { perSecond: null, inFlight: null },
  cloudAccount: "42",
  principal: null,
  identifiedAt: null,
  credentialType: "t",
  credentialHint: "",
  credentialSetAt: AT,
  problem: null,
  discovered: null,
  discoveryProblem: null,
  discoveryTriedAt: AT,
  credentialName: null,
  restsSince: null,
  createdAt: AT,
});

/** An account with a source for each of so many regions, `r0` and on, asked for and never read. */
export async function addAccount(id: string, regions: number, groups?: string[]) {
  await insertAccount(database(), account(id, groups));
  await insertSources(
    database(),
    Array.from({ length: regions }, (_, i) => ({ id: `${id}-${i}`, accountId: id, region: `r${i}`, project: null, place: null })),
  );
}
