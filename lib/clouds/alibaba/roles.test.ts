import { describe, expect, it, onTestFinished } from "vitest";
import type { Connection } from "../cloud.ts";
import { openIo } from "../http.ts";
import { failureOf } from "../testing/failure-of.ts";
import { QUICK } from "../testing/open-emulated.ts";
import { serveLoopback } from "../testing/serve-loopback.ts";
import { alibaba } from "./index.ts";

const SOURCE = { region: "cn-hangzhou", project: null };
const MINUTE = 60_000;
const PAGE = { RequestId: "r", PageNumber: 1, PageSize: 100, TotalCount: 1, Keys: { Key: [{ KeyId: "k-1" }] } };
const iso = (ms: number) => `${new Date(ms).toISOString().slice(0, 19)}Z`;

interface Asked {
  action: string;
  params: URLSearchParams;
  token: string | undefined;
}

let opened = 0;

/** A cloud of a few lines where sessions last `minutes`, and a call's answer depends on who signed it. */
async function throughRole(
  more: Record<string, string>,
  answer: (asked: Asked, nth: number) => { status: number; body: object },
): Promise<{ connection: Connection; clock: { aheadMs: number }; asked: Asked[]; of(action: string): Asked[] }> {
  const clock = { aheadMs: 0 };
  const asked: Asked[] = [];
  const server = await serveLoopback((response, _, request) => {
    const token = request.headers["x-acs-security-token"];
    const one = { action: String(request.headers["x-acs-action"]), params: new URL(request.url ?? "/", "http://cloud").searchParams, token: token?.toString() };
    asked.push(one);
    const { status, body } = answer(one, asked.filter(({ action }) => action === one.action).length);
    response.writeHead(status, { date: new Date().toUTCString() }).end(JSON.stringify(body));
  });
  onTestFinished(() => server.close());
  const way = openIo({ cloud: alibaba, credentialKey: `roles-${++opened}`, allowedOrigins: [server.origin], pace: { ...QUICK, tries: 1 } });
  const credential = { type: "access-key", accessKeyId: "AK", accessKeySecret: "secret", roleArn: "acs:ram::1:role/reader", ...more };
  const io = { ...way, now: () => new Date(Date.now() + clock.aheadMs) };
  const connection = alibaba.connect({ credential, endpoints: { kms: server.origin, sts: server.origin }, projects: {} }, io);
  return { connection, clock, asked, of: (action) => asked.filter((one) => one.action === action) };
}
const session = (nth: number, endsAt: number) => ({
  status: 200,
  body: { Credentials: { AccessKeyId: `STS.${nth}`, AccessKeySecret: "s", SecurityToken: `token-${nth}`, Expiration: iso(endsAt) } },
});
const refused = (status: number, Code: string) => ({ status, body: { Code, RequestId: "r-refused", Message: "canary" } });

