import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { createInterface } from "node:readline";
import { afterEach, expect, test } from "vitest";

const running: ChildProcess[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill("SIGKILL");
});

function serve(...flags: string[]): ChildProcess {
  const child = spawn(process.execPath, ["emulators/serve.ts", "--alibaba-port", "0", "--huawei-port", "0", ...flags], { stdio: ["ignore", "pipe", "pipe"] });
  running.push(child);
  return child;
}

async function firstLine(stream: NodeJS.ReadableStream | null): Promise<string> {
  if (!stream) throw new Error("no stream");
  const [line] = (await once(createInterface({ input: stream }), "line")) as [string];
  return line;
}

test.each(["SIGTERM", "SIGINT"] as const)("it says where it listens, answers, and ends on %s", async (signal) => {
  const child = serve("--control");
  const { ready, clouds } = JSON.parse(await firstLine(child.stdout)) as {
    ready: boolean;
    clouds: Record<string, { origin: string; endpoints: { kms: string } }>;
  };
  expect(ready).toBe(true);
  expect(clouds.alibaba?.endpoints.kms).toBe(`${clouds.alibaba?.origin}/{region}`);
  expect((await fetch(`${clouds.huawei?.origin}/_control/world`)).status).toBe(200);
  child.kill(signal);
  expect(await once(child, "exit")).toEqual([0, null]);
});

test("a port in use is one clear sentence", async () => {
  const squatter = createServer().listen(0, "127.0.0.1");
  await once(squatter, "listening");
  const { port } = squatter.address() as { port: number };
  const child = serve("--huawei-port", String(port));
  expect(await firstLine(child.stderr)).toBe(
    `Port ${port} is in use: the emulated clouds need it. End the process that holds it, or choose another with --alibaba-port and --huawei-port.`,
  );
  expect(await once(child, "exit")).toEqual([1, null]);
  squatter.close();
});

test.each([
  ["--page-size", "0"],
  ["--alibaba-port", "90000"],
  ["--since", "yesterday-ish"],
])("%s %s is refused", async (flag, value) => {
  const child = serve(flag, value);
  expect(await firstLine(child.stderr)).toContain(`${flag} must be`);
  expect(await once(child, "exit")).toEqual([1, null]);
});
