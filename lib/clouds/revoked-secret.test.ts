import { setTimeout as sleep } from "node:timers/promises";
import { expect, it, onTestFinished } from "vitest";
import { CloudError } from "../model/problem.ts";
import { openIo } from "./http.ts";
import { huawei } from "./huawei/index.ts";
import { type Ledger, memoryLedger } from "./ledger.ts";
import { serveLoopback } from "./testing/serve-loopback.ts";

/** Regions read at once, by processes that share a ledger; the secret is revoked in the middle. How often it was taken and refused. */
async function revokedUnderLoad({ delayMs, processes, afterMs }: { delayMs: number; processes: number; afterMs: number }) {
  const seen = { taken: 0, refused: 0, most: 0 };
  let isRevoked = false;
  let inFlight = 0;
  const server = await serveLoopback((response) => {
    const isBad = isRevoked;
    seen[isBad ? "refused" : "taken"]++;
    seen.most = Math.max(seen.most, ++inFlight);
    setTimeout(() => {
      inFlight--;
      response.writeHead(isBad ? 401 : 200).end("{}");
    }, delayMs);
  });
  onTestFinished(() => server.close());
  const shared = memoryLedger();
  const read = ({ status }: { status: number }) => {
    if (status === 401) throw new CloudError({ kind: "auth", operation: "list-keys", code: "APIG.0301", message: "refused", status });
    return 1;
  };
  const build = () => ({ method: "GET" as const, url: new URL(server.origin), headers: {} });
  let isOver = false;
  const lanes = Array.from({ length: processes }, (): Ledger => ({ change: (...of) => shared.change(...of) })).flatMap((ledger, n) => {
    const io = openIo({ cloud: huawei, credentialKey: `revoked-${delayMs}-${processes}`, allowedOrigins: [server.origin], ledger });
    const lane = async (region: string, at: number) => {
      while (!isOver) {
        const operation = (n + at) % 3 ? "list-keys" : "user-quotas";
        await io.send({ operation, region, isAside: operation !== "list-keys", build, read }).catch(() => sleep(20));
      }
    };
    return ["a", "b", "c", "d", "e", "f"].flatMap((region) => Array.from({ length: 3 }, (_, at) => lane(region, at)));
  });
  await sleep(afterMs);
  isRevoked = true;
  await sleep(delayMs * 4 + 800);
  isOver = true;
  await Promise.all(lanes);
  return seen;
}

it.each([
  [30, 1],
  [300, 1],
  [700, 1],
  [100, 2],
])(
  "a secret that is revoked under load is refused fewer than five times (answers after %i ms, %i processes)",
  { timeout: 30_000 },
  async (delayMs, processes) => {
    const { taken, refused, most } = await revokedUnderLoad({ delayMs, processes, afterMs: 1_500 });
    expect(taken).toBeGreaterThan(2);
    expect(most).toBeLessThanOrEqual(3);
    expect(refused).toBeGreaterThan(0);
    expect(refused).toBeLessThan(5);
  },
);

it("goes on at the credential's own rate where answers take a tenth of a second", { timeout: 30_000 }, async () => {
  const { taken } = await revokedUnderLoad({ delayMs: 100, processes: 1, afterMs: 4_000 });
  expect(taken).toBeGreaterThan(40);
});
