import { spawn } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { aptInstall, onPath } from "./browser.mjs";
import { freePortFrom } from "./free-port.mjs";
import { run } from "./run.mjs";
import { Stop } from "./step.mjs";

const LEAST = 15;
const PACKAGED = "/usr/lib/postgresql";

function existing() {
  const versions = existsSync(PACKAGED)
    ? readdirSync(PACKAGED)
        .map(Number)
        .filter((version) => version >= LEAST)
    : [];
  const newest = versions
    .sort((a, b) => b - a)
    .map((version) => join(PACKAGED, String(version), "bin"))
    .find((bin) => existsSync(join(bin, "initdb")));
  const initdb = newest ? null : onPath(["initdb"]);
  return newest ?? (initdb && dirname(initdb));
}

/** The folder of PostgreSQL's server programs: what is here, else the system's package. */
export async function findPostgres() {
  const found = existing();
  if (found) return found;
  const failure = await aptInstall("postgresql");
  const installed = existing();
  if (!installed)
    throw new Stop(
      `The store is tested on PostgreSQL ${LEAST} or newer too, and its server could not be installed. Install the package postgresql.`,
      failure ?? "",
    );
  return installed;
}

/** PostgreSQL refuses to run as root: then as the user of its package. */
function unprivileged() {
  if (process.getuid?.() !== 0) return {};
  const entries = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  const entry = entries.find(([name]) => name === "postgres") ?? entries.find(([name]) => name === "nobody");
  if (!entry) throw new Stop("PostgreSQL cannot run as root, and this system has neither a user postgres nor nobody.");
  return { uid: Number(entry[2]), gid: Number(entry[3]) };
}

const finished = (child) =>
  new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });

/** Starts an empty PostgreSQL on a free loopback port in a temporary folder. Resolves with `{ url, version, stop }`. */
export async function startPostgres(bin) {
  const as = unprivileged();
  const folder = mkdtempSync(join(tmpdir(), "keyatlas-pg-"));
  if (as.uid !== undefined) chownSync(folder, as.uid, as.gid);
  const data = join(folder, "data");
  const options = { ...as, cwd: folder, stdio: "ignore", env: { PATH: process.env.PATH, LC_ALL: "C.UTF-8", HOME: folder } };
  const made = await finished(
    spawn(join(bin, "initdb"), ["-D", data, "-U", "keyatlas", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"], options),
  );
  if (made !== 0) throw new Stop(`PostgreSQL's initdb failed with code ${made} in ${folder}.`);
  const port = await freePortFrom(54320);
  const server = spawn(join(bin, "postgres"), ["-D", data, "-p", String(port), "-h", "127.0.0.1", "-k", folder, "-F", "-c", "max_connections=60"], options);
  const ended = finished(server);
  const stop = async () => {
    server.kill("SIGINT");
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  for (let tries = 0; tries < 100; tries++) {
    const { code } = await run(join(bin, "pg_isready"), ["-h", "127.0.0.1", "-p", String(port)]);
    if (code === 0)
      return { url: `postgres://keyatlas@127.0.0.1:${port}/postgres`, version: (await run(join(bin, "postgres"), ["--version"])).output.trim(), stop };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await stop();
  throw new Stop("PostgreSQL did not answer within 10 seconds.");
}
