import type { Emulators, WorldAccount } from "#emulators/index.ts";
import type { SourceAddress } from "#lib/model/source.ts";
import type { CloudId } from "#lib/model/vocabulary.ts";
import type { Cloud, Connection, ConnectionSettings, Io, OpenedKey } from "../../cloud.ts";
import { openIo } from "../../http.ts";
import { cloudOf } from "../../registry.ts";
import { QUICK, sourcesOf } from "../../testing/open-emulated.ts";
import { readSource } from "../../testing/read-source.ts";
import { type Ask, asksOf } from "./asks-of.ts";
import { type Exchange, recordingIo } from "./exchanges.ts";

/** A place of an emulated cloud, and how to connect to it by any way out. */
export interface Place {
  cloud: Cloud;
  source: SourceAddress;
  connect(io: Io): Connection;
  /** The real way out to the emulators. */
  io: Io;
  secrets: string[];
}

/** A question and everything that really came back for it. */
export interface Recorded extends Ask {
  place: Place;
  exchanges: Exchange[];
}

/** As many keys as show every kind, no more: each is described and opened. */
const MOST_KEYS = 6;

/** A source of the account with keys; `pageSize` of the emulators decides how many pages its listing has. */
export async function openPlace(emulators: Emulators, account: WorldAccount, credential = account.credential): Promise<Place> {
  const cloud = cloudOf(account.cloud);
  const emulator = emulators.clouds[account.cloud];
  const io = openIo({ cloud, credentialKey: `fuzz-${credential.type}-${account.name}`, allowedOrigins: [emulator.origin], pace: QUICK });
  const settings: ConnectionSettings = { credential, endpoints: emulator.endpoints, projects: {}, home: account.regions[0] };
  const connect = (way: Io) => cloud.connect(settings, way);
  const sources = await sourcesOf(connect(io), account);
  const sizes = sources.map((source) => account.keys.filter((key) => key.region === source.region && key.project === source.project).length);
  const smallest = Math.min(...sizes.filter((size) => size > 0));
  const source = sources[sizes.indexOf(smallest)];
  if (!source) throw new Error(`${account.name} has no keys`);
  return { cloud, source, connect, io, secrets: secretsOf(cloud, credential) };
}

/** Each question asked over a connection of its own, so that its recording is whole: sign-in and all. */
export async function recordAsks(place: Place): Promise<Recorded[]> {
  const connection = place.connect(place.io);
  const read = [...(await readSource(place.cloud, connection, place.source)).values()];
  const kinds = [
    ...new Map(read.map((key) => [`${key.values.family} ${key.values.manager} ${key.values.state} ${key.values.instance !== null}`, key])).values(),
  ];
  const keys = kinds.slice(0, MOST_KEYS).map(({ keyId, arn, values, absent, raw }): OpenedKey => ({ keyId, arn, values, absent, raw }));
  const recorded: Recorded[] = [];
  for (const ask of asksOf(connection, place.source, keys)) {
    const exchanges: Exchange[] = [];
    const outcome = await Promise.allSettled([ask.run(place.connect(recordingIo(place.io, exchanges)))]);
    if (exchanges.length === 0) throw new Error(`${place.cloud.id} ${ask.name} asked nothing: ${JSON.stringify(outcome)}`);
    recorded.push({ ...ask, place, exchanges });
  }
  return recorded;
}

/** What the cloud says about what it does not know: requests that a spoilt answer led to. */
export const UNKNOWN: Record<CloudId, { status: number; headers: Record<string, string>; text: string }> = {
  alibaba: { status: 404, headers: {}, text: JSON.stringify({ RequestId: "unknown", Code: "Forbidden.KeyNotFound" }) },
  huawei: { status: 404, headers: {}, text: JSON.stringify({ error: { error_code: "KMS.0207", error_msg: "The key does not exist." } }) },
};

function secretsOf(cloud: Cloud, credential: { type: string } & Record<string, string>): string[] {
  const fields = cloud.credentials.find(({ type }) => type === credential.type)?.fields ?? [];
  return fields.flatMap(({ name, secret }) => (secret && credential[name] ? [credential[name]] : []));
}
