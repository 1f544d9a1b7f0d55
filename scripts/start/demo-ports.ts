import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CLOUDS } from "#lib/model/vocabulary.ts";
import { freePortFrom, isFreePort } from "../steps/free-port.mjs";
import { Stop } from "../steps/step.mjs";

export type DemoPorts = Record<string, number>;

/** Only tests ask for others, so that they disturb no demo that runs. */
const WISHED = (process.env.KEYATLAS_DEMO_PORTS || "4801,4802").split(",").map(Number);

/**
 * The loopback port of each emulated cloud. Chosen once for a data folder and kept there, because the demo's accounts hold these addresses:
 * 4801 and following, or the next free ones.
 */
export async function demoPorts(data: string): Promise<DemoPorts> {
  const file = join(data, "emulator-ports");
  if (statSync(file, { throwIfNoEntry: false })) return checkKept(JSON.parse(readFileSync(file, "utf8")), file);
  const ports: DemoPorts = {};
  for (const [at, cloud] of CLOUDS.entries()) ports[cloud] = await freePortFrom(WISHED[at] ?? 4801 + at, "127.0.0.1", Object.values(ports));
  writeFileSync(file, `${JSON.stringify(ports)}\n`, { mode: 0o600 });
  return ports;
}

async function checkKept(ports: DemoPorts, file: string): Promise<DemoPorts> {
  for (const [cloud, port] of Object.entries(ports)) {
    if (await isFreePort(port)) continue;
    throw new Stop(
      `Port ${port}, where this data folder's demo accounts expect the emulated cloud ${cloud}, is in use by another program.`,
      `Stop that program, or start with another data folder (KEYATLAS_DATA=.data2). The ports are kept in ${file}.`,
    );
  }
  return ports;
}

/** What the product must be told to be allowed to send the demo's credentials there: the operator's own list stays in force. */
export function allowedWithDemo(allowed: readonly string[], ports: DemoPorts): string {
  return [...allowed, ...Object.values(ports).map((port) => `http://127.0.0.1:${port}`)].join(",");
}
