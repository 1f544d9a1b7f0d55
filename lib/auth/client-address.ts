import { BlockList, isIP } from "node:net";
import { env } from "../env.ts";

/**
 * The address to count attempts by. Forwarding headers are believed only behind KEYATLAS_TRUSTED_PROXIES: the last address that is none of them.
 * Without such proxies anyone could write the header, and a handler does not see the socket, so all count as one: "direct".
 */
export function clientAddress(headers: Headers): string {
  const { trustedProxies } = env();
  if (trustedProxies.length === 0) return "direct";
  const trusted = new BlockList();
  for (const entry of trustedProxies) {
    const [address = "", bits] = entry.split("/");
    const family = isIP(address) === 6 ? "ipv6" : "ipv4";
    if (bits === undefined) trusted.addAddress(address, family);
    else trusted.addSubnet(address, Number(bits), family);
  }
  const hops = (headers.get("x-forwarded-for") ?? "")
    .split(",")
    .map((hop) => hop.trim())
    .filter((hop) => isIP(hop) !== 0);
  return hops.findLast((hop) => !trusted.check(hop, isIP(hop) === 6 ? "ipv6" : "ipv4")) ?? "direct";
}
