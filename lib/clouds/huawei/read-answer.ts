import type { CloudError } from "../../model/problem.ts";
import type { Call } from "../../model/reading.ts";
import type { Incoming, Io } from "../cloud.ts";
import { isJsonObject, type JsonObject, jsonValue } from "../json-object.ts";
import { isErrorBody, requestIdOf, unreadable, vendorError } from "./errors.ts";

export interface HuaweiAnswer {
  /** What the body is in JSON: an object, but for aliases on some sites a list. */
  json: unknown;
  headers: Record<string, string>;
  call: Call;
  /** The body as an object. @throws CloudError `protocol` */
  object(): JsonObject;
  /** For errors about the body's shape. */
  unreadable(code: string, message: string): CloudError;
}

/** @throws CloudError for every status but success, for error bodies that claim success, and for what is not JSON */
export function readAnswer(operation: string, answer: Incoming, io: Pick<Io, "now">): HuaweiAnswer {
  if (answer.status >= 300) throw vendorError(operation, answer);
  const json = jsonValue(answer.text);
  if (json === undefined) throw unreadable(operation, answer, "answer_not_json", "The cloud's answer is not JSON: a proxy in between, or a cut answer.");
  const body = isJsonObject(json) ? json : null;
  if (isErrorBody(body)) throw vendorError(operation, answer);
  const fault = (code: string, message: string) => unreadable(operation, answer, code, message);
  return {
    json,
    headers: answer.headers,
    unreadable: fault,
    call: { operation, at: io.now().toISOString(), requestId: requestIdOf(answer, body) },
    object() {
      if (!body) throw fault("answer_not_object", "The cloud's answer is not the object that it should be.");
      return body;
    },
  };
}
