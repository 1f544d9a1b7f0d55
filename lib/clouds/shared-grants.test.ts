import { afterEach, describe, expect, it, vi } from "vitest";
import { CloudError } from "../model/problem.ts";
import { emptySlot, holdGrant } from "./hold-grant.ts";
import { memoryLedger } from "./ledger.ts";
import { forgetGrants, sharedSlot } from "./shared-grants.ts";

const grant = (n: number) => ({ n, renewAt: Number.POSITIVE_INFINITY });
type Grant = ReturnType<typeof grant>;
const now = () => Date.now();

describe("grants that connections share", () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  /** What a new connection of a credential gets; each time it really asks, the number goes up. */
  function connections() {
    const ledger = memoryLedger();
    let asked = 0;
    const open = (credential = "key", name = "token p") => holdGrant(async () => grant(++asked), now, sharedSlot<Grant>(ledger, credential, name));
    return { ledger, open };
  }

  it("are asked for once by all of them, by credential and by name", async () => {
    const { open } = connections();
    const [one, other] = await Promise.all([open().get(), open().get()]);
    expect([one.n, other.n, (await open().get()).n]).toEqual([1, 1, 1]);
    expect([(await open("key", "token q").get()).n, (await open("another").get()).n]).toEqual([2, 3]);
  });

  it("that the cloud refused serve nobody, and are asked for once more by all", async () => {
    const { open } = connections();
    const [one, other] = [open(), open()];
    const first = await one.get();
    one.drop(first);
    other.drop(first);
    expect((await Promise.all([one.get(), other.get(), open().get()])).map(({ n }) => n)).toEqual([2, 2, 2]);
  });

  it("serve no connection that is opened after a person acted, nor ten minutes on; whoever holds one keeps it", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    const { ledger, open } = connections();
    const holder = open();
    await holder.get();
    vi.setSystemTime(Date.now() + 9 * 60_000);
    expect((await open().get()).n).toBe(1);
    vi.setSystemTime(Date.now() + 2 * 60_000);
    expect([(await open().get()).n, (await holder.get()).n]).toEqual([2, 1]);
    forgetGrants(ledger, "key");
    expect((await open().get()).n).toBe(3);
  });

  it("fail for all who waited by the cloud's word, and for nobody else because one went away", async () => {
    const slot = emptySlot<Grant>();
    const refused = new CloudError({ kind: "auth", operation: "auth/tokens", code: "Unauthorized", message: "no" });
    for (const [failure, second] of [
      [refused, refused],
      [new DOMException("gone", "AbortError"), grant(7)],
    ] as const) {
      const first = holdGrant<Grant>(() => Promise.reject(failure), now, slot);
      const other = holdGrant(async () => grant(7), now, slot);
      const [one, two] = await Promise.allSettled([first.get(), other.get()]);
      expect(one).toMatchObject({ reason: failure });
      expect(two).toMatchObject(second === refused ? { reason: refused } : { value: second });
    }
  });
});
