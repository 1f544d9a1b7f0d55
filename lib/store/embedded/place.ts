import { mkdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { z } from "zod";
import { isRunning } from "./process-identity.ts";

const PLACE = z.object({
  pid: z.int(),
  started: z.string(),
  /** A folder that holds the socket, or a loopback address. */
  host: z.string(),
  port: z.int(),
});

/** Where the embedded database of a data folder answers, as recorded in `<data>/run/database.json`. */
export type Place = z.infer<typeof PLACE>;

export const runFolder = (data: string) => path.join(data, "run");
export const placeFile = (data: string) => path.join(runFolder(data), "database.json");
export const lockFile = (data: string) => path.join(runFolder(data), "database.lock");
/** Unix clients look for this name in the folder they are given as host. */
export const SOCKET_NAME = ".s.PGSQL.5432";

/** A socket path may not be longer than 107 bytes on Linux, 103 on macOS. */
const MOST_SOCKET_PATH_BYTES = 100;

/** The folder for the socket: beside the data, or a short temporary one when the data folder lies too deep. */
export function socketFolder(data: string, mkdtemp: (prefix: string) => string): string {
  const beside = runFolder(data);
  mkdirSync(beside, { recursive: true, mode: 0o700 });
  return Buffer.byteLength(path.join(beside, SOCKET_NAME)) <= MOST_SOCKET_PATH_BYTES ? beside : mkdtemp(path.join(tmpdir(), "keyatlas-"));
}

/** The embedded database that is running on this data folder, or null. */
export function runningPlace(data: string): Place | null {
  const text = readIfThere(placeFile(data));
  if (text === null) return null;
  const place = PLACE.safeParse(JSON.parse(text));
  return place.success && isRunning(place.data) ? place.data : null;
}

export function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}
