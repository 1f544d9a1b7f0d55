import { CloudError } from "../../model/problem.ts";
import type { Call } from "../../model/reading.ts";
import type { Cloud, ConnectionSettings, Incoming, Io, OutgoingCall } from "../cloud.ts";
import { endpointUrl } from "../endpoint-url.ts";
import { type JsonObject, jsonObject } from "../json-object.ts";
import { isClockError, requestIdOf, unreadable, vendorError } from "./errors.ts";
import { type SigningKey, signAcs3 } from "./sign.ts";

/** Versions of the two products that are called. */
const VERSIONS = { kms: "2016-01-20", sts: "2015-04-01" } as const;

/** Calls that every site has and every reading needs. */
const MAIN = new Set(["ListKeys", "DescribeKey", "GetCallerIdentity", "AssumeRole"]);

export interface AlibabaCall {
  service: keyof typeof VERSIONS;
  action: string;
  params: Readonly<Record<string, string>>;
  /** The source's region, or null for calls that belong to none. */
  region: string | null;
  lane?: OutgoingCall<unknown>["lane"];
}

export interface AlibabaAnswer {
  body: JsonObject;
  call: Call;
  /** For errors about the body's shape. */
  unreadable(code: string, message: string): CloudError;
}

export type Send = (call: AlibabaCall, key: SigningKey, presents: "secret" | "token") => Promise<AlibabaAnswer>;

type Place = Pick<Cloud, "endpoints" | "label" | "regionShape"> & { home: string };

/** Signs and sends one call, and once more with the cloud's own time when the cloud finds ours too far off. */
export function openClient(cloud: Place, settings: Pick<ConnectionSettings, "endpoints">, io: Io): Send {
  let skewMs = 0;
  return async (call, key, presents) => {
    const template = settings.endpoints[call.service] ?? cloud.endpoints[call.service] ?? "";
    const endpoint = endpointUrl(cloud, template, call.region ?? cloud.home);
    let corrected = false;
    const once = () =>
      io.send<AlibabaAnswer>({
        operation: call.action,
        region: call.region,
        presents,
        isAside: !MAIN.has(call.action),
        ...(call.lane ? { lane: call.lane } : {}),
        build: () =>
          signAcs3({ endpoint, action: call.action, version: VERSIONS[call.service], params: call.params, at: new Date(io.now().getTime() + skewMs) }, key),
        read: (answer) => {
          try {
            return readAnswer(call.action, answer, io);
          } catch (error) {
            // At once, and not when the failure has come all the way: the next call in line signs with it.
            const cloudTime = error instanceof CloudError && isClockError(error.code) ? Date.parse(answer.headers.date ?? "") : Number.NaN;
            if (!Number.isNaN(cloudTime)) {
              skewMs = cloudTime - io.now().getTime();
              corrected = true;
            }
            throw error;
          }
        },
      });
    try {
      return await once();
    } catch (error) {
      if (!corrected) throw error;
      return await once();
    }
  };
}

function readAnswer(action: string, answer: Incoming, io: Io): AlibabaAnswer {
  const body = jsonObject(answer.text);
  // A 200 can carry an error object: successful answers of these two products have no `Code` of their own.
  if (answer.status >= 300 || typeof body?.Code === "string") throw vendorError(action, answer, body, io.now());
  if (!body) throw unreadable(action, answer, "answer_not_json", "The cloud's answer is not JSON: a proxy in between, or a cut answer.");
  return {
    body,
    call: { operation: action, at: io.now().toISOString(), requestId: requestIdOf(answer, body) },
    unreadable: (code, message) => unreadable(action, answer, code, message),
  };
}
