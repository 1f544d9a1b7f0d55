import { describe, expect, it } from "vitest";
import { CloudError } from "../model/problem.ts";
import type { Incoming } from "./cloud.ts";
import { failureOf } from "./testing/failure-of.ts";
import { serveVendor } from "./testing/serve-vendor.ts";

describe("the way out", () => {
  it("tries transient faults again, four times in all, with a fresh request each time", async () => {
    const { server, io, call } = await serveVendor((response) => response.writeHead(503).end("unavailable"));
    let built = 0;
    const { build } = call();
    expect(
      (
        await failureOf(
          io.send(
            call({
              build: () => {
                built++;
                return build();
              },
            }),
          ),
        )
      ).kind,
    ).toBe("unavailable");
    expect([server.arrivals.length, built]).toEqual([4, 4]);
  });

  it.each(["auth", "forbidden", "not-found", "not-enabled", "protocol"])("asks once after %s", async (kind) => {
    const { server, io, call } = await serveVendor((response) => response.writeHead(403).end(kind));
    expect((await failureOf(io.send(call()))).kind).toBe(kind);
    expect(server.arrivals.length).toBe(1);
  });

  it.each([400, 408, 200])("asks as often where a fault that passes comes under status %i", async (status) => {
    const { server, io, call } = await serveVendor((response) => response.writeHead(status).end("unavailable"));
    const read = ({ text }: Incoming): never => {
      throw new CloudError({ kind: "unavailable", operation: "Ask", code: text, message: "refused", status });
    };
    await failureOf(io.send(call({ read })));
    expect(server.arrivals.length).toBe(4);
  });

  it("waits as long as the cloud asks for, and gives up where that is longer than the operation may take", async () => {
    const { server, io, call } = await serveVendor(
      (response, nth) => (nth === 1 ? response.writeHead(429, { "retry-after": "1" }).end("throttled") : response.end("ok")),
      { operationMs: 900 },
    );
    expect((await failureOf(io.send(call()))).kind).toBe("throttled");
    expect(server.arrivals.length).toBe(1);
  });

  it("lets nobody call for as long as the cloud asks for, even where it gives up itself", async () => {
    const { server, io, call } = await serveVendor(
      (response, nth) => (nth === 1 ? response.writeHead(429, { "retry-after": "1" }).end("throttled") : response.end("ok")),
      { operationMs: 900 },
    );
    await failureOf(io.send(call()));
    const begun = performance.now();
    expect(await io.send(call())).toBe("ok");
    expect(performance.now() - begun).toBeGreaterThan(900);
    expect(server.arrivals.length).toBe(2);
  });

  it("calls a cloud that throttles everything less and less", async () => {
    const { server, io, call } = await serveVendor((response) => response.writeHead(429).end("throttled"), { throttleFloorMs: 20, pauseCapMs: 400, tries: 1 });
    const end = performance.now() + 1_500;
    while (performance.now() < end) await failureOf(io.send(call()));
    expect(server.arrivals.length).toBeGreaterThan(3);
    expect(server.arrivals.length).toBeLessThan(12);
  });

  it("runs out of tries again when nothing succeeds", async () => {
    const { server, io, call } = await serveVendor((response) => response.writeHead(503).end("unavailable"));
    for (let n = 0; n < 10; n++) await failureOf(io.send(call()));
    expect(server.arrivals.length).toBe(10 + 20);
  });

  it("tells whoever counts about every try", async () => {
    const { io, call, reports } = await serveVendor((response, nth) =>
      nth === 1 ? response.writeHead(429).end("throttled") : response.writeHead(200, { "x-any-request-id": "r-1" }).end("ok"),
    );
    await io.send(call());
    expect(reports).toMatchObject([
      { operation: "Ask", region: "cn-hangzhou", status: 429, throttled: true },
      { status: 200, requestId: "r-1", throttled: false, ms: expect.any(Number) },
    ]);
  });
});
