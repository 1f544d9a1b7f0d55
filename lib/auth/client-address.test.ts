import { afterEach, expect, test, vi } from "vitest";
import { forgetEnv } from "../env.ts";
import { clientAddress } from "./client-address.ts";
import { sessionCookieName, sessionIdOf } from "./session-cookie.ts";

afterEach(forgetEnv);

const addressOf = (forwarded: string, trusted: string) => {
  vi.stubEnv("KEYATLAS_TRUSTED_PROXIES", trusted);
  forgetEnv();
  return clientAddress(new Headers({ "x-forwarded-for": forwarded }));
};

test("forwarding headers count only behind proxies that are trusted", () => {
  expect(addressOf("198.51.100.1", "")).toBe("direct");
  expect(addressOf("198.51.100.1", "10.0.0.0/8")).toBe("198.51.100.1");
  expect(addressOf("203.0.113.9, 198.51.100.1, 10.1.2.3", "10.0.0.0/8")).toBe("198.51.100.1");
  expect(addressOf("2001:db8::1, fd00::1", "fd00::/8")).toBe("2001:db8::1");
  expect(addressOf("nonsense", "10.0.0.0/8")).toBe("direct");
});

test("over https the cookie is bound to the host", () => {
  const id = "x".repeat(43);
  expect(sessionIdOf(`keyatlas-session=${id}`)).toBe(id);
  vi.stubEnv("KEYATLAS_URL", "https://keys.example.org");
  forgetEnv();
  expect(sessionCookieName()).toBe("__Host-keyatlas-session");
  expect(sessionIdOf(`keyatlas-session=${id}`)).toBeNull();
  expect(sessionIdOf(`a=1; __Host-keyatlas-session=${id}`)).toBe(id);
  expect(sessionIdOf(`__Host-keyatlas-session=${"x".repeat(42)}`)).toBeNull();
});
