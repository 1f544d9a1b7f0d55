import type { Credential } from "../../model/account.ts";
import { CloudError } from "../../model/problem.ts";
import type { Answer, Identity, Io } from "../cloud.ts";
import type { JsonObject } from "../json-object.ts";
import { type Endpoints, iamUrl, kmsUrl } from "./endpoints.ts";
import { type HuaweiAnswer, readAnswer } from "./read-answer.ts";
import { type Draft, type SigningKey, signSdkHmac, withToken } from "./sign.ts";
import { openTokens, type Tokens } from "./tokens.ts";

export interface HuaweiCall {
  operation: string;
  method: "GET" | "POST";
  /** After `/v1.0/{project}/kms/` for KMS, after the endpoint for IAM. */
  path: string;
  query?: Readonly<Record<string, string>>;
  body?: JsonObject;
}

export interface Client {
  kms(source: { region: string; project: string }, call: HuaweiCall): Promise<HuaweiAnswer>;
  iam(region: string | null, call: HuaweiCall): Promise<HuaweiAnswer>;
  /** Who a password's token speaks for; null for access keys, and where the token does not say. */
  signedIn(): Promise<Answer<Identity> | null>;
}

/** Sends calls with a password's tokens or signed with an access key. */
export function openClient(credential: Credential, endpoints: Endpoints, io: Io): Client {
  const tokens = credential.type === "password" ? openTokens(credential, endpoints, io) : null;
  const vouch = tokens ? vouchWithTokens(tokens, io) : vouchWithKey(credential, io);
  return {
    kms: (source, call) => {
      const url = kmsUrl(endpoints, source.region, `/v1.0/${encodeURIComponent(source.project)}/kms/${call.path}`);
      return vouch(source.region, call, { ...source, draft: draftOf(url, call, source.project) });
    },
    iam: (region, call) => vouch(null, call, { region, project: null, draft: draftOf(iamUrl(endpoints, region, call.path), call, null) }),
    signedIn: async () => (tokens ? (await tokens.of(null, null).get()).identity : null),
  };
}

type Vouch = (budget: string | null, call: HuaweiCall, at: { region: string | null; project: string | null; draft: Draft }) => Promise<HuaweiAnswer>;

function vouchWithKey(credential: Credential, io: Io): Vouch {
  const key: SigningKey = { id: credential.accessKeyId ?? "", secret: credential.secretAccessKey ?? "", token: credential.securityToken || null };
  return (region, call, { draft }) =>
    io.send({ operation: call.operation, region, build: () => signSdkHmac(draft, key, io.now()), read: (answer) => readAnswer(call.operation, answer, io) });
}

/** A token that the cloud refuses is dropped and asked for once more; a refused password is not. */
function vouchWithTokens(tokens: Tokens, io: Io): Vouch {
  return async (region, call, at) => {
    const held = tokens.of(at.region, at.project);
    const once = async (token: string, presents: "secret" | "token") =>
      io.send({
        operation: call.operation,
        region,
        presents,
        build: () => withToken(at.draft, token),
        read: (answer) => readAnswer(call.operation, answer, io),
      });
    const token = await held.get();
    try {
      return await once(token.text, "token");
    } catch (error) {
      if (!(error instanceof CloudError) || error.kind !== "auth") throw error;
      held.drop(token);
      return await once((await held.get()).text, "secret");
    }
  };
}

function draftOf(url: URL, call: HuaweiCall, project: string | null): Draft {
  for (const [name, value] of Object.entries(call.query ?? {})) url.searchParams.set(name, value);
  return { method: call.method, url, body: call.body ? JSON.stringify(call.body) : "", project };
}
