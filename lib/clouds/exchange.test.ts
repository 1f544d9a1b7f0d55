import type { ServerResponse } from "node:http";
import { type AddressInfo, createServer } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { openIo } from "./http.ts";
import { cloudOf } from "./registry.ts";
import { failureOf } from "./testing/failure-of.ts";
import { SECRET, serveVendor } from "./testing/serve-vendor.ts";

describe("one exchange", () => {
  it.each([
    ["a body over the cap", (response: ServerResponse) => response.end("x".repeat(5_000)), "protocol", "body_too_large"],
    [
      "a body that is cut off",
      (response: ServerResponse) => {
        response.writeHead(200, { "content-length": "100" });
        response.write("half");
        setTimeout(() => response.destroy(), 5);
      },
      "unavailable",
      expect.any(String),
    ],
    [
      "headers without end",
      (response: ServerResponse) => response.writeHead(200, { "x-long": "y".repeat(80_000) }).end(),
      "protocol",
      "UND_ERR_HEADERS_OVERFLOW",
    ],
    [
      "a body that drips",
      (response: ServerResponse) => {
        response.write(".");
        setInterval(() => response.write("."), 20).unref();
      },
      "unavailable",
      "operation_timeout",
    ],
  ] as const)("takes %s for a failure and shows no secret", async (_, answer, kind, code) => {
    const { io, call } = await serveVendor((response) => void answer(response), { bodyBytes: 4_000, operationMs: 1_500, tries: 1 });
    const error = await failureOf(io.send(call()));
    expect(error).toMatchObject({ kind, code });
    expect(`${error.stack} ${String(error.cause)} ${JSON.stringify(error)}`).not.toContain(SECRET);
  });

  it("takes a header of 64 KiB and the others beside it", async () => {
    const { io, call } = await serveVendor((response) => response.writeHead(200, { "x-subject-token": "t".repeat(65_536) }).end("{}"), { tries: 1 });
    expect(await io.send(call())).toBeDefined();
  });

  it.each([
    ["no headers", () => undefined, { headersMs: 50 }, "UND_ERR_HEADERS_TIMEOUT"],
    [
      "a body that stops",
      (response: ServerResponse) => {
        response.writeHead(200, { "content-length": "100" });
        response.write("half");
      },
      { bodyMs: 50 },
      "UND_ERR_BODY_TIMEOUT",
    ],
    ["no answer in the operation's time", () => undefined, { operationMs: 60 }, "operation_timeout"],
  ] as const)("gives up on %s when that step's own time is over", async (_, answer, pace, code) => {
    const { io, call } = await serveVendor((response) => void answer(response), { tries: 1, ...pace });
    const startedAt = performance.now();
    expect(await failureOf(io.send(call()))).toMatchObject({ kind: "unavailable", code });
    expect(performance.now() - startedAt).toBeLessThan(5_000);
  });

  it("gives up on a connection that does not come about", async () => {
    const silent = createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void silent.close());
    const origin = `https://127.0.0.1:${(silent.address() as AddressInfo).port}`;
    const io = openIo({ cloud: cloudOf("alibaba"), credentialKey: "silent", allowedOrigins: [origin], pace: { tries: 1 } });
    const build = () => ({ method: "GET" as const, url: new URL(origin), headers: {} });
    const asked = io.send({ operation: "Ask", region: null, build, read: ({ text }) => text });
    expect(await failureOf(asked)).toMatchObject({ kind: "unavailable", code: "UND_ERR_CONNECT_TIMEOUT" });
  }, 10_000);

  it("takes headers of 60 KiB, just below the cap", async () => {
    const { io, call } = await serveVendor((response) => response.writeHead(200, { "x-token": "t".repeat(60 * 1024) }).end("ok"));
    expect(await io.send(call())).toBe("ok");
  });

  it("takes headers of 32 KiB, as long as the documents say that a token may be", async () => {
    const { io, call } = await serveVendor((response) => response.writeHead(200, { "x-token": "t".repeat(32 * 1024) }).end("ok"));
    expect(await io.send(call())).toBe("ok");
  });

  it("refuses a header that nobody may send without repeating it", async () => {
    const { io, call, server } = await serveVendor((response) => response.end("ok"));
    const build = () => ({ method: "GET" as const, url: new URL(server.origin), headers: { authorization: `${SECRET}\nx: y` } });
    const error = await failureOf(io.send(call({ build })));
    expect(error).toMatchObject({ kind: "protocol", code: "UND_ERR_INVALID_ARG" });
    expect(`${error.stack} ${String(error.cause)}`).not.toContain(SECRET);
  });
});
