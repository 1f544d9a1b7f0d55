import type { Credential } from "../../model/account.ts";
import type { Answer, Identity, Io, Project } from "../cloud.ts";
import type { JsonObject } from "../json-object.ts";
import { type CloudClock, cloudClock } from "./cloud-clock.ts";
import { type Endpoints, iamUrl, kmsUrl } from "./endpoints.ts";
import { isAside } from "./is-aside.ts";
import { type HuaweiAnswer, readAnswer } from "./read-answer.ts";
import { renewing } from "./renewing.ts";
import { signedBy } from "./send-signed.ts";
import { type Draft, type SigningKey, withToken } from "./sign.ts";
import { agencyKeys } from "./temporary-keys.ts";
import { openTokens, type Tokens } from "./tokens.ts";

export interface HuaweiCall {
  operation: string;
  method: "GET" | "POST";
  /** After `/v1.0/{project}/` for the key service, after the endpoint for IAM. */
  path: string;
  query?: Readonly<Record<string, string>>;
  body?: JsonObject;
}

export interface Client {
  kms(source: { region: string; project: string }, call: HuaweiCall): Promise<HuaweiAnswer>;
  iam(region: string | null, call: HuaweiCall): Promise<HuaweiAnswer>;
  /** Who a password's token speaks for; null for access keys, and where the token does not say. */
  signedIn(): Promise<Answer<Identity> | null>;
  /** A region's own project as a password's token names it; null for access keys, and where the token does not say. */
  ownProject(region: string): Promise<Answer<Project> | null>;
  /** The cloud's time; null where nothing is signed. */
  clock: CloudClock | null;
  now(): Date;
}

/** Sends calls with a password's tokens or signed with an access key. */
export function openClient(credential: Credential, endpoints: Endpoints, io: Io): Client {
  const tokens = credential.type === "password" ? openTokens(credential, endpoints, io) : null;
  const clock = cloudClock(io);
  const vouch = tokens ? vouchWithTokens(tokens, io) : vouchWithKey(credential, { endpoints, io, clock });
  return {
    kms: (source, call) => {
      const url = kmsUrl(endpoints, source.region, `/v1.0/${encodeURIComponent(source.project)}/${call.path}`);
      return vouch(source.region, call, { ...source, draft: draftOf(url, call, source.project) });
    },
    iam: (region, call) => vouch(null, call, { region, project: null, draft: draftOf(iamUrl(endpoints, region, call.path), call, null) }),
    signedIn: async () => (tokens ? (await tokens.of(null, null).get()).identity : null),
    ownProject: async (region) => (tokens ? (await tokens.ofRegion(region).get()).project : null),
    clock: tokens ? null : clock,
    now: () => io.now(),
  };
}

type Vouch = (budget: string | null, call: HuaweiCall, at: { region: string | null; project: string | null; draft: Draft }) => Promise<HuaweiAnswer>;

function vouchWithKey(credential: Credential, at: { endpoints: Endpoints; io: Io; clock: CloudClock }): Vouch {
  const own: SigningKey = { id: credential.accessKeyId ?? "", secret: credential.secretAccessKey ?? "", token: credential.securityToken || null };
  const send = signedBy(at.io, at.clock);
  if (!credential.agencyName) return (region, { operation }, { draft }) => send({ operation, region, key: own, draft });
  const held = agencyKeys(credential, own, { ...at, send });
  return (region, { operation }, { draft }) => renewing(held, (key, presents) => send({ operation, region, key, draft, presents }));
}

function vouchWithTokens(tokens: Tokens, io: Io): Vouch {
  return (region, call, at) =>
    renewing(tokens.of(at.region, at.project), ({ text }, presents) =>
      io.send({
        operation: call.operation,
        region,
        project: at.project,
        presents,
        isAside: isAside(call.operation),
        build: () => withToken(at.draft, text),
        read: (answer) => readAnswer(call.operation, answer, io),
      }),
    );
}

function draftOf(url: URL, call: HuaweiCall, project: string | null): Draft {
  for (const [name, value] of Object.entries(call.query ?? {})) url.searchParams.set(name, value);
  return { method: call.method, url, body: call.body ? JSON.stringify(call.body) : "", project };
}
