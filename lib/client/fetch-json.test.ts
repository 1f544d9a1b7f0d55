import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fetchJson } from "./fetch-json.ts";

const server = createServer((request, response) => {
  if (request.url === "/rows") return void response.end('{"rows":[]}');
  if (request.url === "/gone") return void response.writeHead(204).end();
  if (request.url === "/html") return void response.writeHead(502, { "x-request-id": "req_7" }).end("<html>");
  response.writeHead(503).end('{"error":{"code":"store_unavailable","message":"The database did not answer.","requestId":"req_9"}}');
});
let origin = "";

beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

test("an answer is its JSON", async () => {
  await expect(fetchJson(`${origin}/rows`)).resolves.toEqual({ rows: [] });
});

test("204 has nothing to say", async () => {
  await expect(fetchJson(`${origin}/gone`, { method: "DELETE" })).resolves.toBeUndefined();
});

test("a failure is thrown with its code and request id, never an empty list", async () => {
  await expect(fetchJson(`${origin}/fails`)).rejects.toMatchObject({ status: 503, code: "store_unavailable", requestId: "req_9" });
});

test("HTML from a proxy is an unreadable answer", async () => {
  await expect(fetchJson(`${origin}/html`)).rejects.toMatchObject({ status: 502, code: "unreadable_answer", requestId: "req_7" });
});

test("no server at all is unreachable", async () => {
  await expect(fetchJson("http://127.0.0.1:9/rows")).rejects.toMatchObject({ status: 0, code: "unreachable" });
});
