/**
 * The rooms of the house and what each may import: the table in CONTRIBUTING.md, kept by `npm run check`.
 * A room may always import itself, Node and packages; tests may import anything.
 */
const ROOMS = {
  "lib/model": [],
  "lib/env\\.ts": ["lib/model"],
  "lib/query": ["lib/model"],
  "lib/clouds/registry\\.ts": ["lib/model", "lib/clouds"],
  "lib/clouds/(?!registry)[^/]+\\.ts": ["lib/model", "lib/clouds/(?!registry)[^/]+\\.ts"],
  "lib/clouds/[^/]+/": ["lib/model", "lib/clouds/[^/]+\\.ts"],
  "lib/reading": ["lib/model", "lib/clouds/(?!registry)[^/]+\\.ts"],
  "lib/store": ["lib/model", "lib/query", "lib/env\\.ts"],
  "lib/views": ["lib/model", "lib/query", "lib/store", "lib/words/languages\\.ts"],
  "lib/accounts": ["lib/model", "lib/query", "lib/store", "lib/clouds/[^/]+\\.ts", "lib/env\\.ts"],
  "lib/inventory": ["lib/model", "lib/query", "lib/store", "lib/accounts", "lib/reading", "lib/clouds/[^/]+\\.ts", "lib/env\\.ts"],
  "lib/sync": ["lib/model", "lib/store", "lib/accounts", "lib/reading", "lib/clouds/[^/]+\\.ts", "lib/env\\.ts"],
  "lib/auth": ["lib/model", "lib/store", "lib/env\\.ts"],
  "lib/api": ["lib/model", "lib/store", "lib/auth", "lib/env\\.ts"],
  "lib/client": ["lib/model", "lib/query"],
  "lib/words": ["lib/model", "lib/query"],
  "components/ui": ["lib/words", "lib/model"],
  "components/(?!ui/)": ["components", "lib/model", "lib/query", "lib/client", "lib/words"],
  "(app/|proxy\\.ts)": ["app", "components", "lib"],
  emulators: ["lib/model"],
};

/** Tests, and what only tests use. */
const TEST = "(\\.(test|spec|suite)\\.tsx?$)|(/test-database\\.ts$)|(/testing/)";
const HOUSE = "^(app|components|lib|emulators|scripts|e2e|proxy)";

const roomRules = Object.entries(ROOMS).map(([room, allowed]) => ({
  name: `room ${room}`,
  severity: "error",
  from: { path: `^${room}`, pathNot: TEST },
  to: { path: HOUSE, pathNot: [`^${room}`, ...allowed.map((other) => `^${other}`)] },
}));

module.exports = {
  forbidden: [
    ...roomRules,
    {
      name: "a cloud never knows another cloud, nor the registry",
      severity: "error",
      from: { path: "^lib/clouds/([^/]+)/", pathNot: TEST },
      to: { path: "^lib/clouds/([^/]+/|registry\\.ts)", pathNot: "^lib/clouds/$1/" },
    },
    {
      name: "only the registry opens a cloud's folder",
      severity: "error",
      from: { path: "^(app|components|lib)/", pathNot: ["^lib/clouds/registry\\.ts$", "^lib/clouds/[^/]+/", TEST] },
      to: { path: "^lib/clouds/[^/]+/" },
    },
    { name: "nothing that ships imports a test", severity: "error", from: { path: "^(app|components|lib|proxy)", pathNot: TEST }, to: { path: TEST } },
    { name: "no cycles", severity: "error", from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } } },
    { name: "nothing unresolved", severity: "error", from: { path: HOUSE }, to: { couldNotResolve: true, pathNot: "^(next-env|\\./\\.next)" } },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^\\.(next|test|data)/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "types", "default"],
      extensions: [".ts", ".tsx", ".js", ".mjs", ".css", ".json"],
    },
  },
};
