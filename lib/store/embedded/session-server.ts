import { createServer, type Server, type Socket } from "node:net";
import type { PGlite } from "@electric-sql/pglite";
import { type Batch, messageBatches } from "./message-batches.ts";
import { type Client, SharedSession } from "./shared-session.ts";

export interface SessionServer {
  server: Server;
  /** Drops every client, rolls back what they had open, stops listening. The database stays open. */
  close(): Promise<void>;
}

/** More than all pools of one installation together. */
export const MOST_CONNECTIONS = 40;

/** Serves one PGlite over the PostgreSQL protocol to many connections; the caller lets `server` listen. */
export function sessionServer(db: PGlite): SessionServer {
  const session = new SharedSession(db);
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
    serve(socket, session);
  });
  server.maxConnections = MOST_CONNECTIONS;
  return {
    server,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const socket of sockets) socket.destroy();
      await session.close();
      await closed;
    },
  };
}

function serve(socket: Socket, session: SharedSession): void {
  const client: Client = { gone: false, drop: () => socket.destroy() };
  const batches = messageBatches();
  // A client that is cut off in mid-answer is no fault of ours: "close" follows and cleans up.
  socket.on("error", () => socket.destroy());
  socket.once("close", () => session.leave(client));
  let last = Promise.resolve();
  socket.on("data", (chunk) => {
    try {
      for (const batch of batches(chunk as Buffer)) last = last.then(() => answer(batch, socket, client, session));
      last = last.catch(() => void socket.destroy());
    } catch {
      // Not PostgreSQL's protocol: there is nothing to answer in.
      socket.destroy();
    }
  });
}

async function answer(batch: Batch, socket: Socket, client: Client, session: SharedSession): Promise<void> {
  const write = (bytes: Uint8Array) => void (socket.writable && socket.write(Buffer.from(bytes)));
  if (batch.kind === "encryption-request") socket.write("N");
  else if (batch.kind === "startup" || batch.kind === "messages") await session.run(client, batch.bytes, write);
  else socket.end();
}
