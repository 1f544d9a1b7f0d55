import { CloudError } from "../../model/problem.ts";
import type { Incoming, Io } from "../cloud.ts";
import { gatewayCode } from "./error-rules.ts";

/** The cloud's time, as far as a refused signature told it. */
export interface CloudClock {
  /** For signatures. */
  now(): Date;
  /** How far this machine lags behind the cloud, in ms; 0 until a refusal shows that it matters. */
  offMs(): number;
  /** Takes the time from an answer that refuses a signature, where its `Date` is far from ours. */
  hear(error: unknown, answer: Incoming): void;
  /** The clock's fault in words, or null. */
  words(): string | null;
}

/** The gateway takes 15 minutes (API Gateway, APIGW.0303); what is off by this much has a fault of its own. */
const FAR_MS = 120_000;
/** "Incorrect … time", and the general refusal, which some sites give for it. */
const CODES = ["APIG.0303", "APIG.0301"];

export function cloudClock(io: Pick<Io, "now">): CloudClock {
  let off = 0;
  const now = () => new Date(io.now().getTime() + off);
  return {
    now,
    offMs: () => off,
    hear(error, answer) {
      if (!isRefusedSignature(error)) return;
      const by = Date.parse(answer.headers.date ?? "") - now().getTime();
      if (Math.abs(by) > FAR_MS) off += by;
    },
    words: () => (Math.abs(off) <= FAR_MS ? null : `This machine's clock is ${minutes(off)} ${off > 0 ? "behind" : "ahead of"} the cloud's.`),
  };
}

export function isRefusedSignature(error: unknown): error is CloudError {
  return error instanceof CloudError && error.kind === "auth" && CODES.includes(gatewayCode(error.code));
}

function minutes(ms: number): string {
  const count = Math.round(Math.abs(ms) / 60_000);
  return count < 120 ? `${count} minutes` : `${Math.round(count / 60)} hours`;
}
