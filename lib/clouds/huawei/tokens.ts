import type { Credential } from "../../model/account.ts";
import { CloudError } from "../../model/problem.ts";
import type { Io } from "../cloud.ts";
import { type HeldGrant, holdGrant } from "../hold-grant.ts";
import type { JsonObject } from "../json-object.ts";
import { agencyRefusal } from "./agency-refusal.ts";
import { type Endpoints, placeOf } from "./endpoints.ts";
import { renewing } from "./renewing.ts";
import { agencyIdentity, passwordIdentity, signIn, type Token } from "./sign-in.ts";

export interface Tokens {
  /** The token for a project, or with null for the whole domain. */
  of(region: string | null, project: string | null): HeldGrant<Token>;
  /** The token for a region's own project, whose id nobody knows yet. */
  ofRegion(region: string): HeldGrant<Token>;
}

const isAboutTheMoment = (error: unknown) => !(error instanceof CloudError) || error.kind === "throttled" || error.kind === "unavailable";

type Enter = (region: string | null, scope: JsonObject) => Promise<Token>;

/** One token for each project (KMS takes no other, KMS.0305) and one for the domain, each asked for once however many calls wait for it. */
export function openTokens(credential: Credential, endpoints: Endpoints, io: Io): Tokens {
  const held = new Map<string, HeldGrant<Token>>();
  const now = () => io.now().getTime();
  const place = placeOf(endpoints);
  const enter = credential.agencyName ? throughAgency(credential, endpoints, io) : withPassword(credential, endpoints, io);
  const domain = credential.agencyName ? credential.agencyDomainName : credential.domainName;
  return {
    of(region, project) {
      return holding(`id ${project ?? ""}`, () => (project === null ? forDomain(region) : enter(region, { project: { id: project } })));
    },
    ofRegion: (region) => holding(`name ${region}`, () => enter(region, { project: { name: region } })),
  };

  function holding(name: string, ask: () => Promise<Token>): HeldGrant<Token> {
    const grant = held.get(name) ?? holdGrant(ask, now, io.grantSlot?.(`token ${place} ${name}`));
    held.set(name, grant);
    return grant;
  }

  /** Discovery asks for the domain. Where a site gives no such token, one of the region's own project opens the same calls. */
  async function forDomain(region: string | null): Promise<Token> {
    try {
      return await enter(region, { domain: { name: domain ?? "" } });
    } catch (error) {
      const name = region ?? endpoints.home;
      if (isAboutTheMoment(error) || name === null) throw error;
      try {
        return await enter(region, { project: { name } });
      } catch (second) {
        // A site that is down now has not refused the credential; otherwise the first answer is the one that the reader's settings caused.
        throw isAboutTheMoment(second) ? second : error;
      }
    }
  }
}

function withPassword(credential: Credential, endpoints: Endpoints, io: Io): Enter {
  return (region, scope) => signIn(endpoints, io, { identity: passwordIdentity(credential), scope, region });
}

/** The user signs in to its own domain first, once for all projects of the agency. */
function throughAgency(credential: Credential, endpoints: Endpoints, io: Io): Enter {
  const enterOwn = withPassword(credential, endpoints, io);
  const own = holdGrant(
    () => enterOwn(null, { domain: { name: credential.domainName ?? "" } }),
    () => io.now().getTime(),
    io.grantSlot?.(`own token ${placeOf(endpoints)}`),
  );
  const identity = agencyIdentity(credential);
  return (region, scope) =>
    renewing(own, ({ text }, presents) => signIn(endpoints, io, { identity, scope, region, vouchedBy: { text, presents } })).catch((error) =>
      Promise.reject(agencyRefusal(error)),
    );
}
