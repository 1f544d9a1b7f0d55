import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Emulators, startEmulators, type WorldAccount } from "#emulators/index.ts";
import { accountNamed } from "#emulators/testing/account-named.ts";
import type { Credential } from "#lib/model/account.ts";
import { huawei } from "./huawei/index.ts";
import { openIo } from "./http.ts";
import { openEmulated, QUICK, sourcesOf } from "./testing/open-emulated.ts";
import { serveLoopback } from "./testing/serve-loopback.ts";

interface Renewable {
  account: WorldAccount;
  credential: Credential;
  /** The call that gives the grant, and after how many minutes it is renewed. */
  gives: string;
  renewsAfter: number;
  lasts: number;
}

/** What a cloud gives for a while, by the credential that asks for it. */
const RENEWABLES: Record<string, (emulators: Emulators) => Renewable> = {
  "the session of a role": ({ world }) => ({ ...of(accountNamed(world, "Data lake"), "roleArn"), gives: "AssumeRole", renewsAfter: 45, lasts: 60 }),
  "the token of a password": ({ world }) => ({
    ...of(accountNamed(world, "EU platform"), "password"),
    gives: "auth-tokens",
    renewsAfter: 23 * 60,
    lasts: 24 * 60,
  }),
  "the token of an agency": ({ world }) => ({ ...agency(world, "password"), gives: "auth-tokens", renewsAfter: 23 * 60, lasts: 24 * 60 }),
  "the temporary key of an agency": ({ world }) => ({ ...agency(world, "secretAccessKey"), gives: "securitytokens", renewsAfter: 54, lasts: 60 }),
};

function of(account: WorldAccount, member: string) {
  const credential = [account.credential, ...account.otherCredentials].find((each) => each[member] && !each.securityToken);
  if (!credential) throw new Error(`${account.name} has no credential with ${member}`);
  return { account, credential };
}

/** A user of one account, let into another. */
function agency(world: Emulators["world"], member: string) {
  const account = accountNamed(world, "EU platform");
  const { credential } = of(accountNamed(world, "Core infra"), member);
  return { account, credential: { ...credential, agencyName: "keyatlas_reader", agencyDomainName: account.principal.split("/")[0] ?? "" } };
}

describe.each(Object.keys(RENEWABLES))("%s", (name) => {
  let emulators: Emulators;
  let renewable: Renewable;
  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    emulators = await startEmulators();
    renewable = RENEWABLES[name]?.(emulators) as Renewable;
  });
  afterEach(async () => {
    vi.useRealTimers();
    await emulators.close();
  });

  const pass = (minutes: number) => vi.setSystemTime(Date.now() + minutes * 60_000);
  async function opened() {
    const { account, credential, gives } = renewable;
    const { connection } = openEmulated(emulators, account, { credential });
    const [source] = await sourcesOf(connection, account);
    if (!source) throw new Error("no source");
    const calls = emulators.clouds[account.cloud].calls;
    const list = async () => (await connection.listKeys(source)).items.length;
    const given = () => calls.of(gives).length;
    expect(await list()).toBeGreaterThan(0);
    calls.clear();
    return { list, given, calls };
  }

  it("is asked for once by twenty calls that wait for it, before it ends", async () => {
    const { list, given, calls } = await opened();
    pass(renewable.renewsAfter - 1);
    await list();
    expect(given()).toBe(0);
    pass(2);
    const found = await Promise.all(Array.from({ length: 20 }, list));
    expect(new Set(found).size).toBe(1);
    // An agency's own token has come to its end too: both are asked for, each once.
    expect(given()).toBe(name === "the token of an agency" ? 2 : 1);
    expect(calls.all().filter(({ status }) => (status ?? 500) >= 400)).toEqual([]);
  });

  it("that ended meanwhile is asked for anew, and no call is refused for it", async () => {
    const { list, given, calls } = await opened();
    pass(renewable.lasts * 10);
    await Promise.all([list(), list(), list()]);
    expect(given()).toBe(name === "the token of an agency" ? 2 : 1);
    expect(calls.all().filter(({ status }) => (status ?? 500) >= 400)).toEqual([]);
  });

  it("that twenty calls find refused is renewed once for all of them", async () => {
    const { list, given } = await opened();
    emulators.clouds[renewable.account.cloud].faults.add({ times: 1, fault: { kind: "expire-token" } });
    const found = await Promise.all(Array.from({ length: 20 }, list));
    expect(new Set(found).size).toBe(1);
    expect(given()).toBe(1);
  });
});

describe("a password", () => {
  it("asks for its token without the catalogue, in the scope of the project", async () => {
    const asked: { url: string; scope: unknown }[] = [];
    const server = await serveLoopback((response, _, request) => {
      let text = "";
      request.on("data", (chunk) => {
        text += chunk;
      });
      request.on("end", () => {
        if (request.url?.includes("/auth/tokens")) asked.push({ url: request.url, scope: JSON.parse(text).auth.scope });
        response.writeHead(201, { "x-subject-token": "MII" }).end(JSON.stringify({ token: {}, keys: [], truncated: "false", next_marker: "" }));
      });
    });
    const io = openIo({ cloud: huawei, credentialKey: "nocatalog", allowedOrigins: [server.origin], pace: QUICK });
    const credential = { type: "password", domainName: "dom", userName: "user", password: "pass" };
    const connection = huawei.connect({ credential, endpoints: { iam: server.origin, kms: server.origin }, projects: {} }, io);
    await Promise.all([1, 2, 3].map(() => connection.listKeys({ region: "cn-north-4", project: "p1" })));
    await connection.listKeys({ region: "cn-north-4", project: "p2" });
    await server.close();
    expect(asked).toEqual(["p1", "p2"].map((id) => ({ url: "/v3/auth/tokens?nocatalog=true", scope: { project: { id } } })));
  });
});
