/**
 * Cuts a client's bytes into the units that one shared session may run without another client between them:
 * a start-up packet, a simple query, or everything up to and with a Sync.
 * https://www.postgresql.org/docs/18/protocol-flow.html
 */
export type Batch =
  | { kind: "encryption-request" }
  | { kind: "cancel" }
  | { kind: "terminate" }
  | { kind: "startup"; bytes: Buffer }
  | { kind: "messages"; bytes: Buffer };

const SSL_REQUEST = 80877103;
const GSS_REQUEST = 80877104;
const CANCEL_REQUEST = 80877102;
/** Sync, Query, FunctionCall, CopyDone, CopyFail: after these the server owes an answer. */
const ENDS = new Set([..."SQFcf"].map((letter) => letter.charCodeAt(0)));
const TERMINATE = "X".charCodeAt(0);
/** A length beyond this is no message of ours: refuse to buffer it. */
const MOST_BYTES = 256 * 1024 * 1024;

export function messageBatches(): (chunk: Buffer) => Batch[] {
  let rest: Buffer = Buffer.alloc(0);
  let started = false;
  /** Bytes of `rest` that are whole messages of an unfinished batch. */
  let whole = 0;
  /** Chunks not joined to `rest` yet: a long message is put together once, when it is all there. */
  let waiting: Buffer[] = [];
  let size = 0;
  let needed = 0;

  const next = (): Batch | null => {
    if (!started) {
      const length = rest.length >= 8 ? checked(rest.readInt32BE(0)) : Number.POSITIVE_INFINITY;
      if (rest.length < length) return null;
      const bytes = rest.subarray(0, length);
      const code = bytes.readInt32BE(4);
      rest = rest.subarray(length);
      if (code === SSL_REQUEST || code === GSS_REQUEST) return { kind: "encryption-request" };
      if (code === CANCEL_REQUEST) return { kind: "cancel" };
      started = true;
      return { kind: "startup", bytes };
    }
    while (rest.length - whole >= 5) {
      const type = rest[whole] ?? 0;
      const end = whole + 1 + checked(rest.readInt32BE(whole + 1));
      if (type === TERMINATE) return { kind: "terminate" };
      if (rest.length < end) {
        needed = end;
        return null;
      }
      whole = end;
      if (!ENDS.has(type)) continue;
      const bytes = rest.subarray(0, whole);
      rest = rest.subarray(whole);
      whole = 0;
      return { kind: "messages", bytes };
    }
    return null;
  };

  return (chunk) => {
    waiting.push(chunk);
    size += chunk.length;
    if (size < needed) return [];
    rest = Buffer.concat([rest, ...waiting]);
    waiting = [];
    needed = 0;
    const batches: Batch[] = [];
    for (let batch = next(); batch; batch = next()) {
      batches.push(batch);
      if (batch.kind === "terminate") break;
    }
    size = rest.length;
    return batches;
  };
}

function checked(length: number): number {
  if (length < 4 || length > MOST_BYTES) throw new RangeError(`a message of ${length} bytes is not PostgreSQL's protocol`);
  return length;
}
