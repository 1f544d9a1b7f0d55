import type { WireReply } from "./exchange.ts";
import type { Fault } from "./faults.ts";

/** Answers that no vendor code had a hand in: proxies, captive portals, dying gateways. */
export function insteadOf(fault: Fault): WireReply | null {
  if (fault.kind === "empty") return { status: fault.status ?? 200, headers: { "content-type": "application/json" }, body: "" };
  if (fault.kind === "html") {
    return {
      status: fault.status ?? 200,
      headers: { "content-type": "text/html" },
      body: "<!doctype html><title>Sign in to the network</title><h1>Welcome, guest</h1>",
    };
  }
  if (fault.kind === "xml") {
    return {
      status: fault.status ?? 200,
      headers: { "content-type": "text/xml;charset=utf-8" },
      body: `<?xml version="1.0" encoding="UTF-8"?><ListKeysResponse><TotalCount>1</TotalCount><Keys><Key><KeyId>k-1</KeyId></Key></Keys></ListKeysResponse>`,
    };
  }
  if (fault.kind === "redirect") return { status: 302, headers: { location: fault.location }, body: "" };
  if (fault.kind === "answer") return { status: fault.status, headers: fault.headers ?? { "content-type": "application/json" }, body: fault.body };
  return null;
}
