import { CloudError } from "../../model/problem.ts";
import type { PreflightAction } from "../cloud.ts";
import { isNoSuchApi, isNotForThisKey } from "./errors.ts";

type Try = PreflightAction["try"];

/** A trial call where sites differ: one that lacks the API says nothing about the permission, and "not for this key" says that the action is allowed. */
export function whereOffered(ask: (...at: Parameters<Try>) => Promise<unknown>): Try {
  return async (...at) => {
    try {
      await ask(...at);
    } catch (error) {
      if (error instanceof CloudError && isNotForThisKey(error)) return;
      throw isNoSuchApi(error) ? notHere(error.operation, error.requestId, error) : error;
    }
  };
}

export function notHere(operation: string, requestId: string | null, cause?: CloudError): CloudError {
  const said = { code: cause?.code ?? "not_offered", status: cause?.status ?? null };
  return new CloudError({ kind: "not-enabled", operation, requestId, ...said, message: "This site does not offer it.", cause });
}
