import { expect, test, vi } from "vitest";
import { eventStream } from "./event-stream.ts";

test("sends what changed, and ends with the last", async () => {
  vi.useFakeTimers();
  const answers = [{ n: 1 }, { n: 1 }, { n: 2 }, { n: 3 }];
  let asked = 0;
  const response = eventStream(new AbortController().signal, async () => ({ data: answers[asked++], isLast: asked === answers.length }));
  const read = response.text();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await read).toBe('data: {"n":1}\n\ndata: {"n":2}\n\ndata: {"n":3}\n\n');
  expect(asked).toBe(4);
  expect(response.headers.get("content-type")).toMatch(/^text\/event-stream/);
  expect(response.headers.get("cache-control")).toContain("no-transform");
  vi.useRealTimers();
});

test("stops asking when the asker is gone, or when the answer fails", async () => {
  const gone = new AbortController();
  let asked = 0;
  const stream = eventStream(gone.signal, async () => ({ data: ++asked, isLast: false })).text();
  await vi.waitFor(() => expect(asked).toBeGreaterThan(0));
  gone.abort();
  await stream;
  const soFar = asked;
  await new Promise((resolve) => setTimeout(resolve, 1100));
  expect(asked).toBe(soFar);
  await expect(eventStream(new AbortController().signal, async () => Promise.reject(new Error("session ended"))).text()).rejects.toThrow("session ended");
});
