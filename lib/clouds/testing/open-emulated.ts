import type { Emulators, WorldAccount } from "#emulators/index.ts";
import type { Credential } from "#lib/model/account.ts";
import type { SourceAddress } from "#lib/model/source.ts";
import type { Connection } from "../cloud.ts";
import { type CallReport, openIo } from "../http.ts";
import type { Pace } from "../pace.ts";
import { cloudOf } from "../registry.ts";

/** No pacing to speak of, and pauses of a few milliseconds. */
export const QUICK: Partial<Pace> = {
  perSourcePerSecond: 100_000,
  // What a lane of one call a second waits for.
  secondMs: 10,
  perSourceInFlight: 20,
  perCredentialPerSecond: null,
  retryBaseMs: 2,
  throttleFloorMs: 2,
  pauseCapMs: 8,
  breaksAfter: 100,
};

let opened = 0;

/** A connection of its own (no budget or breaker shared with another test) to the emulated cloud of an account. */
export function openEmulated(
  emulators: Emulators,
  account: WorldAccount,
  options: { credential?: Credential; pace?: Partial<Pace>; signal?: AbortSignal; projects?: Record<string, string> } = {},
): { connection: Connection; reports: CallReport[]; credentialKey: string } {
  const cloud = cloudOf(account.cloud);
  const emulator = emulators.clouds[account.cloud];
  const credentialKey = `test-${++opened}`;
  const reports: CallReport[] = [];
  const io = openIo({
    cloud,
    credentialKey,
    allowedOrigins: [emulator.origin],
    onCall: (report) => reports.push(report),
    signal: options.signal,
    pace: { ...QUICK, ...options.pace },
  });
  const settings = {
    credential: options.credential ?? account.credential,
    endpoints: emulator.endpoints,
    projects: options.projects ?? {},
    home: account.regions[0],
  };
  return { connection: cloud.connect(settings, io), reports, credentialKey };
}

/** Region by region the sources that can be read, found as a reader finds them. */
export async function sourcesOf(connection: Connection, account: WorldAccount): Promise<SourceAddress[]> {
  const regions = account.regions.filter((region) => !account.trouble[region]);
  const found = await Promise.all(
    regions.map(async (region) => {
      const projects = connection.projects ? (await connection.projects(region)).value.map(({ id }) => id) : [null];
      return projects.map((project) => ({ region, project }));
    }),
  );
  return found.flat();
}
