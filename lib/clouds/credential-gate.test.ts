import type { ServerResponse } from "node:http";
import { describe, expect, it } from "vitest";
import { failureOf } from "./testing/failure-of.ts";
import { serveVendor } from "./testing/serve-vendor.ts";

/** A vendor that refuses calls aside, whose address says so, and once it is revoked all others too. */
async function vendor() {
  const state = { revoked: false, refused: 0 };
  const refuse = (response: ServerResponse) => {
    state.refused++;
    response.writeHead(401).end("auth");
  };
  const { io, call } = await serveVendor((response) => (state.revoked || response.req.url === "/aside" ? refuse(response) : response.end("ok")), {
    probeMs: 200,
  });
  const url = call().build().url;
  const aside = () => io.send(call({ operation: "Quotas", isAside: true, build: () => ({ method: "POST", url: new URL("/aside", url), headers: {} }) }));
  const main = () => io.send(call());
  return { state, aside, main };
}

describe("a call aside that refuses the credential", () => {
  it("says nothing about a credential that other calls show to be good", async () => {
    const { aside, main } = await vendor();
    await main();
    for (let n = 0; n < 4; n++) expect(await failureOf(aside())).toMatchObject({ kind: "forbidden", status: 401 });
    const all = await Promise.all(Array.from({ length: 6 }, () => failureOf(aside())));
    expect(new Set(all.map(({ kind }) => kind))).toEqual(new Set(["forbidden"]));
    expect(await main()).toBe("ok");
  });

  it("counts where nothing else was ever taken", async () => {
    const { state, aside } = await vendor();
    for (let n = 0; n < 4; n++) expect(await failureOf(aside())).toMatchObject({ kind: "auth" });
    expect(state.refused).toBe(2);
  });

  it("lets a credential that was revoked out no more often than any other", async () => {
    const { state, aside, main } = await vendor();
    await main();
    state.revoked = true;
    const failures = [];
    for (let n = 0; n < 8; n++) failures.push(await failureOf(aside()));
    expect(failures.map(({ kind }) => kind)).toEqual(["forbidden", ...Array.from({ length: 7 }, () => "auth")]);
    expect(await failureOf(main())).toMatchObject({ kind: "auth" });
    expect(state.refused).toBeLessThanOrEqual(3);
  });
});
