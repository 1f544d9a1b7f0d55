import type { AddressInfo } from "node:net";
import { createServer, getCACertificates, setDefaultCACertificates } from "node:tls";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { startEmulators } from "#emulators/index.ts";
import { type OutboundProxy, outboundProxyFrom } from "#lib/model/outbound-proxy.ts";
import { CLOUDS } from "#lib/model/vocabulary.ts";
import type { OutgoingCall } from "./cloud.ts";
import { openIo } from "./http.ts";
import { cloudOf } from "./registry.ts";
import { failureOf } from "./testing/failure-of.ts";
import { QUICK, sourcesOf } from "./testing/open-emulated.ts";
import { readSource } from "./testing/read-source.ts";
import { PROXY_PASSWORD, type Refuse, serveProxy } from "./testing/serve-proxy.ts";
import { SECRET } from "./testing/serve-vendor.ts";
import { TEST_AUTHORITY, TEST_HOST } from "./testing/test-host.ts";

/** A host that no resolver knows: only a proxy finds it. */
const FAR = "http://cloud.invalid:4801";

let opened = 0;
function ways(proxy: OutboundProxy, origin = FAR, tries = 4) {
  const io = openIo({
    cloud: cloudOf("alibaba"),
    credentialKey: `proxied-${++opened}`,
    allowedOrigins: [FAR],
    proxy,
    pace: { ...QUICK, tries },
    random: () => 0,
  });
  const build = () => ({ method: "GET" as const, url: new URL(origin), headers: { authorization: SECRET } });
  const call: OutgoingCall<string> = { operation: "Ask", region: "eu-central-1", build, read: ({ text }) => text };
  return { ask: () => io.send(call) };
}

const says =
  (text: string): Refuse =>
  (socket) =>
    socket.end(text) !== null;
const breaksOff: Refuse = (socket) => socket.destroy() !== null;
const hangs: Refuse = () => true;
const anEmulator = async () => {
  const emulators = await startEmulators();
  onTestFinished(() => emulators.close());
  return emulators;
};

describe("through a proxy", () => {
  it.each(CLOUDS)("%s is read whole, by names that only the proxy can resolve", async (id) => {
    const emulators = await anEmulator();
    const { origin, endpoints } = emulators.clouds[id];
    const { proxy, asked, wrong } = await serveProxy(() => Number(new URL(origin).port));
    const account = emulators.world.accounts.find((each) => each.cloud === id && Object.keys(each.trouble).length === 0 && each.keys.length > 5);
    if (!account) throw new Error("no account without trouble");
    const far = Object.fromEntries(Object.entries(endpoints).map(([service, url]) => [service, url.replace(origin, FAR)]));
    const io = openIo({ cloud: cloudOf(id), credentialKey: `whole-${id}`, allowedOrigins: [FAR], proxy, pace: QUICK });
    const connection = cloudOf(id).connect({ credential: account.credential, endpoints: far, projects: {}, home: account.regions[0] }, io);
    const read: string[] = [];
    for (const source of await sourcesOf(connection, account)) read.push(...(await readSource(cloudOf(id), connection, source)).keys());
    const wanted = account.keys.filter((key) => account.regions.includes(key.region)).map(({ keyId }) => keyId);
    expect(read.sort()).toEqual(wanted.sort());
    expect([...new Set(asked)]).toEqual([new URL(FAR).host]);
    expect(wrong).toEqual([]);
  });

  it.each([
    ["refuses the password", says("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n"), "proxy_authentication", 1],
    ["refuses the host", says("HTTP/1.1 403 Forbidden\r\ncontent-type: text/html\r\n\r\n<h1>Blocked</h1>"), "proxy_refused", 1],
    ["fails with a page", says("HTTP/1.1 502 Bad Gateway\r\ncontent-type: text/html\r\n\r\n<h1>No route</h1>"), "proxy_failed", 4],
    ["breaks off", breaksOff, "proxy_unreachable", 4],
    ["speaks something else", says("SSH-2.0-OpenSSH_9.2\r\n"), "proxy_protocol", 4],
    ["answers before it was asked", says("HTTP/1.1 200 OK\r\n\r\n<h1>Welcome to the guest network</h1>"), "proxy_protocol", 4],
    ["sends headers without end", says(`HTTP/1.1 200 OK\r\nx-long: ${"y".repeat(80_000)}\r\n\r\n`), "proxy_protocol", 4],
  ] as const)("a proxy that %s is told as that, shows no secret, and is asked again where that helps", async (_, refuse, code, times) => {
    const { proxy, asked } = await serveProxy(() => 1, refuse);
    const error = await failureOf(ways(proxy).ask());
    expect(error).toMatchObject({ kind: "unavailable", code, status: null });
    expect(error.message).toMatch(/^The outbound proxy /);
    expect(`${error.stack} ${String(error.cause)} ${JSON.stringify(error)}`).not.toMatch(new RegExp(`${SECRET}|${PROXY_PASSWORD}|Basic|Blocked|No route`));
    expect(asked.length).toBe(times);
  });

  it("a proxy that is not there, and one that never answers", async () => {
    const { proxy } = await serveProxy(() => 1, hangs);
    const nobody = outboundProxyFrom("http://127.0.0.1:1");
    const failures = await Promise.all([proxy, nobody].map((each) => each && failureOf(ways(each, FAR, 1).ask())));
    expect(failures.map((error) => error?.code)).toEqual(["proxy_timeout", "proxy_unreachable"]);
    expect(failures[1]?.message).toBe("The outbound proxy could not be reached (ECONNREFUSED).");
  }, 20_000);

  it("never counts as a refusal of the credential", async () => {
    const emulators = await anEmulator();
    const { proxy } = await serveProxy(
      () => Number(new URL(emulators.clouds.alibaba.origin).port),
      (socket, request, nth) => nth <= 6 && says("HTTP/1.1 403 Forbidden\r\n\r\n")(socket, request, nth),
    );
    const { ask } = ways(proxy);
    for (let n = 0; n < 6; n++) expect((await failureOf(ask())).code).toBe("proxy_refused");
    expect(await ask()).toContain("RequestId");
  });

  it("presents a refused password once, however many calls wait, and no more for a while", async () => {
    const { proxy, asked } = await serveProxy(() => 1, says("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n"));
    const failures = await Promise.all(Array.from({ length: 20 }, () => failureOf(ways(proxy).ask())));
    failures.push(await failureOf(ways(proxy).ask()));
    expect(new Set(failures.map(({ code }) => code))).toEqual(new Set(["proxy_authentication"]));
    expect(asked.length).toBe(1);
  });

  it("presents a password that stays refused twice in half an hour, and one that is taken again as before", async () => {
    let isRefusing = true;
    const refuse: Refuse = (socket, request, nth) => isRefusing && says("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n")(socket, request, nth);
    const { clouds } = await anEmulator();
    const { proxy, asked } = await serveProxy(() => Number(new URL(clouds.alibaba.origin).port), refuse);
    const now = performance.now.bind(performance);
    let minutes = 0;
    vi.spyOn(performance, "now").mockImplementation(() => now() + minutes * 60_000);
    const presented: number[] = [];
    for (; minutes < 45; minutes++) {
      const before = asked.length;
      await failureOf(ways(proxy, FAR, 1).ask());
      if (asked.length > before) presented.push(minutes);
    }
    expect(presented).toEqual([0, 1, 31]);
    isRefusing = false;
    minutes = 62;
    expect(await ways(proxy).ask()).toContain("RequestId");
  });
});

