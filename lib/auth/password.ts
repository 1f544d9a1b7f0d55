import { argon2, randomBytes, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import PQueue from "p-queue";
import { Refusal } from "../model/refusal.ts";

/** OWASP's set for argon2id with the most memory (https://cheatsheetseries.owasp.org, "Password Storage"): about 80 ms here. `memory` in KiB. */
const COST = { memory: 47104, passes: 1, parallelism: 1 };
const TAG_BYTES = 32;
export const PASSWORD_LENGTH = { least: 12, most: 128 };

/** Two at a time: each holds 46 MiB while it runs, and a flood of sign-ins must not exhaust the memory. */
const lane = new PQueue({ concurrency: 2 });
/** Who would wait some two seconds is sent away instead. */
const LONGEST_QUEUE = 40;
const derive = promisify(argon2);

/** A PHC string: `$argon2id$v=19$m=…,t=…,p=…$salt$tag`. Throws a Refusal when the password is too short or too long. */
export async function hashPassword(password: string): Promise<string> {
  const { least, most } = PASSWORD_LENGTH;
  if ([...password].length < least) throw new Refusal("invalid_body", `The password needs at least ${least} characters.`, "password");
  if ([...password].length > most) throw new Refusal("invalid_body", `The password may have at most ${most} characters.`, "password");
  const salt = randomBytes(16);
  return format(COST, salt, await tagOf(password, salt, COST));
}

/**
 * Whether the password fits the stored hash. Without a hash it does the same work and says no, so that the time does not tell who exists.
 * `stale` is true when the hash was made with other parameters than today's: hash again.
 */
export async function verifyPassword(password: string, stored: string | null): Promise<{ fits: boolean; stale: boolean }> {
  const { cost, salt, tag } = parse(stored ?? DUMMY);
  const given = await tagOf(password.slice(0, PASSWORD_LENGTH.most * 2), salt, cost);
  const fits = tag.length === given.length && timingSafeEqual(tag, given) && stored !== null;
  const stale = cost.memory !== COST.memory || cost.passes !== COST.passes || cost.parallelism !== COST.parallelism;
  return { fits, stale };
}

const format = (cost: typeof COST, salt: Buffer, tag: Buffer) =>
  `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${unpadded(salt)}$${unpadded(tag)}`;
const unpadded = (bytes: Buffer) => bytes.toString("base64").replaceAll("=", "");
const DUMMY = format(COST, randomBytes(16), randomBytes(TAG_BYTES));

function parse(stored: string): { cost: typeof COST; salt: Buffer; tag: Buffer } {
  const parts = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/.exec(stored);
  if (!parts) throw new Error("A stored password hash is not an argon2id string.");
  const [, memory, passes, parallelism, salt = "", tag = ""] = parts;
  const cost = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) };
  return { cost, salt: Buffer.from(salt, "base64"), tag: Buffer.from(tag, "base64") };
}

async function tagOf(password: string, nonce: Buffer, cost: typeof COST): Promise<Buffer> {
  if (lane.size >= LONGEST_QUEUE) throw new Refusal("rate_limited", "Too many sign-ins at this moment. Try again in a few seconds.");
  return lane.add(() => derive("argon2id", { message: password.normalize("NFKC"), nonce, tagLength: TAG_BYTES, ...cost }));
}
