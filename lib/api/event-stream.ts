const EVERY_MS = 1000;
/** A stream ends after this; `EventSource` and our client open it again. */
const LONGEST_MS = 10 * 60_000;

/**
 * Server-sent events: what `next` gives, each second and only when it changed, until `isLast`, ten minutes, or the asker is gone.
 * A failure of `next` ends the stream.
 */
export function eventStream(signal: AbortSignal, next: () => Promise<{ data: unknown; isLast: boolean }>): Response {
  const endMs = Date.now() + LONGEST_MS;
  const encoder = new TextEncoder();
  let sent = "";
  let ended = false;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      for (let isFirst = sent === ""; ; isFirst = false) {
        if (!isFirst) await pause(EVERY_MS, signal);
        if (ended || signal.aborted || Date.now() > endMs) return controller.close();
        const { data, isLast } = await next();
        ended = isLast;
        const text = JSON.stringify(data);
        if (text === sent && !isLast) continue;
        sent = text;
        return controller.enqueue(encoder.encode(`data: ${text}\n\n`));
      }
    },
  });
  // `no-transform`: a compressing server would hold the events back.
  return new Response(body, { headers: { "content-type": "text/event-stream; charset=utf-8", "cache-control": "no-store, no-transform" } });
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener("abort", done);
  });
}
