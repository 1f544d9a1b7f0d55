import { eq } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import type { Scope } from "../model/scope.ts";
import { database } from "../store/database.ts";
import { sessions, tokens, users } from "../store/schema.ts";
import { useTestDatabase } from "../store/test-database.ts";
import { updateUser } from "../store/users.ts";
import { createToken } from "./api-token.ts";
import { createUser } from "./create-user.ts";
import { disableUser } from "./disable-user.ts";
import { requireScope } from "./require-scope.ts";
import { closeSession, openSession, readSession } from "./session.ts";
import { setPassword } from "./set-password.ts";
import { signIn } from "./sign-in.ts";

useTestDatabase();

const PASSWORD = "a long enough password";
const ADA = { email: "Ada@Example.org ", role: "operator", groups: ["payments"], password: PASSWORD } as const;
const create = () => createUser({ ...ADA, groups: [...ADA.groups] });
const attempt = (password: string, at?: Date, email = "ada@example.org") => signIn({ email, password, address: "direct" }, at);
const withCookie = (sessionId: string) => new Headers({ cookie: `other=1; keyatlas-session=${sessionId}` });
const withToken = (token: string) => new Headers({ authorization: `Bearer ${token}` });
const OWNER: Scope = { actor: { kind: "system", id: "test", name: "test" }, role: "owner", groups: "all" };

test("a user signs in by any spelling of the e-mail, and a session says who they are", async () => {
  const user = await create();
  expect(await attempt(PASSWORD, undefined, " ADA@example.ORG")).toMatchObject({ id: user.id, email: "ada@example.org" });
  const sessionId = await openSession(user.id);
  expect(await requireScope(withCookie(sessionId))).toEqual({ actor: { kind: "user", id: user.id, name: "ada" }, role: "operator", groups: ["payments"] });
});

test("the database never holds the session id, the token or the password", async () => {
  const user = await create();
  const sessionId = await openSession(user.id);
  const { token } = await createToken(OWNER, { name: "ci", role: "viewer", groups: null, expiresAt: null });
  const stored = JSON.stringify([await database().select().from(users), await database().select().from(sessions), await database().select().from(tokens)]);
  for (const secret of [sessionId, token, PASSWORD]) expect(stored).not.toContain(secret);
});

test("signing out ends the session, however often its cookie is sent again", async () => {
  const sessionId = await openSession((await create()).id);
  await closeSession(sessionId);
  await expect(requireScope(withCookie(sessionId))).rejects.toMatchObject({ code: "unauthenticated" });
});

test("a session ends when idle for two hours, and after twelve hours in any case", async () => {
  const start = new Date("2026-11-22T08:00:00Z");
  const after = (hours: number) => new Date(start.getTime() + hours * 3_600_000);
  const sessionId = await openSession((await create()).id, start);
  for (const hours of [1.9, 3.8, 5.7, 7.6, 9.5, 11.4]) await readSession(sessionId, after(hours));
  await expect(readSession(sessionId, after(12))).rejects.toMatchObject({ code: "unauthenticated" });
  const idle = await openSession((await database().select().from(users))[0]!.id, start);
  await expect(readSession(idle, after(2.01))).rejects.toMatchObject({ code: "unauthenticated" });
});

test("disabling, a new role and a new password count from the next request on", async () => {
  const user = await create();
  const sessionId = await openSession(user.id);
  await updateUser(user.id, { role: "viewer", groups: null });
  expect(await requireScope(withCookie(sessionId))).toMatchObject({ role: "viewer", groups: "all" });
  await updateUser(user.id, { disabled: true });
  await expect(requireScope(withCookie(sessionId))).rejects.toMatchObject({ code: "unauthenticated" });
  await expect(attempt(PASSWORD)).rejects.toMatchObject({ code: "unauthenticated" });
  await updateUser(user.id, { disabled: false });
  await requireScope(withCookie(sessionId));
  await setPassword("ada@example.org", "another long password");
  await expect(requireScope(withCookie(sessionId))).rejects.toMatchObject({ code: "unauthenticated" });
  await expect(attempt(PASSWORD)).rejects.toMatchObject({ code: "unauthenticated" });
  await attempt("another long password");
});

