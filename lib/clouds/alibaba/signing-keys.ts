import type { Credential } from "../../model/account.ts";
import { CloudError } from "../../model/problem.ts";
import type { Io } from "../cloud.ts";
import { holdGrant } from "../hold-grant.ts";
import { isJsonObject } from "../json-object.ts";
import type { AlibabaAnswer, AlibabaCall, Send } from "./client.ts";
import { isClockError } from "./errors.ts";
import type { SigningKey } from "./sign.ts";

/** Sts "AssumeRole": 900 s to the role's own limit, which is at least 3,600 s. Issuing is rate limited, so a session is kept. */
const SESSION_SECONDS = 3600;
const RENEW_BEFORE_MS = 15 * 60_000;

export type Sender = (call: AlibabaCall) => Promise<AlibabaAnswer>;

interface Session {
  key: SigningKey;
  renewAt: number;
}

/**
 * Sends with the account's own key, or with the session of the role it names, renewed before its end and once when the cloud refuses it. `place` names the
 * addresses that it is used at.
 */
export function openSender(credential: Credential, send: Send, io: Io, place: string): Sender {
  const own: SigningKey = { id: credential.accessKeyId ?? "", secret: credential.accessKeySecret ?? "", token: credential.securityToken || null };
  const roleArn = credential.roleArn;
  if (!roleArn) return (call) => send(call, own, "secret");
  const role = { RoleArn: roleArn, ...(credential.externalId ? { ExternalId: credential.externalId } : {}) };
  const session = holdGrant(
    () => assumeRole(role, own, send, io),
    () => io.now().getTime(),
    io.grantSlot?.(`session ${place}`),
  );
  return async (call) => {
    const held = await session.get();
    try {
      return await send(call, held.key, "token");
    } catch (error) {
      if (!(error instanceof CloudError) || error.kind !== "auth" || isClockError(error.code)) throw error;
      session.drop(held);
      return await send(call, (await session.get()).key, "secret");
    }
  };
}

async function assumeRole(role: Record<string, string>, own: SigningKey, send: Send, io: Io): Promise<Session> {
  const startedAt = io.now().getTime();
  const params = { DurationSeconds: String(SESSION_SECONDS), ...role, RoleSessionName: "keyatlas" };
  const answer = await send({ service: "sts", action: "AssumeRole", params, region: null }, own, "secret");
  const {
    AccessKeyId: id,
    AccessKeySecret: secret,
    SecurityToken: token,
    Expiration: until,
  } = isJsonObject(answer.body.Credentials) ? answer.body.Credentials : {};
  const endsAt = typeof until === "string" ? Date.parse(until) : Number.NaN;
  if (typeof id !== "string" || typeof secret !== "string" || typeof token !== "string" || Number.isNaN(endsAt)) {
    throw answer.unreadable("session_incomplete", "The cloud gave no whole session for the role.");
  }
  // An end that is past or far away by our clock tells of our clock: the session lasts as long as it was asked for.
  const saidMs = endsAt - startedAt;
  const lifeMs = saidMs > 0 && saidMs <= 2 * SESSION_SECONDS * 1000 ? saidMs : SESSION_SECONDS * 1000;
  return { key: { id, secret, token }, renewAt: startedAt + lifeMs - Math.min(RENEW_BEFORE_MS, lifeMs / 2) };
}
