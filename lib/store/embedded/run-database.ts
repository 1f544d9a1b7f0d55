import { existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";
import { lockFolder } from "./folder-lock.ts";
import { type Place, placeFile, runFolder, SOCKET_NAME, socketFolder } from "./place.ts";
import { ownIdentity } from "./process-identity.ts";
import { sessionServer } from "./session-server.ts";

export interface RunningDatabase {
  place: Place;
  /** Waits up to three seconds for the clients to leave, then closes everything and gives the folder back. */
  stop(): Promise<void>;
}

/** Written into the database's folder once it is whole: a folder without it is a first start that was cut off. */
const WHOLE_MARK = "keyatlas-initialised";

/** Opens the embedded database of a data folder and serves it on a local socket. Throws FolderInUse. `say` gets lines for people. */
export async function runDatabase(data: string, say: (line: string) => void): Promise<RunningDatabase> {
  const unlock = lockFolder(data, say);
  try {
    const db = await openWhole(path.join(data, "pg"), say);
    const { server, close } = sessionServer(db);
    const folder = process.platform === "win32" ? null : socketFolder(data, mkdtempSync);
    if (folder) rmSync(path.join(folder, SOCKET_NAME), { force: true });
    await new Promise<void>((listening, failed) => {
      server.once("error", failed);
      if (folder) server.listen(path.join(folder, SOCKET_NAME), () => listening());
      else server.listen(0, "127.0.0.1", () => listening());
    });
    const at = server.address();
    const place: Place = { ...ownIdentity(), host: folder ?? "127.0.0.1", port: typeof at === "object" && at ? at.port : 5432 };
    writeFileSync(`${placeFile(data)}.new`, JSON.stringify(place), { mode: 0o600 });
    renameSync(`${placeFile(data)}.new`, placeFile(data));
    const clients = () => new Promise<number>((resolve, reject) => server.getConnections((error, n) => (error ? reject(error) : resolve(n))));
    const stop = async () => {
      for (let i = 0; i < 60 && (await clients()) > 0; i++) await new Promise((resolve) => setTimeout(resolve, 50));
      await close();
      await db.close();
      rmSync(placeFile(data), { force: true });
      if (folder) rmSync(path.join(folder, SOCKET_NAME), { force: true });
      if (folder && folder !== runFolder(data)) rmSync(folder, { recursive: true, force: true });
      unlock();
    };
    let stopping: Promise<void> | null = null;
    return { place, stop: () => (stopping ??= stop()) };
  } catch (error) {
    unlock();
    throw error;
  }
}

async function openWhole(folder: string, say: (line: string) => void): Promise<PGlite> {
  const mark = path.join(folder, WHOLE_MARK);
  if (existsSync(folder) && !existsSync(mark)) {
    const aside = `${folder}.unfinished-${Date.now()}`;
    renameSync(folder, aside);
    say(`The first start was cut off before the database was whole: its folder was put aside as ${aside}.`);
  }
  const db = await PGlite.create({ dataDir: folder, extensions: { pg_trgm } });
  if (!existsSync(mark)) writeFileSync(mark, "");
  return db;
}
