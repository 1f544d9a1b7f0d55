import { CloudError } from "../../model/problem.ts";
import type { Io } from "../cloud.ts";
import { type CloudClock, isRefusedSignature } from "./cloud-clock.ts";
import { isAside } from "./is-aside.ts";
import { type HuaweiAnswer, readAnswer } from "./read-answer.ts";
import { type Draft, type SigningKey, signSdkHmac } from "./sign.ts";

export interface SignedCall {
  operation: string;
  /** The budget that it draws on. */
  region: string | null;
  key: SigningKey;
  draft: Draft;
  presents?: "secret" | "token";
}

export type SendSigned = (call: SignedCall) => Promise<HuaweiAnswer>;

/**
 * Signs and sends. A signature that was refused for this machine's clock is made once more by the cloud's time; any other refusal is not tried
 * again, since five lock the access key.
 */
export function signedBy(io: Io, clock: CloudClock): SendSigned {
  const once = ({ operation, region, key, draft, presents }: SignedCall) =>
    io.send({
      operation,
      region,
      project: draft.project,
      presents,
      isAside: isAside(operation),
      build: () => signSdkHmac(draft, key, clock.now()),
      read: (answer) => {
        try {
          return readAnswer(operation, answer, io);
        } catch (error) {
          // Heard before anybody else in line signs by the same wrong clock.
          clock.hear(error, answer);
          throw error;
        }
      },
    });
  return async (call) => {
    const before = clock.offMs();
    try {
      return await once(call);
    } catch (error) {
      if (!isRefusedSignature(error) || clock.offMs() === before) throw withClock(error, clock);
      return await once(call).catch((again) => Promise.reject(withClock(again, clock)));
    }
  };
}

function withClock(error: unknown, clock: CloudClock): unknown {
  const words = clock.words();
  if (words === null || !isRefusedSignature(error)) return error;
  const { kind, operation, code, message, requestId, status, advice } = error;
  return new CloudError({ kind, operation, code, message, requestId, status, advice: `${words} Set it right. ${advice ?? ""}`.trim(), cause: error });
}
