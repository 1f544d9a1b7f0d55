import fc from "fast-check";
import { expect, test } from "vitest";
import { localPath } from "./local-path.ts";

const OWN = ["https://keys.example.org", "http://localhost:3000"];

test.each([
  ["/keys?state=enabled&alias=~prod#x", "/keys?state=enabled&alias=~prod#x"],
  ["https://keys.example.org/keys?q=a%20b", "/keys?q=a%20b"],
  ["http://localhost:3000", "/"],
  ["/", "/"],
])("%s leads to %s", (given, path) => expect(localPath(given, OWN)).toBe(path));

test.each([
  "",
  "keys",
  "//evil.test/x",
  "/\\evil.test",
  "\\\\evil.test",
  "https://evil.test/",
  "http://localhost:3000.evil.test/",
  "http://localhost:3000@evil.test/",
  "https://keys.example.org.evil.test/",
  "javascript:alert(1)",
  "data:text/html,x",
  "/\t/evil.test",
  "/\n/evil.test",
  "https:evil.test",
  "http://",
  "//",
  "///evil.test",
  "/.//evil.test",
  "/x/..//evil.test",
  "http://user:pw@localhost:3000/",
])("%j leads nowhere", (given) => expect(localPath(given, OWN)).toBeNull());

test("whatever is let through stays on our own host in a browser", () => {
  const piece = fc.constantFrom("/", "\\", ".", "..", "@", ":", "evil.test", "localhost:3000", "http:", "https:", "%2f", "\t", "?", "#", "keys", "//");
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const path = localPath(pieces.join(""), OWN);
      if (path !== null) expect(new URL(path, "http://localhost:3000/sign-in").origin).toBe("http://localhost:3000");
    }),
    { seed: 2026, numRuns: 2000 },
  );
});
