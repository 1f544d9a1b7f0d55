import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "./run.mjs";
import { isRecentNode, ROOT, runtimeNode } from "./runtime.mjs";
import { Stop } from "./step.mjs";

const OLD_NODE = "Keyatlas needs Node 24.7 or newer here";

/** Refuses a Node on which not even the set-up can run; a Mac brings its own Node, which no package replaces. */
export function checkNode() {
  const version = process.versions.node;
  if (Number(version.split(".")[0]) < 20) throw new Stop(`Keyatlas needs Node 20 or newer to start; this is ${version}.`);
  if (process.platform === "darwin" && !isRecentNode())
    throw new Stop(`${OLD_NODE} (macOS uses its own Node); this is ${version}. Install Node 24 and start again.`);
  return version;
}

const lockOf = (path) => {
  try {
    return JSON.parse(readFileSync(path, "utf8")).packages;
  } catch (cause) {
    throw new Stop(`${path} cannot be read: ${cause.message}`, "Restore it (git checkout package-lock.json) and start again.");
  }
};

/** npm writes its own record of what it installed, last of all: what the lock asks for and the record lacks is missing. */
function isInstalled() {
  const record = join(ROOT, "node_modules", ".package-lock.json");
  const wanted = lockOf(join(ROOT, "package-lock.json"));
  if (!existsSync(record)) return false;
  const held = lockOf(record);
  return Object.entries(wanted).every(([path, entry]) => path === "" || (held[path] ? held[path].version === entry.version : entry.optional));
}

/** Installs the packages of the lock when they are not there. Says in words what it did. */
export async function install() {
  let did = "up to date";
  if (!isInstalled()) {
    // Not `npm ci`: it refuses a lock that lacks the optional packages of other platforms, and a registry mirror may not carry those.
    const { code, output } = await run("npm", ["install", "--no-save", "--no-audit", "--no-fund", "--loglevel=error"]);
    if (code !== 0) throw new Stop("The packages could not be installed (npm install failed).", output.trim().split("\n").slice(-15).join("\n"));
    did = "installed";
  }
  if (runtimeNode() === process.execPath && !isRecentNode()) {
    throw new Stop(
      `${OLD_NODE}: this is ${process.versions.node}, and the package that brings one is missing. Run npm install without --omit=optional, or install Node 24.`,
    );
  }
  return did;
}
