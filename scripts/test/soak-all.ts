import { soakSettings } from "./soak-settings.ts";
import { testAll } from "./test-all.ts";
import { testPages } from "./test-pages.ts";
import { testUnits } from "./test-units.ts";

/** The long suites, with the seed that finds them again. Resolves with the exit code. */
export function soakAll(): Promise<number> {
  const settings = soakSettings(process.env);
  Object.assign(process.env, settings);
  console.log(
    `To run these inputs again: ${Object.entries(settings)
      .map(([name, value]) => `${name}=${value}`)
      .join(" ")} npm run test:soak`,
  );
  return testAll({
    "properties, for long": ({ folder, postgres }) => testUnits(folder, postgres, ["--config", "vitest.soak.config.ts"]),
    "every page in every look": ({ folder, browser }) => testPages(folder, browser, ["--project=soak"]),
  });
}
