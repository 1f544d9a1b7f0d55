import { afterEach, expect, test } from "vitest";
import { type Emulators, startEmulators } from "./index.ts";
import { accountNamed } from "./testing/account-named.ts";
import { callAlibaba } from "./testing/call-alibaba.ts";

let emulators: Emulators;
afterEach(() => emulators.close());

const rein = (path: string, method = "GET", body?: unknown) =>
  fetch(`${emulators.clouds.alibaba.origin}/_control/${path}`, { method, body: body === undefined ? undefined : JSON.stringify(body) });
const listKeys = () => {
  const { credential } = accountNamed(emulators.world, "Payments prod");
  return callAlibaba({ url: `${emulators.clouds.alibaba.origin}/cn-hangzhou`, action: "ListKeys", credential });
};

test("without the flag there are no reins", async () => {
  emulators = await startEmulators();
  expect((await rein("world")).status).toBe(400);
});

test("faults and keys of a running cloud are changed from outside", async () => {
  emulators = await startEmulators({ control: true });
  expect((await rein("faults", "POST", { operation: "ListKeys", fault: { kind: "deny" } })).status).toBe(204);
  expect((await listKeys()).status).toBe(403);
  expect(await (await rein("faults")).json()).toMatchObject([{ matched: 1, struck: 1 }]);
  await rein("faults", "DELETE");
  const before = (await listKeys()).body.TotalCount as number;
  const made = await rein("keys", "POST", { account: "Payments prod", region: "cn-hangzhou", label: "spec", facts: { aliases: ["alias/made/by-spec"] } });
  const { keyId } = (await made.json()) as { keyId: string };
  expect(await listKeys()).toMatchObject({ body: { TotalCount: before + 1, Keys: { Key: [{ KeyId: keyId }, {}, {}, {}, {}, {}, {}, {}, {}, {}] } } });
  expect((await rein(`keys/${keyId}`, "PATCH", { state: "disabled" })).status).toBe(200);
  expect(accountNamed(emulators.world, "Payments prod").keys[0]?.facts.state).toBe("disabled");
  expect((await rein(`keys/${keyId}`, "DELETE")).status).toBe(200);
  expect(await listKeys()).toMatchObject({ body: { TotalCount: before } });
});

test("a running cloud's clock is set off and right again", async () => {
  emulators = await startEmulators({ control: true });
  await rein("clock", "POST", { offsetMs: -17 * 60_000 });
  expect(await listKeys()).toMatchObject({ status: 400, body: { Code: "InvalidTimeStamp.Expired" } });
  await rein("clock", "POST", { offsetMs: 0 });
  expect((await listKeys()).status).toBe(200);
});

test("the world is shown without its secrets, and calls are counted", async () => {
  emulators = await startEmulators({ control: true });
  const world = await (await rein("world")).text();
  expect(world).toContain("Payments prod");
  expect(world).not.toContain("emulated-secret");
  await listKeys();
  expect(await (await rein("calls")).json()).toMatchObject([{ operation: "ListKeys" }]);
  expect((await rein("nothing")).status).toBe(404);
});
