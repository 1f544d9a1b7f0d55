import type { CloudId } from "#lib/model/vocabulary.ts";
import { createAlibaba } from "./alibaba/dialect.ts";
import type { Dialect } from "./exchange.ts";
import { createHuawei } from "./huawei/dialect.ts";
import { type Emulator, serveCloud } from "./serve-cloud.ts";
import { createWorld, type World } from "./world.ts";

export type { LoggedCall } from "./calls.ts";
export type { Fault, FaultRule } from "./faults.ts";
export type { Emulator } from "./serve-cloud.ts";
export { addKey, changeKey, findKey, keysAt, removeKey } from "./world/change-keys.ts";
export { aboutSource, instancesAt, serviceOf } from "./world/about-source.ts";
export { createWorld, type SiteDialect, type Trouble, type World, type WorldAccount, type WorldKey, type WorldProject } from "./world.ts";

/** One emulated cloud per cloud there is: a new one without an emulator does not compile. */
const DIALECTS: Record<CloudId, (world: World, settings: { pageSize: number; now: () => Date }) => Dialect> = {
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
  const world = options.world ?? createWorld({ now: now(), seed: options.seed, scale: options.scale });
  const started: Emulator[] = [];
  const close = async () => void (await Promise.all(started.map((emulator) => emulator.close())));
  const start = async (cloud: CloudId) => {
    const dialect = DIALECTS[cloud](world, { pageSize: options.pageSize ?? Number.POSITIVE_INFINITY, now });
    const emulator = await serveCloud(dialect, world, {
      port: options.ports?.[cloud] ?? 0,
      control: options.control ?? false,
      quotas: options.quotas ?? false,
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
