import type { CloudId } from "#lib/model/vocabulary.ts";
import { createAlibaba } from "./alibaba/dialect.ts";
import type { Dialect, DialectSettings } from "./exchange.ts";
import { createHuawei } from "./huawei/dialect.ts";
import { type CloudClock, type Emulator, serveCloud } from "./serve-cloud.ts";
import { createWorld, type World } from "./world.ts";

export type { LoggedCall } from "./calls.ts";
export type { Fault, FaultRule } from "./faults.ts";
export type { CloudClock, Emulator } from "./serve-cloud.ts";
export { addKey, changeKey, findKey, keysAt, removeKey } from "./world/change-keys.ts";
export { aboutSource, instancesAt, serviceOf } from "./world/about-source.ts";
export { createWorld, type SiteDialect, type Trouble, type World, type WorldAccount, type WorldKey, type WorldProject } from "./world.ts";

/** One emulated cloud per cloud there is: a new one without an emulator does not compile. */
const DIALECTS: Record<CloudId, (world: World, settings: DialectSettings) => Dialect> = {
  alibaba: createAlibaba,
  huawei: createHuawei,
};

export interface EmulatorOptions {
  /** A free port is taken where none is given. */
  ports?: Partial<Record<CloudId, number>>;
  /** The most rows that any page holds, whatever a client asks for. */
  pageSize?: number;
  /** The world to serve; otherwise one is made of `seed` and `scale`. */
  world?: World;
  seed?: number;
  scale?: number;
  /** The clouds' clock, for dates of signatures, tokens and sessions; the real one by default. */
  now?: () => Date;
  /** Serves `/_control/…` too: only for specs that drive a running demo. */
  control?: boolean;
  /** How many characters a token of Huawei's IAM has; 3,470 by default, real ones go up to some 12 KB. */
  tokenLength?: number;
  /** Regions of Alibaba Cloud whose ListKeys refuses the newer filter keys (InvalidParameter); none by default. */
  olderFilters?: readonly string[] | "all";
  /** A kept-alive connection is closed after so long without a call; 10 s by default, as measured at the clouds. */
  idleMs?: number;
  /** Adds the accounts of other sites and of awkward rights (world/dialect-plans.ts); off by default. */
  dialects?: boolean;
  /** Throttles above the vendors' published quotas; off by default, since tests read faster than any cloud allows. */
  quotas?: boolean;
}

export interface Emulators {
  world: World;
  clouds: Record<CloudId, Emulator>;
  close(): Promise<void>;
}

/** Starts every emulated cloud on loopback over one world. Rejects when a port is in use. */
export async function startEmulators(options: EmulatorOptions = {}): Promise<Emulators> {
  const now = options.now ?? (() => new Date());
  const world = options.world ?? createWorld({ now: now(), seed: options.seed, scale: options.scale, dialects: options.dialects });
  const clocks: Record<CloudId, CloudClock> = { alibaba: { offsetMs: 0 }, huawei: { offsetMs: 0 } };
  const started: Emulator[] = [];
  const close = async () => void (await Promise.all(started.map((emulator) => emulator.close())));
  const start = async (cloud: CloudId) => {
    const dialect = DIALECTS[cloud](world, {
      pageSize: options.pageSize ?? Number.POSITIVE_INFINITY,
      now: () => new Date(now().getTime() + clocks[cloud].offsetMs),
      tokenLength: options.tokenLength ?? 3470,
      olderFilters: options.olderFilters ?? [],
    });
    const emulator = await serveCloud(dialect, world, {
      port: options.ports?.[cloud] ?? 0,
      control: options.control ?? false,
      quotas: options.quotas ?? false,
      idleMs: options.idleMs ?? 10_000,
      clock: clocks[cloud],
    });
    started.push(emulator);
    return emulator;
  };
  try {
    return { world, clouds: { alibaba: await start("alibaba"), huawei: await start("huawei") }, close };
  } catch (error) {
    await close();
    throw error;
  }
}
