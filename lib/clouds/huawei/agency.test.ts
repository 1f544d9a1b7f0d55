import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { type Emulators, startEmulators, type WorldAccount } from "#emulators/index.ts";
import type { Credential } from "#lib/model/account.ts";
import { openIo } from "../http.ts";
import { cloudOf } from "../registry.ts";
import { failureOf } from "../testing/failure-of.ts";
import { openEmulated, QUICK, sourcesOf } from "../testing/open-emulated.ts";
import { serveLoopback } from "../testing/serve-loopback.ts";

let emulators: Emulators;
beforeAll(async () => {
  emulators = await startEmulators({ quotas: false });
});
afterAll(() => emulators.close());

const named = (name: string): WorldAccount => emulators.world.accounts.find((each) => each.name === name) as WorldAccount;
/** A user of one account, let into another. */
function through(type: string, more: Partial<Credential> = {}) {
  const [user, target] = [named("Core infra"), named("EU platform")];
  const own = [user.credential, ...user.otherCredentials].find((each) => each.type === type && !each.securityToken) as Credential;
  const agencyDomainName = target.principal.split("/")[0] ?? "";
  const credential: Credential = { ...own, agencyName: "keyatlas_reader", agencyDomainName, ...more } as Credential;
  return { target, ...openEmulated(emulators, target, { credential }) };
}

describe.each(["password", "access-key"])("an agency by %s", (type) => {
  const signIns = (reports: { operation: string; region: string | null }[]) =>
    reports.filter(({ operation }) => /tokens$/.test(operation)).map(({ operation }) => operation);

  it("reads the other account's keys, and names that account", async () => {
    const { connection, target, reports } = through(type);
    expect((await connection.check()).value).toMatchObject({ cloudAccount: target.cloudAccount });
    const [source] = await sourcesOf(connection, target);
    if (!source) throw new Error("no source");
    const keys = target.keys.filter(({ project }) => project === source.project).map(({ keyId }) => keyId);
    const pages = await Promise.all(Array.from({ length: 6 }, () => connection.listKeys(source)));
    for (const { items } of pages) expect(items.map(({ keyId }) => keyId).sort()).toEqual(keys.sort());
    const expected = type === "password" ? ["auth/tokens", "auth/tokens", "auth/tokens"] : ["securitytokens"];
    expect(signIns(reports)).toEqual(expected);
  });

  it("renews what the cloud no longer takes, once", async () => {
    const { connection, target, reports } = through(type);
    const [source] = await sourcesOf(connection, target);
    if (!source) throw new Error("no source");
    await connection.listKeys(source);
    const before = signIns(reports).length;
    emulators.clouds.huawei.faults.add({ region: source.region, times: 1, fault: { kind: "expire-token" } });
    onTestFinished(() => emulators.clouds.huawei.faults.clear());
    await connection.listKeys(source);
    expect(signIns(reports).length - before).toBe(1);
  });

  it("that is unknown, or trusts another, is said in the cloud's words and tried no more", async () => {
    const { connection, reports } = through(type, { agencyName: "nobody" });
    expect(await failureOf(connection.listKeys({ region: "eu-west-101", project: "p" }))).toMatchObject({
      kind: "forbidden",
      operation: expect.stringMatching(/tokens$/),
      advice: expect.stringMatching(/Agent Operator/),
      requestId: expect.any(String),
    });
    expect(reports.filter(({ status }) => status === 404).length).toBe(1);
  });
});

describe("an agency", () => {
  it("needs both of its names", () => {
    const connect = (credential: Credential) => () =>
      cloudOf("huawei").connect({ credential, endpoints: {}, projects: {} }, { send: () => Promise.reject(new Error("asked")), now: () => new Date() });
    expect(connect({ type: "password", agencyName: "a" })).toThrow(expect.objectContaining({ code: "invalid_body", field: "credential.agencyDomainName" }));
    expect(connect({ type: "access-key", agencyDomainName: "a" })).toThrow(expect.objectContaining({ field: "credential.agencyName" }));
    for (const { fields } of cloudOf("huawei").credentials)
      expect(fields.filter(({ name }) => name.startsWith("agency")).map(({ required }) => required)).toEqual([false, false]);
  });

  it("gives a key that is asked for once, by however many calls, and anew before it ends", async () => {
    let nth = 0;
    const asked: string[] = [];
    const server = await serveLoopback((response, _, request) => {
      asked.push(`${request.url?.split("/").at(-1)} ${request.headers["x-security-token"] ?? "-"}`);
      if (!request.url?.includes("securitytokens"))
        return response.end(JSON.stringify({ keys: [], key_details: [], next_marker: "", truncated: "false", total: 0 }));
      const credential = {
        access: "HST",
        secret: "s",
        securitytoken: `t${++nth}`,
        expires_at: new Date(clock.now.getTime() + 3_600_000).toISOString().replace("Z", "000Z"),
      };
      return setTimeout(() => response.writeHead(201).end(JSON.stringify({ credential })), 5);
    });
    onTestFinished(() => server.close());
    const clock = { now: new Date() };
    const io = openIo({ cloud: cloudOf("huawei"), credentialKey: "agency-single-flight", allowedOrigins: [server.origin], pace: QUICK });
    const credential = { type: "access-key", accessKeyId: "AK", secretAccessKey: "SK", agencyName: "a", agencyDomainName: "d" };
    const connection = cloudOf("huawei").connect(
      { credential, endpoints: { iam: server.origin, kms: server.origin }, projects: {} },
      { ...io, now: () => clock.now },
    );
    const source = { region: "cn-north-4", project: "p" };
    await Promise.all(Array.from({ length: 5 }, () => connection.listKeys(source)));
    clock.now = new Date(clock.now.getTime() + 3_300_000);
    await connection.listKeys(source);
    expect(asked).toEqual(["securitytokens -", ...Array(5).fill("list-keys t1"), "securitytokens -", "list-keys t2"]);
  });
});
