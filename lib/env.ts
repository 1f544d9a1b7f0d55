import { isIP } from "node:net";
import path from "node:path";
import { z } from "zod";
import { type OutboundProxy, outboundProxyFrom } from "./model/outbound-proxy.ts";

/** A master key: 32 bytes under a short id. The first of the list seals, all of them open. */
export interface MasterKey {
  id: string;
  key: Buffer;
}

/** Every setting of the product, checked. */
export interface Env {
  /** Port of the web server. */
  port: number;
  /** Address the web server listens on. */
  host: string;
  /** Absolute path of the data folder. */
  data: string;
  demo: boolean;
  /** A PostgreSQL server; null = the embedded database in the data folder. */
  databaseUrl: string | null;
  /** Public address, without a trailing slash. */
  url: string;
  /** null = read from, or once written to, `<data>/keys`. */
  masterKeys: MasterKey[] | null;
  /** Origins outside the clouds' own domains that credentials may be sent to. */
  allowedEndpoints: string[];
  role: "web" | "worker" | "both";
  /** Addresses or networks whose forwarding headers are believed. */
  trustedProxies: string[];
  /** The way to the clouds; null = straight. */
  outboundProxy: OutboundProxy | null;
  /** Minutes between two readings of a source. */
  periodMinutes: number;
  /** Hours that what one call told of one key may stand, while cheaper calls tell of no change; 0 = every reading describes every key. */
  describeHours: number;
  /** What the operator should know about these settings, in sentences. */
  notices: string[];
}

export class SettingsError extends Error {
  override name = "SettingsError";
  readonly faults: string[];

  constructor(faults: string[]) {
    super(`Settings cannot be used:\n${faults.map((fault) => `  ${fault}`).join("\n")}`);
    this.faults = faults;
  }
}

const unset = (value: unknown) => (typeof value === "string" && value.trim() === "" ? undefined : value);
const list = (text: string) =>
  text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
const integer = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, `must be a whole number from ${least} to ${most}`)
    .transform(Number)
    .refine((n) => n >= least && n <= most, `must be a whole number from ${least} to ${most}`);
const httpUrl = z.string().refine((text) => /^https?:$/.test(URL.parse(text)?.protocol ?? ""), "must be an http or https address");

const origins = z.string().transform((text, at) =>
  list(text).map((entry) => {
    const url = URL.parse(entry);
    if (url && /^https?:$/.test(url.protocol) && !url.username && url.pathname === "/" && !url.search && !url.hash) return url.origin;
    at.addIssue({ code: "custom", message: `"${entry}" is not an origin such as https://kms.example.org or http://127.0.0.1:4801` });
    return entry;
  }),
);

const networks = z.string().transform((text, at) =>
  list(text).map((entry) => {
    const [address = "", bits, rest] = entry.split("/");
    const most = isIP(address) === 6 ? 128 : 32;
    if (isIP(address) && rest === undefined && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most))) return entry;
    at.addIssue({ code: "custom", message: `"${entry}" is not an IP address or network` });
    return entry;
  }),
);

const outboundProxy = z.string().transform((text, at) => {
  const proxy = outboundProxyFrom(text);
  if (!proxy) at.addIssue({ code: "custom", message: "must be of the form http://[user:password@]host:port, reserved characters percent-encoded" });
  return proxy;
});

