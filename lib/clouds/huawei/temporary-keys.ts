import type { Credential } from "../../model/account.ts";
import type { Io } from "../cloud.ts";
import { type HeldGrant, holdGrant } from "../hold-grant.ts";
import { isJsonObject } from "../json-object.ts";
import { agencyRefusal } from "./agency-refusal.ts";
import { type Endpoints, iamUrl, placeOf } from "./endpoints.ts";
import type { HuaweiAnswer } from "./read-answer.ts";
import { renewAt } from "./renew-at.ts";
import type { SendSigned } from "./send-signed.ts";
import { agencyIdentity } from "./sign-in.ts";
import type { SigningKey } from "./sign.ts";

export interface TemporaryKey extends SigningKey {
  renewAt: number;
}

/** 15 minutes to 24 hours. */
const LIFE_SECONDS = 3_600;

/** A temporary access key of an agency. Source: IAM "Obtaining a Temporary Access Key and Security Token Through an Agency". */
export function agencyKeys(credential: Credential, own: SigningKey, at: { endpoints: Endpoints; io: Io; send: SendSigned }): HeldGrant<TemporaryKey> {
  const identity = agencyIdentity(credential, { duration_seconds: LIFE_SECONDS });
  const body = JSON.stringify({ auth: { identity } });
  const ask = async () => {
    const url = iamUrl(at.endpoints, null, "/v3.0/OS-CREDENTIAL/securitytokens");
    const call = { operation: "securitytokens", region: null, key: own, draft: { method: "POST", url, body, project: null } } as const;
    const answer = await at.send(call).catch((error) => Promise.reject(agencyRefusal(error)));
    return toKey(answer, at.io.now());
  };
  return holdGrant(ask, () => at.io.now().getTime(), at.io.grantSlot?.(`temporary key ${placeOf(at.endpoints)}`));
}

function toKey(answer: HuaweiAnswer, now: Date): TemporaryKey {
  const { credential } = answer.object();
  const { access, secret, securitytoken, expires_at: expiresAt } = isJsonObject(credential) ? credential : {};
  const parts = [access, secret, securitytoken].map((part) => (typeof part === "string" ? part.trim() : ""));
  const [id = "", text = "", token = ""] = parts;
  if (parts.includes("")) throw answer.unreadable("temporary_key_missing", "The cloud gave no temporary access key.");
  return { id, secret: text, token, renewAt: renewAt(expiresAt, now) };
}