describe("an account that is read through a role", () => {
  it("assumes it once for calls at the same time, with its external id where there is one", async () => {
    const { connection, of } = await throughRole({ externalId: "ours-7" }, ({ action }, nth) =>
      action === "AssumeRole" ? session(nth, Date.now() + 60 * MINUTE) : { status: 200, body: PAGE },
    );
    await Promise.all(Array.from({ length: 8 }, () => connection.listKeys(SOURCE)));
    expect(of("AssumeRole")).toHaveLength(1);
    expect(Object.fromEntries(of("AssumeRole")[0]?.params ?? [])).toEqual({
      DurationSeconds: "3600",
      RoleArn: "acs:ram::1:role/reader",
      ExternalId: "ours-7",
      RoleSessionName: "keyatlas",
    });
    expect(new Set(of("ListKeys").map(({ token }) => token))).toEqual(new Set(["token-1"]));
    const without = await throughRole({}, ({ action }, nth) =>
      action === "AssumeRole" ? session(nth, Date.now() + 60 * MINUTE) : { status: 200, body: PAGE },
    );
    await without.connection.listKeys(SOURCE);
    expect(without.of("AssumeRole")[0]?.params.has("ExternalId")).toBe(false);
  });

  it("goes on with another session when the cloud ends one early, and assumes once for all who were refused", async () => {
    const { connection, of } = await throughRole({}, ({ action, token }, nth) => {
      if (action === "AssumeRole") return session(nth, Date.now() + 60 * MINUTE);
      return token === "token-1" && nth > 3 ? refused(400, "InvalidSecurityToken.Expired") : { status: 200, body: PAGE };
    });
    await connection.listKeys(SOURCE);
    const pages = await Promise.all(Array.from({ length: 8 }, () => connection.listKeys(SOURCE)));
    expect(pages.map(({ items }) => items.length)).toEqual(Array(8).fill(1));
    expect(of("AssumeRole")).toHaveLength(2);
  });

  it("renews a session that is shorter than the listing before it ends", async () => {
    const startedAt = Date.now();
    const { connection, clock, of } = await throughRole({}, ({ action }, nth) =>
      action === "AssumeRole" ? session(nth, startedAt + nth * 20 * MINUTE) : { status: 200, body: PAGE },
    );
    for (const minutes of [0, 9, 11, 20]) {
      clock.aheadMs = minutes * MINUTE;
      await connection.listKeys(SOURCE);
    }
    expect(of("AssumeRole")).toHaveLength(2);
    expect(of("ListKeys").map(({ token }) => token)).toEqual(["token-1", "token-1", "token-2", "token-2"]);
  });

  it.each([-90 * MINUTE, 300 * MINUTE])("keeps a session whose end is %i ms away by a clock that is off", async (offMs) => {
    const { connection, of } = await throughRole({}, ({ action }, nth) =>
      action === "AssumeRole" ? session(nth, Date.now() + offMs) : { status: 200, body: PAGE },
    );
    for (let n = 0; n < 4; n++) await connection.listKeys(SOURCE);
    expect(of("AssumeRole")).toHaveLength(1);
  });

  it.each([
    [403, "NoPermission", "AssumeRole"],
    [404, "EntityNotExist.Role", "ARN"],
    [400, "InvalidParameter.RoleArn", "ARN"],
  ])("is refused as a whole, twice at most, when the role may not be assumed: %i %s", async (status, code, advice) => {
    const { connection, asked } = await throughRole({}, () => refused(status, code));
    for (let n = 0; n < 5; n++) {
      expect(await failureOf(connection.describeKey(SOURCE, "k-1"))).toMatchObject({
        kind: "auth",
        code,
        operation: "AssumeRole",
        requestId: "r-refused",
        advice: expect.stringContaining(advice),
      });
    }
    expect(asked.map(({ action }) => action)).toEqual(["AssumeRole", "AssumeRole"]);
  });

  it("is not taken for refused when one action is not allowed to the role", async () => {
    const { connection, of } = await throughRole({}, ({ action }, nth) =>
      action === "AssumeRole" ? session(nth, Date.now() + 60 * MINUTE) : refused(403, "Forbidden.NoPermission"),
    );
    for (let n = 0; n < 3; n++) {
      expect(await failureOf(connection.listKeys(SOURCE))).toMatchObject({
        kind: "forbidden",
        advice: "Grant kms:ListKeys in the RAM policy of this user or role.",
      });
    }
    expect([of("AssumeRole").length, of("ListKeys").length]).toEqual([1, 3]);
  });

  it.each([{}, { Credentials: null }, { Credentials: { AccessKeyId: "a", AccessKeySecret: "b", SecurityToken: "c", Expiration: "soon" } }])(
    "takes half a session for none: %j",
    async (body) => {
      const { connection } = await throughRole({}, () => ({ status: 200, body }));
      expect(await failureOf(connection.listKeys(SOURCE))).toMatchObject({ kind: "protocol", code: "session_incomplete" });
    },
  );
});

describe("whose key it is", () => {
  it("warns of a key of the account itself", async () => {
    const root = { AccountId: "12", Arn: "acs:ram::12:root", IdentityType: "Account" };
    const { connection } = await throughRole({ roleArn: "" }, () => ({ status: 200, body: root }));
    expect((await connection.check()).value).toMatchObject({ principal: "root", excess: [{ right: "Account", message: expect.stringContaining("RAM user") }] });
    const user = await throughRole({ roleArn: "" }, () => ({ status: 200, body: { ...root, IdentityType: "RAMUser" } }));
    expect((await user.connection.check()).value.excess).toBeUndefined();
  });
});
