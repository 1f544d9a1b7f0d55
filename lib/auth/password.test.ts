import { expect, test } from "vitest";
import { hashPassword, verifyPassword } from "./password.ts";

test("a password fits its own hash and no other", async () => {
  const hash = await hashPassword("correct horse battery");
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=47104,t=1,p=1\$/);
  expect(await verifyPassword("correct horse battery", hash)).toEqual({ fits: true, stale: false });
  expect(await verifyPassword("correct horse batterz", hash)).toEqual({ fits: false, stale: false });
  expect(await hashPassword("correct horse battery")).not.toBe(hash);
});

test("an unknown user costs the same work and never fits", async () => {
  const started = performance.now();
  expect((await verifyPassword("whatever it is", null)).fits).toBe(false);
  expect(performance.now() - started).toBeGreaterThan(10);
});

test("a hash of older parameters still fits and asks to be made anew", async () => {
  const { argon2Sync, randomBytes } = await import("node:crypto");
  const nonce = randomBytes(16);
  const tag = argon2Sync("argon2id", { message: "correct horse battery", nonce, tagLength: 32, memory: 8192, passes: 2, parallelism: 1 });
  const text = (bytes: Buffer) => bytes.toString("base64").replaceAll("=", "");
  const old = `$argon2id$v=19$m=8192,t=2,p=1$${text(nonce)}$${text(tag)}`;
  expect(await verifyPassword("correct horse battery", old)).toEqual({ fits: true, stale: true });
});

test("a short password is refused by name", async () => {
  await expect(hashPassword("eleven char")).rejects.toMatchObject({ code: "invalid_body", field: "password" });
  await expect(hashPassword("x".repeat(129))).rejects.toMatchObject({ code: "invalid_body", field: "password" });
});
