import { checkNode, install } from "./steps/install.mjs";
import { isSecondLife, underNewerNode } from "./steps/newer-node.mjs";
import { isRecentNode, ROOT } from "./steps/runtime.mjs";
import { main, step } from "./steps/step.mjs";

/** `npm run test:soak`: what takes too long for `npm test`. Properties over many seeds, and every page in every look. */
main(async () => {
  process.chdir(ROOT);
  if (!isSecondLife) {
    await step("Node", async () => checkNode());
    await step("Packages", install);
  }
  if (!isRecentNode()) return underNewerNode(import.meta.url);
  const { soakAll } = await import("./test/soak-all.ts");
  return soakAll();
});
