import type { ServerResponse } from "node:http";
import { describe, expect, it } from "vitest";
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
    const { io, call } = await serveVendor((response) => void answer(response), { bodyBytes: 4_000, operationMs: 200, tries: 1 });
    const error = await failureOf(io.send(call()));
    expect(error).toMatchObject({ kind, code });
    expect(`${error.stack} ${String(error.cause)} ${JSON.stringify(error)}`).not.toContain(SECRET);
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