test("the last owner cannot be disabled", async () => {
  await createUser({ email: "o@x.org", role: "owner", groups: null, password: PASSWORD });
  await expect(disableUser("o@x.org")).rejects.toMatchObject({ code: "forbidden" });
  await createUser({ email: "p@x.org", role: "owner", groups: null, password: PASSWORD });
  await disableUser("o@x.org");
  await expect(disableUser("p@x.org")).rejects.toMatchObject({ code: "forbidden" });
  await expect(disableUser("nobody@x.org")).rejects.toMatchObject({ code: "not_found" });
});

test("from the fifth failure on one waits, twice as long each time, known or not, and never for ever", async () => {
  await create();
  for (const email of ["ada@example.org", "nobody@example.org"]) {
    let now = Date.parse("2026-11-22T08:00:00Z");
    const outcome = async (password: string) =>
      attempt(password, new Date(now), email).then(
        () => "in",
        (refusal) => refusal.code,
      );
    for (let failure = 1; failure <= 5; failure++) expect(await outcome("wrong password")).toBe("unauthenticated");
    expect(await outcome(PASSWORD)).toBe("rate_limited");
    now += 1001;
    expect(await outcome("wrong password")).toBe("unauthenticated");
    now += 1001;
    expect(await outcome(PASSWORD)).toBe("rate_limited");
    now += 1000;
    expect(await outcome(PASSWORD)).toBe(email === "ada@example.org" ? "in" : "unauthenticated");
  }
  const [ada] = await database().select().from(users).where(eq(users.email, "ada@example.org"));
  expect(ada).toMatchObject({ failures: 0, blockedUntil: null });
});

test("attempts at the same moment are all counted", async () => {
  await create();
  const now = new Date("2026-11-22T08:00:00Z");
  const codes = await Promise.all(
    Array.from({ length: 8 }, () =>
      attempt("wrong password", now).then(
        () => "in",
        (refusal) => refusal.code,
      ),
    ),
  );
  expect(codes.filter((code) => code === "unauthenticated").length).toBeLessThanOrEqual(5);
  expect(codes).not.toContain("in");
  expect((await database().select().from(users))[0]?.failures).toBeGreaterThanOrEqual(5);
});

test("an address that fails sixty times a minute waits, whatever the e-mail; others do not", async () => {
  await create();
  const from = (address: string, n: number) =>
    signIn({ email: `n${n}@example.org`, password: "wrong password", address }).then(
      () => "in",
      (refusal) => refusal.code,
    );
  for (let n = 0; n < 60; n += 20) await Promise.all(Array.from({ length: 20 }, (_, i) => from("192.0.2.7", n + i)));
  expect(await from("192.0.2.7", 999)).toBe("rate_limited");
  expect(await from("192.0.2.8", 999)).toBe("unauthenticated");
}, 60_000);

test("a token is no more than its maker, ends with its time, and is not helped by a cookie", async () => {
  const maker: Scope = { ...OWNER, role: "operator", groups: ["payments"] };
  const wish = { name: "ci", role: "operator", groups: ["payments"], expiresAt: null } as const;
  await expect(createToken(maker, { ...wish, groups: ["payments"], role: "owner" })).rejects.toMatchObject({ code: "forbidden", field: "role" });
  await expect(createToken(maker, { ...wish, groups: ["payments", "platform"] })).rejects.toMatchObject({ code: "forbidden", field: "groups" });
  const made = await createToken(maker, { ...wish, groups: null, expiresAt: new Date(Date.now() + 60_000).toISOString() });
  expect(made).toMatchObject({ groups: ["payments"] });
  expect(made.token).toMatch(/^kat_[A-Za-z0-9_-]{43}$/);
  expect(await requireScope(withToken(made.token))).toEqual({ actor: { kind: "token", id: made.id, name: "ci" }, role: "operator", groups: ["payments"] });
  vi.setSystemTime(Date.now() + 61_000);
  await expect(requireScope(withToken(made.token))).rejects.toMatchObject({ code: "unauthenticated" });
  vi.useRealTimers();
  const both = withCookie(await openSession((await create()).id));
  both.set("authorization", "Bearer %");
  await expect(requireScope(both)).rejects.toMatchObject({ code: "unauthenticated" });
});
