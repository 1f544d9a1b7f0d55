import { isFreePort } from "./steps/free-port.mjs";
import { checkNode, install } from "./steps/install.mjs";
import { isSecondLife, underNewerNode } from "./steps/newer-node.mjs";
import { isRecentNode, ROOT } from "./steps/runtime.mjs";
import { main, Stop, step } from "./steps/step.mjs";

const PORT = process.env.PORT || "3000";
const HOST = process.env.KEYATLAS_HOST || "127.0.0.1";

/** First of all, since a long build that ends in "port in use" wastes minutes. */
async function checkPort() {
  if (process.env.KEYATLAS_ROLE === "worker") return "not needed by a worker";
  if (!/^\d{1,5}$/.test(PORT) || Number(PORT) < 1 || Number(PORT) > 65535) throw new Stop(`PORT must be a number from 1 to 65535, not "${PORT}".`);
  const isFree = await isFreePort(Number(PORT), HOST).catch((cause) => {
    throw new Stop(`Nothing can listen on ${HOST}, port ${PORT} (${cause.code}): check KEYATLAS_HOST and PORT.`);
  });
  if (!isFree) throw new Stop(`Port ${PORT} is in use by another program; set PORT=${Number(PORT) + 1} (or another free one) and start again.`);
  return `${PORT} is free`;
}

/** `npm start`: from a fresh clone to a running Keyatlas. Up to the installation it runs on Node 20; the rest is TypeScript under Node 24. */
main(async () => {
  process.chdir(ROOT);
  // In a container everything was installed and built with the image.
  const asBuilt = process.argv.includes("--as-built");
  if (!isSecondLife) {
    await step("Node", async () => checkNode());
    await step("Port", checkPort);
    if (!asBuilt) await step("Packages", install);
  }
  if (!isRecentNode()) return underNewerNode(import.meta.url);
  const { serve } = await import("./start/serve.ts");
  return serve({ dev: process.argv.includes("--dev"), asBuilt });
});
