import { checkNode, install } from "./steps/install.mjs";
import { isSecondLife, underNewerNode } from "./steps/newer-node.mjs";
import { isRecentNode, ROOT } from "./steps/runtime.mjs";
import { main, step } from "./steps/step.mjs";

/** `npm test`: installs what it needs and runs everything there is. Up to the installation it runs on Node 20. */
main(async () => {
  process.chdir(ROOT);
  if (!isSecondLife) {
    await step("Node", async () => checkNode());
    await step("Packages", install);
  }
  if (!isRecentNode()) return underNewerNode(import.meta.url);
  const { testAll } = await import("./test/test-all.ts");
  return testAll();
});
