import { describe, expect, it } from "vitest";
import type { CloudError } from "../model/problem.ts";
import { failureOf } from "./testing/failure-of.ts";
import { serveVendor } from "./testing/serve-vendor.ts";

describe("the budget of a place", () => {
  it("leaves a region alone that failed many times in a row, and asks again after its rest", async () => {
    let isDown = true;
    const { server, io, call } = await serveVendor((response) => (isDown ? response.writeHead(503).end("unavailable") : response.end("ok")), {
      breaksAfter: 3,
      restMs: 400,
      tries: 1,
    });
    for (let n = 0; n < 5; n++) await failureOf(io.send(call()));
    expect(server.arrivals.length).toBe(3);
    expect(await failureOf(io.send(call()))).toMatchObject({ code: "circuit_open", kind: "unavailable", message: expect.stringContaining("HTTP 503") });
    expect(await io.send(call({ region: "cn-beijing" })).catch((error: CloudError) => error.code)).toBe("HTTP 503");
    // An operation that a site does not have must not keep the others from being asked.
    expect(await failureOf(io.send(call({ operation: "another" })))).toMatchObject({ code: "HTTP 503" });
    isDown = false;
    await new Promise((resolve) => {
      setTimeout(resolve, 450);
    });
    expect(await io.send(call())).toBe("ok");
  });

  it("keeps both limits at once: of the region and of the credential", async () => {
    // A second of 300 ms: between two of them a busy machine may hold a call up by 50.
    const pace = { secondMs: 300, perSourcePerSecond: 4, perSourceInFlight: 3, perCredentialPerSecond: 6 };
    const { io, call } = await serveVendor((response) => response.end("ok"), pace);
    const departures: { region: string; at: number }[] = [];
    const regions = ["cn-hangzhou", "cn-beijing", "cn-shanghai"];
    const { build } = call();
    await Promise.all(
      Array.from({ length: 30 }, (_, n) => {
        const region = regions[n % 3] ?? "";
        return io.send(
          call({
            region,
            build: () => {
              departures.push({ region, at: performance.now() });
              return build();
            },
          }),
        );
      }),
    );
    const within = (from: { at: number }, some: typeof departures) => some.filter(({ at }) => at >= from.at && at < from.at + 250).length;
    for (const each of departures) expect(within(each, departures)).toBeLessThanOrEqual(6);
    expect((departures.at(-1)?.at ?? 0) - (departures[0]?.at ?? 0)).toBeGreaterThan(300 * 3);
  });

  it("keeps a region's limit where the credential has none", async () => {
    const { io, call } = await serveVendor((response) => response.end("ok"), { secondMs: 300, perSourcePerSecond: 4 });
    const departures: number[] = [];
    const { build } = call();
    await Promise.all(
      Array.from({ length: 14 }, () =>
        io.send(
          call({
            build: () => {
              departures.push(performance.now());
              return build();
            },
          }),
        ),
      ),
    );
    for (const from of departures) expect(departures.filter((at) => at >= from && at < from + 250).length).toBeLessThanOrEqual(4);
  });

  it("keeps no more than the allowed calls in flight", async () => {
    let inFlight = 0;
    let most = 0;
    const { io, call } = await serveVendor(
      (response) => {
        most = Math.max(most, ++inFlight);
        setTimeout(() => {
          inFlight--;
          response.end("ok");
        }, 5);
      },
      { perSourceInFlight: 3 },
    );
    await Promise.all(Array.from({ length: 15 }, () => io.send(call())));
    expect(most).toBe(3);
  });
});