describe("https through a proxy", () => {
  it("checks the certificate of the cloud's own host, and says which other one it saw", async () => {
    const trusted = getCACertificates("default");
    const seen: (string | false | null)[] = [];
    const server = createServer({ ...TEST_HOST }, (socket) => {
      seen.push(socket.servername);
      socket.on("error", () => socket.destroy()).once("data", () => socket.end("HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nhello"));
    });
    server.on("tlsClientError", () => undefined);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => {
      setDefaultCACertificates(trusted);
      server.close();
    });
    const { proxy, asked } = await serveProxy(() => (server.address() as AddressInfo).port);
    const untrusted = await failureOf(ways(proxy, `https://${TEST_HOST.name}`, 1).ask());
    expect(untrusted.message).toBe(`${TEST_HOST.name} showed a certificate that nobody here trusts.`);
    expect(untrusted.advice).toContain("NODE_EXTRA_CA_CERTS");

    setDefaultCACertificates([...trusted, TEST_AUTHORITY]);
    expect(await ways(proxy, `https://${TEST_HOST.name}`).ask()).toBe("hello");
    const other = await failureOf(ways(proxy, "https://kms.cn-hangzhou.aliyuncs.com", 1).ask());
    expect(other).toMatchObject({ kind: "unavailable", message: "kms.cn-hangzhou.aliyuncs.com showed the certificate of another host." });
    expect(asked).toEqual([`${TEST_HOST.name}:443`, `${TEST_HOST.name}:443`, "kms.cn-hangzhou.aliyuncs.com:443"]);
    expect(seen).toContain(TEST_HOST.name);

    expect(await failureOf(ways(proxy, "https://aliyuncs.com.evil.test").ask())).toMatchObject({ kind: "protocol", code: "endpoint_not_allowed" });
    expect(asked.length).toBe(3);
  });

  it("leaves this machine's own endpoints to this machine when the proxy is another one", async () => {
    const { clouds } = await anEmulator();
    const elsewhere = outboundProxyFrom("http://proxy.invalid:3128");
    const io = openIo({ cloud: cloudOf("alibaba"), credentialKey: "near", allowedOrigins: [clouds.alibaba.origin], proxy: elsewhere, pace: QUICK });
    const build = () => ({ method: "GET" as const, url: new URL(clouds.alibaba.origin), headers: {} });
    expect(await io.send({ operation: "Ask", region: null, build, read: ({ text }) => text })).toContain("RequestId");
  });
});
