import type { Logger } from "pino";
import { refusalIn } from "../store/refusal-in.ts";

/** Logs a fault of our own. The message of a failed statement quotes its parameters, so only its cause is told. */
export function logFault(log: Logger, error: unknown): void {
  const refusal = refusalIn(error);
  if (refusal) return log.error({ code: refusal.code }, refusal.message);
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (cause instanceof Error) log.error({ fault: cause.name, stack: cause.stack }, "fault");
  else log.error("fault");
}
