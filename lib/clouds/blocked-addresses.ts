import { BlockList, isIPv6 } from "node:net";

/**
 * Addresses that no cloud's API has: private, loopback, link-local (169.254.169.254 and fd00:ec2::254 hand out machine credentials),
 * carrier-grade NAT (100.100.100.200 hands out machine credentials too), documentation, multicast, reserved; and the IPv6 forms that
 * carry an IPv4 address. Node itself compares the mapped form (`::ffff:10.0.0.1`) with the IPv4 list; a rule for `::ffff:0:0/96` would block
 * every IPv4 address there is. Source: IANA special-purpose address registries.
 */
const V4 = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
] as const;
const V6 = [
  ["::", 96],
  ["64:ff9b::", 96],
  ["64:ff9b:1::", 48],
  ["100::", 64],
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
  ["fc00::", 7],
  ["fe80::", 10],
  ["fec0::", 10],
  ["ff00::", 8],
] as const;

const blocked = new BlockList();
for (const [network, bits] of V4) blocked.addSubnet(network, bits, "ipv4");
for (const [network, bits] of V6) blocked.addSubnet(network, bits, "ipv6");

export function isBlockedAddress(address: string): boolean {
  return blocked.check(address, isIPv6(address) ? "ipv6" : "ipv4");
}
