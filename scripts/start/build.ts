import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "../steps/run.mjs";
import { ROOT, runtimeNode } from "../steps/runtime.mjs";
import { Stop } from "../steps/step.mjs";

/** Everything the build is made of. Tests and emulators are not. */
const INPUTS = ["app", "components", "lib", "public", "proxy.ts", "next.config.js", "postcss.config.mjs", "tsconfig.json", "package.json", "package-lock.json"];
const STAMP = join(ROOT, ".next", "keyatlas-sources");
const NEXT = join(ROOT, "node_modules", "next", "dist", "bin", "next");

export const nextArgs = (...args: string[]) => [NEXT, ...args];

/** Builds the web server unless the last complete build was made of the same sources. Says in words what it did. */
export async function build(): Promise<string> {
  const sources = hashOfSources();
  if (readIfThere(STAMP) === sources) return "up to date";
  rmSync(STAMP, { force: true });
  const { code, output } = await run(runtimeNode(), nextArgs("build"), { env: { NODE_ENV: "production" } });
  if (code !== 0) throw new Stop("The web server could not be built (next build failed).", output.trim().split("\n").slice(-40).join("\n"));
  writeFileSync(STAMP, sources);
  return "built";
}

function hashOfSources(): string {
  const hash = createHash("sha256").update(process.versions.node);
  for (const input of INPUTS) for (const file of filesOf(input)) hash.update(`\0${file}\0`).update(readFileSync(join(ROOT, file)));
  return hash.digest("hex");
}

function filesOf(path: string): string[] {
  const found = statSync(join(ROOT, path), { throwIfNoEntry: false });
  if (!found) return [];
  if (found.isFile()) return /\.test\.tsx?$/.test(path) ? [] : [path];
  return readdirSync(join(ROOT, path))
    .sort()
    .flatMap((name) => filesOf(`${path}/${name}`));
}

function readIfThere(path: string): string | null {
  return statSync(path, { throwIfNoEntry: false }) ? readFileSync(path, "utf8") : null;
}
