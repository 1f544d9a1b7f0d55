import { step } from "../steps/step.mjs";
import { nextArgs } from "./build.ts";
import type { Start } from "./serve.ts";
import { waitFor } from "./wait-for.ts";

/** Starts the worker that reads the clouds and the web server, as the role of this installation wants. */
export async function startWeb({ dev, settings, services, env }: Start) {
  if (settings.role !== "web") services.start({ name: "worker", args: ["scripts/worker.ts"], env, onDeath: "restart" });
  if (settings.role === "worker") return;
  await step("Web server", async () => {
    const args = nextArgs(dev ? "dev" : "start", "-H", settings.host, "-p", String(settings.port));
    services.start({ name: "web server", args, env: { ...env, NODE_ENV: dev ? "development" : "production" }, onDeath: "end" });
    const health = new URL("/api/health", localAddress(settings.host, settings.port));
    await waitFor("web server", services, async () => (await fetch(health)).ok);
    return "answers";
  });
}

/** Where this computer reaches the server: a wildcard address is no address to ask. */
export function localAddress(host: string, port: number): string {
  const name = ["0.0.0.0", "::", "127.0.0.1"].includes(host) ? "localhost" : host.includes(":") ? `[${host}]` : host;
  return `http://${name}:${port}`;
}
