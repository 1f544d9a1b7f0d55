import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface Loopback {
  origin: string;
  /** When each request came in, in ms of `performance.now()`. */
  arrivals: number[];
  close(): Promise<void>;
}

/** A server of a few lines on a free port; `answer` gets the number of the request, from 1. */
export async function serveLoopback(answer: (response: ServerResponse, nth: number, request: IncomingMessage) => void): Promise<Loopback> {
  const arrivals: number[] = [];
  const server = createServer((request, response) => {
    request.resume();
    arrivals.push(performance.now());
    answer(response, arrivals.length, request);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    arrivals,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
