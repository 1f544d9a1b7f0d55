import { createServer } from "node:net";

/** True when nothing listens on that port of that address. A refusal of another kind (no such address, no right) is thrown. */
export function isFreePort(port, host = "127.0.0.1") {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error) => (error.code === "EADDRINUSE" ? resolve(false) : reject(error)));
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });
}

/** The first free port at or after `from`, of at most 200 tried, leaving out those in `taken`. */
export async function freePortFrom(from, host = "127.0.0.1", taken = []) {
  for (let port = from; port < from + 200; port++) if (!taken.includes(port) && (await isFreePort(port, host))) return port;
  throw new Error(`no free port between ${from} and ${from + 199}`);
}
