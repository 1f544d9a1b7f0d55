import { run } from "../steps/run.mjs";
import { runtimeNode } from "../steps/runtime.mjs";
import { isFreePort } from "../steps/free-port.mjs";
import { Stop, step } from "../steps/step.mjs";
import type { DemoPorts } from "./demo-ports.ts";
import type { Start } from "./serve.ts";
import { waitFor } from "./wait-for.ts";

/** Starts the emulated clouds and, once for a data folder, makes the demo's owner and connects the emulated accounts. */
export async function startDemo({ services, env }: Start, ports: DemoPorts) {
  await step("Emulated clouds", async () => {
    const places = Object.entries(ports);
    services.start({ name: "emulators", args: ["emulators/serve.ts", ...places.map(([cloud, port]) => `--${cloud}=${port}`)], onDeath: "end" });
    await waitFor("emulators", services, async () => (await Promise.all(places.map(([, port]) => isFreePort(port)))).every((free) => !free));
    return places.map(([cloud, port]) => `${cloud} on port ${port}`).join(", ");
  });
  await step("Demo", async () => {
    const { code, output } = await run(runtimeNode(), ["scripts/demo.ts", JSON.stringify(ports)], { env });
    if (code !== 0) throw new Stop("The demo's accounts could not be connected.", output.trim());
    return output.trim();
  });
}
