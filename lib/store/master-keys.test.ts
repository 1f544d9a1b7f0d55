import { randomBytes } from "node:crypto";
import { chmodSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { env, forgetEnv } from "../env.ts";
import { deriveKey } from "./derive-key.ts";
import { forgetMasterKeys, masterKeys } from "./master-keys.ts";
import { useTestDatabase } from "./test-database.ts";

const newKey = () => randomBytes(32).toString("base64");

function setKeys(keys: string) {
  vi.stubEnv("KEYATLAS_KEYS", keys);
  forgetEnv();
  forgetMasterKeys();
}

describe("masterKeys", () => {
  useTestDatabase();
  afterEach(() => {
    vi.unstubAllEnvs();
    forgetEnv();
    forgetMasterKeys();
  });

  test("without a setting the first start writes them beside the data, once, and says so", async () => {
    setKeys("");
    const said: string[] = [];
    const keys = await masterKeys((line) => said.push(line));
    const file = path.join(env().data, "keys");
    expect(said.join()).toContain("lies beside the data");
    expect(statSync(file).mode & 0o777).toBe(0o600);
    forgetMasterKeys();
    expect(await masterKeys((line) => said.push(line))).toEqual(keys);
    expect(said).toHaveLength(1);
    expect(said.join()).not.toContain(readFileSync(file, "utf8").slice(3, 20));
  });

  test("a lost, foreign or readable key file stops the start in words", async () => {
    setKeys("");
    const file = path.join(env().data, "keys");
    await masterKeys();
    const right = readFileSync(file, "utf8");
    forgetMasterKeys();
    chmodSync(file, 0o644);
    await expect(masterKeys()).rejects.toThrow("can be read by others");
    chmodSync(file, 0o600);
    writeFileSync(file, `k1:${newKey()}`);
    await expect(masterKeys()).rejects.toThrow("not the one that this database was sealed with");
    renameSync(file, `${file}.away`);
    await expect(masterKeys()).rejects.toThrow("The master keys are missing");
    writeFileSync(file, right, { mode: 0o600 });
    await expect(masterKeys()).resolves.toHaveLength(1);
  });

  test("purposes and keys give different derived keys, the same ones give the same", async () => {
    const one = newKey();
    setKeys(`a:${one}`);
    const session = await deriveKey("session");
    expect(session).toHaveLength(32);
    expect(await deriveKey("session")).toEqual(session);
    expect(await deriveKey("cursor")).not.toEqual(session);
    setKeys(`b:${newKey()},a:${one}`);
    expect(await deriveKey("session")).not.toEqual(session);
  });
});
