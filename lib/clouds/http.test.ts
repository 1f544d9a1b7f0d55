import type { ServerResponse } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { CloudError, type FailureKind } from "../model/problem.ts";
import type { Incoming, OutgoingCall } from "./cloud.ts";
import { type CallReport, openIo } from "./http.ts";
import type { Pace } from "./pace.ts";
import { cloudOf } from "./registry.ts";
import { QUICK } from "./testing/open-emulated.ts";
import { type Loopback, serveLoopback } from "./testing/serve-loopback.ts";

const SECRET = "canary-authorization-5d1c";
const servers: Loopback[] = [];
afterEach(async () => { await Promise.all(servers.splice(0).map((server) => server.close())); });

let opened = 0;

async function serve(answer: (response: ServerResponse, nth: number) => void, pace: Partial<Pace> = {}) {
  const server = await serveLoopback(answer);
  servers.push(server);
  const reports: CallReport[] = [];
  const io = openIo({
    cloud: cloudOf("alibaba"), credentialKey: `http-test-${++opened}`, allowedOrigins: [server.origin], pace: { ...QUICK, ...pace }, random: () => 0.5,
    onCall: (report) => reports.push(report),
  });
  const call = (more: Partial<OutgoingCall<string>> = {}): OutgoingCall<string> => ({
    operation: "Ask", region: "cn-hangzhou", build: () => ({ method: "POST", url: new URL(server.origin), headers: { authorization: SECRET }, body: "" }), read, ...more,
  });
  return { server, io, reports, call };
}

/** A vendor whose error body is the kind itself. */
function read(answer: Incoming): string {
  if (answer.status < 300) return answer.text;
  throw new CloudError({ kind: answer.text as FailureKind, operation: "Ask", code: `HTTP ${answer.status}`, message: "refused", status: answer.status });
}

async function failure(work: Promise<unknown>): Promise<CloudError> {
  return work.then(() => { throw new Error("it succeeded"); }, (error: CloudError) => error);
}

