import { type LookupAddress, lookup } from "node:dns";
import type { LookupFunction } from "node:net";
import { isBlockedAddress } from "./blocked-addresses.ts";

/** A name that a public cloud owns leads to an address inside somebody's network. */
export class BlockedAddressError extends Error {
  readonly code = "address_not_allowed";
}

type Resolve = (hostname: string, done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void) => void;

/**
 * Resolves once, refuses when any of the addresses is blocked, and hands the checked addresses to the socket: nobody resolves a second
 * time, so a name cannot change its mind in between. Sockets never ask for hosts that are addresses (nodejs/undici#2019): `allowedUrl` refuses those.
 */
export function guardedLookup(resolve: Resolve = (hostname, done) => lookup(hostname, { all: true }, done)): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, (error, addresses) => {
      const first = addresses?.[0];
      if (error || !first) return callback(error ?? new Error("no address"), "", 0);
      if (addresses.some(({ address }) => isBlockedAddress(address))) return callback(new BlockedAddressError("The name leads to a private address."), "", 0);
      if (options.all) return callback(null, addresses);
      callback(null, first.address, first.family);
    });
  };
}
