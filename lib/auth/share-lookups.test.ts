import { expect, test } from "vitest";
import { shareLookups } from "./share-lookups.ts";

/** A store whose look-ups end when the test says so. */
function slowStore() {
  const open: { key: string; answer(value: string): void; fail(error: Error): void }[] = [];
  const look = shareLookups((key) => new Promise<string>((answer, fail) => open.push({ key, answer, fail })));
  return { open, look };
}
const settled = () => new Promise((resolve) => setTimeout(resolve));

test("a hundred askers at once need two look-ups, and none gets an answer older than its question", async () => {
  const { open, look } = slowStore();
  const first = look("a");
  const rest = Array.from({ length: 99 }, () => look("a"));
  expect(open).toHaveLength(1);
  open[0]?.answer("before the change");
  await settled();
  expect(open).toHaveLength(2);
  const late = look("a");
  open[1]?.answer("after the change");
  expect(await first).toBe("before the change");
  expect(new Set(await Promise.all(rest))).toEqual(new Set(["after the change"]));
  await settled();
  open[2]?.answer("later still");
  expect(await late).toBe("later still");
  await settled();
  const idle = look("a");
  expect(open).toHaveLength(4);
  open[3]?.answer("anew");
  expect(await idle).toBe("anew");
});

test("keys do not mix, and a failure is not kept", async () => {
  const { open, look } = slowStore();
  const [a, b, again] = [look("a"), look("b"), look("a")];
  open[0]?.fail(new Error("down"));
  open[1]?.answer("b");
  await expect(a).rejects.toThrow("down");
  expect(await b).toBe("b");
  await settled();
  expect(open.map(({ key }) => key)).toEqual(["a", "b", "a"]);
  open[2]?.answer("up");
  expect(await again).toBe("up");
});
