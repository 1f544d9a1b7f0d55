import { existsSync } from "node:fs";
import { join } from "node:path";
import { run } from "../steps/run.mjs";
import { runtimeNode } from "../steps/runtime.mjs";
import { Stop, step } from "../steps/step.mjs";
import { type DemoPlace, keepDemoPlace } from "./demo-place.ts";
import type { Start } from "./serve.ts";
import { waitFor } from "./wait-for.ts";

/** Starts the emulated clouds and, once for a data folder, makes the demo's owner and connects the emulated accounts. */
export async function startDemo({ settings, services, env }: Start, place: DemoPlace) {
  const { ports, since } = place;
  await step("Emulated clouds", async () => {
    const flags = Object.entries(ports).map(([cloud, port]) => `--${cloud}-port=${port}`);
    if (process.env.KEYATLAS_DEMO_CONTROL === "on") flags.push("--control");
    services.start({ name: "emulators", args: ["emulators/serve.ts", `--since=${since}`, ...flags], onDeath: "end" });
    await waitFor("emulators", services, async () => services.ready("emulators") !== null);
    keepDemoPlace(settings.data, place);
    return Object.entries(ports)
      .map(([cloud, port]) => `${cloud} on port ${port}`)
      .join(", ");
  });
  await step("Demo", async () => {
    if (existsSync(join(settings.data, "sign-in"))) return "ready";
    const { code, output } = await run(runtimeNode(), ["scripts/demo.ts", JSON.stringify(services.ready("emulators")?.clouds)], { env });
    if (code !== 0) throw new Stop("The demo's accounts could not be connected.", output.trim());
    return output.trim();
  });
}
