import { checkNode, install } from "./steps/install.mjs";
import { isSecondLife, underNewerNode } from "./steps/newer-node.mjs";
import { isRecentNode, ROOT } from "./steps/runtime.mjs";
import { main, step } from "./steps/step.mjs";

/** `npm run bench -- inventory|overview|load|export|reading|page|start`: measures what docs/budgets.md promises, and prints each figure beside its budget. */
main(async () => {
  process.chdir(ROOT);
  if (!isSecondLife) {
    await step("Node", async () => checkNode());
    await step("Packages", install);
  }
  if (!isRecentNode()) return underNewerNode(import.meta.url);
  const { runBench } = await import("./bench/run-bench.ts");
  return runBench(process.argv.slice(2));
});