/** `id:base64 of 32 bytes`, newest first, comma-separated. No fault ever repeats key material. */
export const masterKeysFrom = z.string().transform((text, at): MasterKey[] => {
  const fault = (message: string) => at.addIssue({ code: "custom", message });
  const keys = list(text).map((entry, i) => {
    const [, id = "", encoded = ""] = /^([a-z0-9][a-z0-9-]{0,31}):([A-Za-z0-9+/]+={0,2})$/.exec(entry) ?? [];
    const key = Buffer.from(encoded, "base64");
    if (!id) fault(`entry ${i + 1} is not of the form id:base64 (id in lower-case letters, digits and hyphens)`);
    else if (key.length !== 32) fault(`key "${id}" holds ${key.length} bytes instead of 32`);
    else if (new Set(key).size < 12) fault(`key "${id}" repeats its bytes too much to be random`);
    return { id, key };
  });
  if (keys.length === 0) fault("names no key");
  if (new Set(keys.map((key) => key.id)).size < keys.length) fault("uses an id twice");
  if (new Set(keys.map((key) => key.key.toString("hex"))).size < keys.length) fault("holds the same key twice");
  return keys;
});

const SETTINGS = z.object({
  PORT: z.preprocess(unset, integer(1, 65535).default(3000)),
  KEYATLAS_HOST: z.preprocess(
    unset,
    z
      .string()
      .regex(/^[0-9A-Za-z.:-]+$/, "must be an address or host name")
      .default("127.0.0.1"),
  ),
  KEYATLAS_DATA: z.preprocess(unset, z.string().default(".data")),
  KEYATLAS_DEMO: z.preprocess(unset, z.enum(["on", "off"], "must be on or off").default("on")),
  DATABASE_URL: z.preprocess(
    unset,
    z
      .string()
      .refine((text) => /^postgres(ql)?:$/.test(URL.parse(text)?.protocol ?? ""), "must be a postgres:// address")
      .optional(),
  ),
  KEYATLAS_URL: z.preprocess(unset, httpUrl.optional()),
  KEYATLAS_KEYS: z.preprocess(unset, masterKeysFrom.optional()),
  KEYATLAS_ALLOWED_ENDPOINTS: z.preprocess(unset, origins.optional()),
  KEYATLAS_ROLE: z.preprocess(unset, z.enum(["web", "worker", "both"], "must be web, worker or both").default("both")),
  KEYATLAS_TRUSTED_PROXIES: z.preprocess(unset, networks.optional()),
  KEYATLAS_OUTBOUND_PROXY: z.preprocess(unset, outboundProxy.optional()),
  KEYATLAS_PERIOD: z.preprocess(unset, integer(1, 10_080).default(60)),
  KEYATLAS_DESCRIBE_HOURS: z.preprocess(unset, integer(0, 720).default(24)),
});

/** Checks the settings in `from`; throws one SettingsError that names every fault, never a secret value. */
export function readEnv(from: Record<string, string | undefined>): Env {
  const read = SETTINGS.safeParse(from);
  if (!read.success) throw new SettingsError(read.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`));
  const set = read.data;
  const proxy = set.KEYATLAS_OUTBOUND_PROXY ?? null;
  return {
    port: set.PORT,
    host: set.KEYATLAS_HOST,
    data: path.resolve(set.KEYATLAS_DATA),
    demo: set.KEYATLAS_DEMO === "on",
    databaseUrl: set.DATABASE_URL ?? null,
    url: (set.KEYATLAS_URL ?? `http://localhost:${set.PORT}`).replace(/\/+$/, ""),
    masterKeys: set.KEYATLAS_KEYS ?? null,
    allowedEndpoints: set.KEYATLAS_ALLOWED_ENDPOINTS ?? [],
    role: set.KEYATLAS_ROLE,
    trustedProxies: set.KEYATLAS_TRUSTED_PROXIES ?? [],
    outboundProxy: proxy,
    periodMinutes: set.KEYATLAS_PERIOD,
    describeHours: set.KEYATLAS_DESCRIBE_HOURS,
    notices: proxy ? [`The clouds are called through the proxy ${proxy.hostname}, port ${proxy.port}.`] : [],
  };
}

let memo: Env | null = null;

/** The settings of this process, read once. */
export function env(): Env {
  memo ??= readEnv(process.env);
  return memo;
}

/** Reads them again at the next use: for tests, which change them. */
export function forgetEnv(): void {
  memo = null;
}
