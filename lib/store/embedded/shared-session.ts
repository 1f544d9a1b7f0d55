import type { PGlite } from "@electric-sql/pglite";

/** One connection, as the session knows it. */
export interface Client {
  gone: boolean;
  /** Closes the connection; `leave` follows. */
  drop(): void;
}

interface Waiting {
  client: Client;
  bytes: Uint8Array;
  write: (bytes: Uint8Array) => void;
  done: () => void;
  failed: (error: unknown) => void;
}

/** How long a client may hold a transaction open without a word: then it is rolled back and dropped. */
const IDLE_IN_TRANSACTION_MS = 30_000;

/**
 * PGlite has one session for all clients. A batch runs whole, and a client in a transaction keeps the session until it ends:
 * without that the unnamed statements of two clients mix (the packaged socket server queues single messages, and stood still in our trial of it).
 */
export class SharedSession {
  readonly #db: PGlite;
  #queue: Waiting[] = [];
  #busy = false;
  #holder: Client | null = null;
  #idle: NodeJS.Timeout | undefined;

  constructor(db: PGlite) {
    this.#db = db;
  }

  /** Runs one batch of `client`; the server's answer goes to `write` piece by piece. */
  run(client: Client, bytes: Uint8Array, write: (bytes: Uint8Array) => void): Promise<void> {
    return new Promise((done, failed) => {
      this.#queue.push({ client, bytes, write, done, failed });
      void this.#work();
    });
  }

  /** Forgets a client that went away, and rolls back what it had open. */
  leave(client: Client): void {
    client.gone = true;
    void this.#work();
  }

  /** Resolves when nothing runs any more and no transaction is open. */
  async close(): Promise<void> {
    for (const { client } of this.#queue) client.gone = true;
    if (this.#holder) this.#holder.gone = true;
    do {
      await this.#work();
      await new Promise((resolve) => setTimeout(resolve, 2));
    } while (this.#busy);
  }

  async #work(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    clearTimeout(this.#idle);
    await this.#settle();
    for (let next = this.#take(); next; next = this.#take()) {
      await this.#serve(next);
      await this.#settle();
    }
    this.#busy = false;
    const holder = this.#holder;
    if (holder) this.#idle = setTimeout(() => holder.drop(), IDLE_IN_TRANSACTION_MS).unref();
  }

  async #serve({ client, bytes, write, done, failed }: Waiting): Promise<void> {
    try {
      if (!client.gone) await this.#db.runExclusive(() => this.#db.execProtocolRawStream(bytes, { onRawData: write }));
      done();
    } catch (error) {
      failed(error);
    } finally {
      this.#holder = this.#db.isInTransaction() ? client : null;
    }
  }

  /** A transaction whose client is gone holds nobody up. */
  async #settle(): Promise<void> {
    if (!this.#holder?.gone) return;
    await this.#db.exec("ROLLBACK");
    this.#holder = null;
  }

  #take(): Waiting | null {
    const at = this.#holder ? this.#queue.findIndex(({ client }) => client === this.#holder) : 0;
    return at < 0 ? null : (this.#queue.splice(at, 1)[0] ?? null);
  }
}
