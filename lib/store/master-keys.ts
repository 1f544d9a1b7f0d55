import { hkdfSync, randomBytes, timingSafeEqual } from "node:crypto";
import { linkSync, mkdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { eq } from "drizzle-orm";
import { env, masterKeysFrom, type MasterKey } from "../env.ts";
import { withTransaction, type Transaction } from "./database.ts";
import { readIfThere } from "./embedded/place.ts";
import { instance, secrets } from "./schema.ts";

/** The master keys do not fit this database, or cannot be read. */
export class MasterKeyError extends Error {
  override name = "MasterKeyError";
}

const CHECKS = "master-keys";
type Checks = Record<string, string>;

let memo: Promise<MasterKey[]> | null = null;

/**
 * The master keys, newest first, once they are known to be those of this database. Without KEYATLAS_KEYS they are kept in `<data>/keys`;
 * `say` gets a line when that file is written. Throws MasterKeyError with a sentence for the operator.
 */
export function masterKeys(say: (line: string) => void = () => undefined): Promise<MasterKey[]> {
  memo ??= checkedKeys(say).catch((error: unknown) => {
    memo = null;
    throw error;
  });
  return memo;
}

/** Reads them again at the next use: for tests, which change them. */
export function forgetMasterKeys(): void {
  memo = null;
}

function checkedKeys(say: (line: string) => void): Promise<MasterKey[]> {
  return withTransaction(async (tx) => {
    const checks = await lockChecks(tx);
    const keys = env().masterKeys ?? fileKeys(Object.keys(checks), say);
    await refuseWrongSet(keys, checks, tx);
    await saveChecks(tx, checksOf(keys));
    return keys;
  });
}

async function lockChecks(tx: Transaction): Promise<Checks> {
  await tx.insert(instance).values({ name: CHECKS, value: {} }).onConflictDoNothing();
  const [row] = await tx.select({ value: instance.value }).from(instance).where(eq(instance.name, CHECKS)).for("update");
  return (row?.value ?? {}) as Checks;
}

const saveChecks = (tx: Transaction, value: Checks) => tx.update(instance).set({ value }).where(eq(instance.name, CHECKS));

const checksOf = (keys: MasterKey[]): Checks => Object.fromEntries(keys.map((key) => [key.id, checkOf(key)]));

/**
 * The keys given, for sealing anew: older ones that are wrong or lacking are no reason to stop, since whoever seals says which credential needs them. `isUnseen`: no
 * process of this database began with the newest one before. Throws MasterKeyError when the newest is another than the database knows by its id.
 */
export function keysToReseal(): Promise<{ keys: MasterKey[]; isUnseen: boolean }> {
  return withTransaction(async (tx) => {
    const checks = await lockChecks(tx);
    const keys = env().masterKeys ?? fileKeys(Object.keys(checks), () => undefined);
    const newest = keys.slice(0, 1);
    refuseOther(newest, checks);
    await saveChecks(tx, { ...checks, ...checksOf(newest) });
    return { keys, isUnseen: Object.keys(checks).length > 0 && newest.some(({ id }) => checks[id] === undefined) };
  });
}

function refuseOther(keys: MasterKey[], checks: Checks): void {
  for (const key of keys) {
    const known = checks[key.id];
    if (known !== undefined && !timingSafeEqual(Buffer.from(known), Buffer.from(checkOf(key)))) {
      throw new MasterKeyError(`The master key "${key.id}" is not the one that this database was sealed with.`);
    }
  }
}

async function refuseWrongSet(keys: MasterKey[], checks: Checks, tx: Transaction): Promise<void> {
  refuseOther(keys, checks);
  const ids = new Set(keys.map((key) => key.id));
  const used = await tx.selectDistinct({ id: secrets.keyId }).from(secrets);
  const lacking = used.map(({ id }) => id).filter((id) => !ids.has(id));
  if (lacking.length > 0)
    throw new MasterKeyError(`Credentials here are sealed with the master key "${lacking.join('", "')}", which is not among those given.`);
}

function fileKeys(knownIds: string[], say: (line: string) => void): MasterKey[] {
  const file = path.join(env().data, "keys");
  const text = readIfThere(file);
  if (text === null && knownIds.length > 0) {
    throw new MasterKeyError(`The master keys are missing: this database was sealed with "${knownIds.join('", "')}". Set KEYATLAS_KEYS, or put ${file} back.`);
  }
  if (text === null) writeNew(file, say);
  else if (process.platform !== "win32" && (statSync(file).mode & 0o077) !== 0) throw new MasterKeyError(`${file} can be read by others: chmod 600 it.`);
  const read = masterKeysFrom.safeParse((text ?? readIfThere(file) ?? "").trim());
  if (!read.success) throw new MasterKeyError(`${file} cannot be used: ${read.error.issues.map((issue) => issue.message).join("; ")}.`);
  return read.data;
}

/** A hard link appears whole, and the first of two wins. */
function writeNew(file: string, say: (line: string) => void): void {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const fresh = `${file}.${process.pid}`;
  writeFileSync(fresh, `k1:${randomBytes(32).toString("base64")}\n`, { mode: 0o600 });
  try {
    linkSync(fresh, file);
    say(`A master key was written to ${file}. It lies beside the data it protects: set KEYATLAS_KEYS to keep it elsewhere.`);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  } finally {
    rmSync(fresh);
  }
}

const checkOf = ({ key }: MasterKey) => Buffer.from(hkdfSync("sha256", key, "", "keyatlas/check", 32)).toString("hex");
