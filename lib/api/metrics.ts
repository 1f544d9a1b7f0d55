import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Coverage, SyncProgress } from "../model/source.ts";

interface ProcessMetrics {
  registry: Registry;
  requests: Histogram<"event" | "status">;
}

/** On globalThis, since a web bundle may hold this module more than once: one process, one set of counters. */
const memo = globalThis as typeof globalThis & { keyatlasMetrics?: ProcessMetrics };

function processMetrics(): ProcessMetrics {
  memo.keyatlasMetrics ??= open();
  return memo.keyatlasMetrics;
}

function open(): ProcessMetrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: "keyatlas_http_request_duration_seconds",
    help: "Time from a request's arrival at its handler to its answer",
    labelNames: ["event", "status"],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  });
  return { registry, requests };
}

/** Counts an answered request under its audit event. */
export function countRequest(event: string, status: number, seconds: number): void {
  processMetrics().requests.observe({ event, status: String(status) }, seconds);
}

/** The text of `/metrics`: this process, and what the asker may see of the inventory. `nowMs` dates the oldest reading. */
export async function metricsText(coverage: Coverage, progress: SyncProgress, nowMs: number): Promise<{ contentType: string; text: string }> {
  const seen = new Registry();
  const gauge = (name: string, help: string, value: number, labels: Record<string, string> = {}) => {
    const known = seen.getSingleMetric(name) as Gauge | undefined;
    (known ?? new Gauge({ name, help, labelNames: Object.keys(labels), registers: [seen] })).set(labels, value);
  };
  const standings = { read: coverage.read, stale: coverage.stale, unread: coverage.unread, "not-enabled": coverage.notEnabled };
  for (const [standing, count] of Object.entries(standings)) gauge("keyatlas_sources", "Sources by how they stand", count, { standing });
  gauge("keyatlas_complete", "1 while every source is read and every count matches", coverage.complete ? 1 : 0);
  gauge("keyatlas_keys_held", "Keys held, gone ones left out", coverage.held);
  if (coverage.claimed !== null) gauge("keyatlas_keys_claimed", "Keys that the clouds claim", coverage.claimed);
  if (coverage.oldest !== null)
    gauge("keyatlas_oldest_reading_seconds", "Age of the oldest reading that keys stand on", (nowMs - Date.parse(coverage.oldest)) / 1000);
  gauge("keyatlas_problems", "Problems of the last readings", coverage.problems.length);
  gauge("keyatlas_sources_reading", "Sources being read", progress.running);
  gauge("keyatlas_sources_queued", "Sources that wait to be read", progress.queued);
  const all = Registry.merge([processMetrics().registry, seen]);
  return { contentType: all.contentType, text: await all.metrics() };
}
