import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Binding, seal, SealError, unseal } from "./seal.ts";

const k1 = { id: "k1", key: randomBytes(32) };
const k2 = { id: "k2", key: randomBytes(32) };
const here: Binding = { table: "secrets", rowId: "abc", version: 1, bound: { cloud: "c", endpoints: { kms: "https://a", sts: "https://b" } } };

describe("seal", () => {
  test("opens where it was sealed, with any of the keys, whatever is inside", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (plain) => {
        expect(unseal(seal(plain, here, k1), here, [k2, k1])).toBe(plain.toWellFormed());
      }),
      { seed: 1 },
    );
  });

  test("the same value never looks the same, and does not show itself", () => {
    const sealed = Array.from({ length: 50 }, () => seal("top-secret", here, k1));
    expect(new Set(sealed).size).toBe(50);
    expect(sealed.join()).not.toContain("top-secret");
  });

  test("the order of bound members does not matter, their values do", () => {
    const sealed = seal("x", here, k1);
    expect(unseal(sealed, { ...here, bound: { endpoints: { sts: "https://b", kms: "https://a" }, cloud: "c" } }, [k1])).toBe("x");
  });

  test.each([
    ["another row", { ...here, rowId: "abd" }],
    ["another table", { ...here, table: "users" }],
    ["another version", { ...here, version: 2 }],
    ["another endpoint", { ...here, bound: { cloud: "c", endpoints: { kms: "https://evil", sts: "https://b" } } }],
    ["another cloud", { ...here, bound: { cloud: "d", endpoints: { kms: "https://a", sts: "https://b" } } }],
  ])("does not open for %s", (_, binding) => {
    expect(() => unseal(seal("x", here, k1), binding, [k1])).toThrow(SealError);
  });

  test("no changed bit and no cut byte is taken", () => {
    const sealed = seal("some secret value", here, k1);
    const [format, id, ...parts] = sealed.split(".");
    for (const [at, part] of parts.entries()) {
      const bytes = Buffer.from(part, "base64url");
      for (let bit = 0; bit < bytes.length * 8; bit++) {
        const flipped = Buffer.from(bytes);
        flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        expect(() => unseal([format, id, ...parts.with(at, flipped.toString("base64url"))].join("."), here, [k1])).toThrow(SealError);
      }
      for (const cut of [1, 4, 8, 12]) {
        expect(() => unseal([format, id, ...parts.with(at, bytes.subarray(0, -cut).toString("base64url"))].join("."), here, [k1])).toThrow(SealError);
      }
    }
  });

  test("a missing or foreign master key is named, and nothing of the value", () => {
    const sealed = seal("x-secret", here, k1);
    expect(() => unseal(sealed, here, [k2])).toThrow('needs the master key "k1"');
    expect(() => unseal(sealed, here, [{ id: "k1", key: k2.key }])).toThrow(SealError);
    expect(() => unseal("plain", here, [k1])).toThrow("no known format");
  });
});