describe("the way out", () => {
  it("tries transient faults again, four times in all, with a fresh request each time", async () => {
    const { server, io, call } = await serve((response) => response.writeHead(503).end("unavailable"));
    let built = 0;
    const { build } = call();
    expect((await failure(io.send(call({ build: () => { built++; return build(); } })))).kind).toBe("unavailable");
    expect([server.arrivals.length, built]).toEqual([4, 4]);
  });

  it.each(["auth", "forbidden", "not-found", "not-enabled", "protocol"])("asks once after %s", async (kind) => {
    const { server, io, call } = await serve((response) => response.writeHead(403).end(kind));
    expect((await failure(io.send(call()))).kind).toBe(kind);
    expect(server.arrivals.length).toBe(1);
  });

  it("asks once more, and only once, where a fault comes under a client's status", async () => {
    const { server, io, call } = await serve((response) => response.writeHead(400).end("unavailable"));
    await failure(io.send(call()));
    expect(server.arrivals.length).toBe(2);
  });

  it("waits as long as the cloud asks for, and gives up where that is longer than the operation may take", async () => {
    const { server, io, call } = await serve((response, nth) => (nth === 1 ? response.writeHead(429, { "retry-after": "1" }).end("throttled") : response.end("ok")), { operationMs: 900 });
    expect((await failure(io.send(call()))).kind).toBe("throttled");
    expect(server.arrivals.length).toBe(1);
  });

  it("runs out of tries again when nothing succeeds", async () => {
    const { server, io, call } = await serve((response) => response.writeHead(503).end("unavailable"));
    for (let n = 0; n < 10; n++) await failure(io.send(call()));
    expect(server.arrivals.length).toBe(10 + 20);
  });

  it("leaves a region alone that failed many times in a row, and asks again after its rest", async () => {
    let isDown = true;
    const { server, io, call } = await serve((response) => (isDown ? response.writeHead(500).end("unavailable") : response.end("ok")), { breaksAfter: 3, restMs: 30, tries: 1 });
    for (let n = 0; n < 5; n++) await failure(io.send(call()));
    expect(server.arrivals.length).toBe(3);
    expect(await failure(io.send(call()))).toMatchObject({ code: "circuit_open", kind: "unavailable" });
    expect(await io.send(call({ region: "cn-beijing" })).catch((error: CloudError) => error.code)).toBe("HTTP 500");
    isDown = false;
    await new Promise((resolve) => { setTimeout(resolve, 40); });
    expect(await io.send(call())).toBe("ok");
  });

  it("keeps both limits at once: of the region and of the credential", async () => {
    const pace = { secondMs: 60, perSourcePerSecond: 4, perSourceInFlight: 3, perCredentialPerSecond: 6 };
    const { io, call } = await serve((response) => response.end("ok"), pace);
    const departures: { region: string; at: number }[] = [];
    const regions = ["cn-hangzhou", "cn-beijing", "cn-shanghai"];
    const { build } = call();
    await Promise.all(Array.from({ length: 30 }, (_, n) => {
      const region = regions[n % 3] ?? "";
      return io.send(call({ region, build: () => { departures.push({ region, at: performance.now() }); return build(); } }));
    }));
    const within = (from: { at: number }, some: typeof departures) => some.filter(({ at }) => at >= from.at && at < from.at + 55).length;
    for (const each of departures) expect(within(each, departures)).toBeLessThanOrEqual(6);
    expect((departures.at(-1)?.at ?? 0) - (departures[0]?.at ?? 0)).toBeGreaterThan(60 * 4 - 20);
  });

  it("keeps a region's limit where the credential has none", async () => {
    const { io, call } = await serve((response) => response.end("ok"), { secondMs: 60, perSourcePerSecond: 4 });
    const departures: number[] = [];
    const { build } = call();
    await Promise.all(Array.from({ length: 14 }, () => io.send(call({ build: () => { departures.push(performance.now()); return build(); } }))));
    for (const from of departures) expect(departures.filter((at) => at >= from && at < from + 55).length).toBeLessThanOrEqual(4);
  });

  it("keeps no more than the allowed calls in flight", async () => {
    let inFlight = 0;
    let most = 0;
    const { io, call } = await serve((response) => {
      most = Math.max(most, ++inFlight);
      setTimeout(() => { inFlight--; response.end("ok"); }, 5);
    }, { perSourceInFlight: 3 });
    await Promise.all(Array.from({ length: 15 }, () => io.send(call())));
    expect(most).toBe(3);
  });

  it.each([
    ["a body over the cap", (response: ServerResponse) => response.end("x".repeat(5_000)), "protocol", "body_too_large"],
    ["a body that is cut off", (response: ServerResponse) => { response.writeHead(200, { "content-length": "100" }); response.write("half"); setTimeout(() => response.destroy(), 5); }, "unavailable", expect.any(String)],
    ["headers without end", (response: ServerResponse) => response.writeHead(200, { "x-long": "y".repeat(80_000) }).end(), "protocol", "UND_ERR_HEADERS_OVERFLOW"],
    ["a body that drips", (response: ServerResponse) => { response.write("."); setInterval(() => response.write("."), 20).unref(); }, "unavailable", "operation_timeout"],
  ] as const)("takes %s for a failure and shows no secret", async (_, answer, kind, code) => {
    const { io, call } = await serve((response) => void answer(response), { bodyBytes: 4_000, operationMs: 200, tries: 1 });
    const error = await failure(io.send(call()));
    expect(error).toMatchObject({ kind, code });
    expect(`${error.stack} ${String(error.cause)} ${JSON.stringify(error)}`).not.toContain(SECRET);
  });

  it("takes headers of 32 KiB, as long as the documents say that a token may be", async () => {
    const { io, call } = await serve((response) => response.writeHead(200, { "x-token": "t".repeat(32 * 1024) }).end("ok"));
    expect(await io.send(call())).toBe("ok");
  });

  it("refuses a header that nobody may send without repeating it", async () => {
    const { io, call, server } = await serve((response) => response.end("ok"));
    const build = () => ({ method: "GET" as const, url: new URL(server.origin), headers: { authorization: `${SECRET}\nx: y` } });
    const error = await failure(io.send(call({ build })));
    expect(error).toMatchObject({ kind: "protocol", code: "UND_ERR_INVALID_ARG" });
    expect(`${error.stack} ${String(error.cause)}`).not.toContain(SECRET);
  });

  it("tells whoever counts about every try", async () => {
    const { io, call, reports } = await serve((response, nth) => (nth === 1 ? response.writeHead(429).end("throttled") : response.writeHead(200, { "x-any-request-id": "r-1" }).end("ok")));
    await io.send(call());
    expect(reports).toMatchObject([{ operation: "Ask", region: "cn-hangzhou", status: 429, throttled: true }, { status: 200, requestId: "r-1", throttled: false, ms: expect.any(Number) }]);
  });
});
