import { expect, test } from "vitest";
import { createToken } from "../auth/api-token.ts";
import { useTestDatabase } from "../store/test-database.ts";
import { GET } from "../../app/metrics/route.ts";

useTestDatabase();

test("/metrics tells Prometheus of the process, its answers and the inventory", async () => {
  const scope = { actor: { kind: "system", id: "test", name: "test" }, role: "owner", groups: "all" } as const;
  const { token } = await createToken(scope, { name: "prometheus", role: "viewer", groups: null, expiresAt: null });
  const ask = () => GET(new Request("http://localhost:3000/metrics", { headers: { authorization: `Bearer ${token}` } }), { params: Promise.resolve({}) });
  await ask();
  const response = await ask();
  expect(response.headers.get("content-type")).toMatch(/^text\/plain; version=/);
  const text = await response.text();
  expect(text).toMatch(/^keyatlas_http_request_duration_seconds_count\{event="metrics.read",status="200"\} 1$/m);
  expect(text).toMatch(/^keyatlas_sources\{standing="unread"\} 0$/m);
  expect(text).toMatch(/^keyatlas_complete 1$/m);
  expect(text).toMatch(/^process_resident_memory_bytes \d+/m);
  // Nobody claimed a number and no reading has an age: no figure is made up.
  expect(text).not.toMatch(/^keyatlas_oldest_reading_seconds/m);
});
