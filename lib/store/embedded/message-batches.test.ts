import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Batch, messageBatches } from "./message-batches.ts";

function message(type: string, bytes: number): Buffer {
  const body = Buffer.alloc(5 + bytes, 120);
  body.write(type, 0, "latin1");
  body.writeInt32BE(4 + bytes, 1);
  return body;
}

function packet(code: number, bytes = 0): Buffer {
  const body = Buffer.alloc(8 + bytes);
  body.writeInt32BE(8 + bytes, 0);
  body.writeInt32BE(code, 4);
  return body;
}

const STARTUP = packet(196608, 20);
const lengthsOf = (batches: Batch[]) => batches.map((batch) => ("bytes" in batch ? `${batch.kind} ${batch.bytes.length}` : batch.kind));

describe("messageBatches", () => {
  test("however the bytes arrive, a batch ends at a Sync or a simple query and nowhere else", () => {
    const part = fc.record({
      inner: fc.array(fc.tuple(fc.constantFrom("P", "B", "D", "E"), fc.nat(40)), { maxLength: 4 }),
      end: fc.constantFrom("S", "Q"),
      size: fc.nat(300),
    });
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 12 }), (parts, cuts) => {
        const whole = parts.map(({ inner, end, size }) => Buffer.concat([...inner.map(([type, bytes]) => message(type, bytes)), message(end, size)]));
        const all = Buffer.concat([packet(80877103), STARTUP, ...whole, message("X", 0)]);
        const batches = messageBatches();
        const seen: Batch[] = [];
        for (let at = 0, n = 0; at < all.length; n++) {
          const step = cuts[n % cuts.length] ?? 1;
          seen.push(...batches(all.subarray(at, at + step)));
          at += step;
        }
        expect(lengthsOf(seen).slice(0, whole.length + 2)).toEqual([
          "encryption-request",
          `startup ${STARTUP.length}`,
          ...whole.map(({ length }) => `messages ${length}`),
        ]);
        expect(seen.at(-1)?.kind).toBe("terminate");
      }),
      { seed: 3 },
    );
  });

  test("a message of many megabytes is put together once", () => {
    const batches = messageBatches();
    batches(STARTUP);
    const long = message("Q", 20_000_000);
    const startedAt = performance.now();
    let seen: Batch[] = [];
    for (let at = 0; at < long.length; at += 16_384) seen = batches(long.subarray(at, at + 16_384));
    expect(lengthsOf(seen)).toEqual([`messages ${long.length}`]);
    expect(performance.now() - startedAt).toBeLessThan(2000);
  });

  test("lengths that no client sends are refused", () => {
    expect(() => messageBatches()(Buffer.from("GET / HTTP/1.1\r\n"))).toThrow(RangeError);
  });
});
