import { linkSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { lockFile, readIfThere, runFolder } from "./place.ts";
import { isRunning, ownIdentity, type ProcessIdentity } from "./process-identity.ts";

export class FolderInUse extends Error {
  override name = "FolderInUse";
}

/**
 * Makes this process the one owner of the data folder; `say` gets a line when a dead owner's lock is taken over.
 * Throws FolderInUse while another process owns it. Returns the release.
 */
export function lockFolder(data: string, say: (line: string) => void): () => void {
  mkdirSync(data, { recursive: true, mode: 0o700 });
  mkdirSync(runFolder(data), { recursive: true, mode: 0o700 });
  const lock = lockFile(data);
  const mine = `${lock}.${process.pid}`;
  writeFileSync(mine, JSON.stringify(ownIdentity()), { mode: 0o600 });
  try {
    for (let attempt = 0; ; attempt++) {
      if (taken(mine, lock)) return () => rmSync(lock, { force: true });
      const owner = ownerOf(lock);
      if (owner && (isRunning(owner) || attempt > 2)) throw new FolderInUse(`The data folder ${data} is in use by process ${owner.pid}.`);
      say(owner ? `Took over the lock of process ${owner.pid}, which is gone.` : "Took over a broken lock.");
      rmSync(lock, { force: true });
    }
  } finally {
    rmSync(mine, { force: true });
  }
}

/** A hard link appears whole or not at all, so nobody reads half a lock. */
function taken(mine: string, lock: string): boolean {
  try {
    linkSync(mine, lock);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

function ownerOf(lock: string): ProcessIdentity | null {
  try {
    const read: unknown = JSON.parse(readIfThere(lock) ?? "null");
    if (typeof read === "object" && read !== null && "pid" in read && "started" in read) {
      return { pid: Number(read.pid), started: String(read.started) };
    }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  return null;
}
