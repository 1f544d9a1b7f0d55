import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CLOUDS } from "#lib/model/vocabulary.ts";
import { freePortFrom, isFreePort } from "../steps/free-port.mjs";
import { Stop } from "../steps/step.mjs";

/** Where and when a data folder's emulated world is: the loopback port of each cloud, and the moment that its dates are set from. */
export interface DemoPlace {
  ports: Record<string, number>;
  /** ISO 8601. */
  since: string;
}

/** Only tests ask for others, so that they disturb no demo that runs. */
const WISHED = (process.env.KEYATLAS_DEMO_PORTS || "4801,4802").split(",").map(Number);

const fileOf = (data: string) => join(data, "demo.json");

/**
 * Chosen once for a data folder and kept there, because the demo's accounts hold these addresses and the inventory these dates.
 * Ports 4801 and 4802, or the next free ones.
 */
export async function demoPlace(data: string): Promise<DemoPlace> {
  const file = fileOf(data);
  if (statSync(file, { throwIfNoEntry: false })) return checkKept(JSON.parse(readFileSync(file, "utf8")), file);
  const ports: Record<string, number> = {};
  for (const [at, cloud] of CLOUDS.entries()) ports[cloud] = await freePortFrom(WISHED[at] ?? 4801 + at, "127.0.0.1", Object.values(ports));
  return { ports, since: new Date().toISOString() };
}

/** Once the emulated clouds listen there: before, another program may have been quicker. */
export function keepDemoPlace(data: string, place: DemoPlace) {
  writeFileSync(fileOf(data), `${JSON.stringify(place)}\n`, { mode: 0o600 });
}

async function checkKept(place: DemoPlace, file: string): Promise<DemoPlace> {
  for (const [cloud, port] of Object.entries(place.ports)) {
    if (await isFreePort(port)) continue;
    throw new Stop(
      `Port ${port}, where this data folder's demo accounts expect the emulated cloud ${cloud}, is in use by another program.`,
      `Stop that program, or start with another data folder (KEYATLAS_DATA=.data2). The ports are kept in ${file}.`,
    );
  }
  return place;
}

/** What the product must be told to be allowed to send the demo's credentials there: the operator's own list stays in force. */
export function allowedWithDemo(allowed: readonly string[], { ports }: DemoPlace): string {
  return [...allowed, ...Object.values(ports).map((port) => `http://127.0.0.1:${port}`)].join(",");
}
