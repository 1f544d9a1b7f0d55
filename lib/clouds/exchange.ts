import { request } from "undici";
import { CloudError } from "../model/problem.ts";
import type { Incoming, OutgoingRequest } from "./cloud.ts";
import { dispatcherFor, type Way } from "./dispatchers.ts";
import type { Pace } from "./pace.ts";
import { CHECK_THE_WAY, transportError } from "./transport-error.ts";

interface Terms extends Way {
  operation: string;
  pace: Pace;
  /** What is left of the operation's time. */
  leftMs: number;
  signal: AbortSignal | undefined;
}

/**
 * One request, one answer, whatever its status. Never follows a redirect and never the framework's `fetch`.
 * @throws CloudError `unavailable` or `protocol`; the signal's own reason when the caller gave up
 */
export async function exchange(outgoing: OutgoingRequest, terms: Terms): Promise<Incoming> {
  const deadline = AbortSignal.timeout(Math.max(1, Math.ceil(terms.leftMs)));
  try {
    const answer = await request(outgoing.url, {
      dispatcher: dispatcherFor(outgoing.url.hostname, terms),
      method: outgoing.method,
      headers: { "user-agent": "keyatlas", ...outgoing.headers },
      body: outgoing.body ?? null,
      headersTimeout: terms.pace.headersMs,
      bodyTimeout: terms.pace.bodyMs,
      signal: terms.signal ? AbortSignal.any([deadline, terms.signal]) : deadline,
    });
    const text = await readBody(answer.body, outgoing, terms);
    return { status: answer.statusCode, headers: plainHeaders(answer.headers), text };
  } catch (error) {
    terms.signal?.throwIfAborted();
    if (error instanceof CloudError) throw error;
    const at = { operation: terms.operation, host: outgoing.url.host };
    if (deadline.aborted)
      throw new CloudError({
        kind: "unavailable",
        code: "operation_timeout",
        message: `${at.host} took longer than ${terms.pace.operationMs / 1000} seconds.`,
        advice: CHECK_THE_WAY,
        ...at,
      });
    throw transportError(error, at);
  }
}

async function readBody(body: AsyncIterable<Uint8Array>, outgoing: OutgoingRequest, terms: Terms): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > terms.pace.bodyBytes) {
      throw new CloudError({
        kind: "protocol",
        operation: terms.operation,
        code: "body_too_large",
        message: `${outgoing.url.host} sent more than ${terms.pace.bodyBytes} bytes.`,
      });
    }
    chunks.push(chunk);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}

function plainHeaders(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), Array.isArray(value) ? value.join(", ") : (value ?? "")]));
}
