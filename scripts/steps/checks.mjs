import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "./run.mjs";
import { ROOT } from "./runtime.mjs";

const CRUISED = ["app", "components", "lib", "emulators", "scripts", "e2e"];
/** Rooms in which a cloud may be called by its name; everywhere else it is looked up. */
const NAMING_ROOMS = [
  /^lib\/clouds\/[^/]+\//,
  /^lib\/clouds\/registry\.ts$/,
  /^lib\/model\/vocabulary\.ts$/,
  /^emulators\//,
  // Benchmarks hold each cloud's own protocol floor and quotas.
  /^scripts\/bench\/reading/,
  /^e2e\//,
  /\.test\.tsx?$/,
  /\/testing\//,
  /\.test-data\.ts$/,
];
const LINES = 200;

const sources = async () => {
  const { output } = await run("git", ["ls-files", "--cached", "--others", "--exclude-standard", ...CRUISED, "proxy.ts", "next.config.js"]);
  return output.split("\n").filter((file) => /\.(ts|tsx|mjs|js|css)$/.test(file) && existsSync(join(ROOT, file)));
};
const textOf = (file) => readFileSync(join(ROOT, file), "utf8");

async function types() {
  if (!existsSync(join(ROOT, "next-env.d.ts"))) await run("next", ["typegen"]);
  return run("tsc", ["--noEmit", "-p", "."]);
}

async function importRules() {
  const result = await run("depcruise", ["--config", ".dependency-cruiser.cjs", ...CRUISED]);
  const modules = Number(/(\d+) modules/.exec(result.output)?.[1] ?? 0);
  return modules > 0 ? { ...result, note: `${modules} modules` } : { code: 1, output: `${result.output}\nNo module was cruised: the rules checked nothing.` };
}

async function cloudNames() {
  const clouds = [...textOf("lib/model/vocabulary.ts").matchAll(/CLOUDS = \[([^\]]+)\]/g)].flatMap((match) => match[1].match(/[\w-]+/g));
  const names = new RegExp(`${clouds.join("|")}|aliyun|alicloud`, "i");
  const files = (await sources()).filter((file) => !NAMING_ROOMS.some((room) => room.test(file)) && file !== "scripts/steps/checks.mjs");
  const found = files.flatMap((file) =>
    textOf(file)
      .split("\n")
      .flatMap((line, at) => (names.test(line) ? [`${file}:${at + 1}: ${line.trim()}`] : [])),
  );
  if (clouds.length === 0 || files.length === 0) return { code: 1, output: "No cloud or no file to look at: the rule checked nothing." };
  return { code: found.length === 0 ? 0 : 1, output: found.join("\n"), note: `${files.length} files` };
}

async function sizes() {
  const long = (await sources()).map((file) => [textOf(file).split("\n").length - 1, file]).filter(([lines]) => lines > LINES);
  const list = long.sort((a, b) => b[0] - a[0]).map(([lines, file]) => `${lines} ${file}`);
  return { code: 0, output: "", note: list.length === 0 ? `no file over ${LINES} lines` : `over ${LINES} lines: ${list.join(", ")}` };
}

/** What `npm run check` does, by name: each resolves with `{ code, output, note? }`. */
export const CHECKS = {
  types,
  "lint and format": () => run("biome", ["check", "--error-on-warnings", "--no-errors-on-unmatched", "."]),
  "import rules": importRules,
  "dead code": () => run("knip", ["--no-progress"]),
  "cloud names": cloudNames,
  "file sizes": sizes,
};
