import { parseArgs } from "node:util";
import { createWorld, startEmulators } from "./index.ts";

/**
 * The emulated clouds as a process: `--alibaba-port` (4801), `--huawei-port` (4802), `--page-size`, `--control`, `--quotas`, `--dialects`,
 * `--since` (the moment that the world's dates are set from, ISO 8601: the same at each start gives the same world).
 * Prints one line of JSON when it listens; ends on SIGTERM and SIGINT.
 */
const { values } = parseArgs({
  options: {
    "alibaba-port": { type: "string", default: process.env.KEYATLAS_ALIBABA_PORT ?? "4801" },
    "huawei-port": { type: "string", default: process.env.KEYATLAS_HUAWEI_PORT ?? "4802" },
    "page-size": { type: "string" },
    control: { type: "boolean", default: false },
    quotas: { type: "boolean", default: false },
    dialects: { type: "boolean", default: false },
    since: { type: "string" },
  },
});

const ports = { alibaba: whole("alibaba-port", 0, 65_535), huawei: whole("huawei-port", 0, 65_535) };

const since = values.since === undefined ? new Date() : new Date(values.since);
if (Number.isNaN(since.getTime())) fail(`--since must be a time, not "${values.since}".`);

try {
  const emulators = await startEmulators({
    world: createWorld({ now: since, dialects: values.dialects }),
    ports,
    control: values.control,
    quotas: values.quotas,
    pageSize: values["page-size"] === undefined ? undefined : whole("page-size", 1, 2000),
  });
  const clouds = Object.fromEntries(Object.values(emulators.clouds).map(({ cloud, origin, endpoints }) => [cloud, { origin, endpoints }]));
  console.log(JSON.stringify({ ready: true, pid: process.pid, clouds }));
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void emulators.close().then(() => process.exit(0)));
} catch (error) {
  const { code, port, message } = error as NodeJS.ErrnoException & { port?: number };
  fail(
    code === "EADDRINUSE"
      ? `Port ${port} is in use: the emulated clouds need it. End the process that holds it, or choose another with --alibaba-port and --huawei-port.`
      : message,
  );
}

function whole(name: "alibaba-port" | "huawei-port" | "page-size", least: number, most: number): number {
  const text = values[name] ?? "";
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < least || number > most) fail(`--${name} must be a whole number from ${least} to ${most}, not "${text}".`);
  return number;
}

function fail(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}
