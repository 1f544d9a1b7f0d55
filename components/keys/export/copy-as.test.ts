import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { copyAs } from "./copy-as.ts";

test("a view as a link", () => {
  expect(copyAs("link", "state=disabled&sort=-created", "https://k.example")).toBe("https://k.example/keys?state=disabled&sort=-created");
  expect(copyAs("link", "", "https://k.example")).toBe("https://k.example/keys");
});

test("a view as a call survives a shell, whatever stands in it", () => {
  const query = 'q=it\'s $(id) `x` "y"';
  const command = copyAs("curl", query, "https://k.example").replace(/^curl/, "printf '%s\\n'");
  const said = execFileSync("/bin/sh", ["-c", command], { env: { ...process.env, KEYATLAS_TOKEN: "kat_1" } })
    .toString()
    .split("\n");
  expect(said).toEqual(["-H", "Authorization: Bearer kat_1", `https://k.example/api/v1/keys?${query}`, ""]);
});

test("a file is fetched under the server's name, and a refusal is none", () => {
  expect(copyAs("file", "format=csv&state=disabled", "https://k.example")).toBe(
    `curl -fOJ -H "Authorization: Bearer $KEYATLAS_TOKEN" 'https://k.example/api/v1/keys/export?format=csv&state=disabled'`,
  );
});
