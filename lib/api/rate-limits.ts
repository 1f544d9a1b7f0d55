import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { Refusal } from "../model/refusal.ts";

/** Per actor and process: 500 a second on average, 3,000 at once. It stops a runaway loop, not a busy person or a load test. */
const actors = new RateLimiterMemory({ keyPrefix: "actor", points: 3000, duration: 6 });
/** Failed authentications per address: a token has 256 bits, so this only spares the database. */
const strangers = new RateLimiterMemory({ keyPrefix: "stranger", points: 1000, duration: 60 });

/** Checks of one account by one actor: each costs the cloud a dozen calls and more, and may present a refused secret twice. */
const checks = new RateLimiterMemory({ keyPrefix: "check", points: 30, duration: 60 });

/** Throws a Refusal `rate_limited` when the actor asks too often. */
export const limitActor = (id: string) => consume(actors, id);
/** Throws a Refusal `rate_limited` when too many attempts without valid credentials come from the address. */
export const limitStranger = (address: string) => consume(strangers, address);
/** Throws a Refusal `rate_limited` when the actor has this account checked too often: a loop would spend the account's calls. */
export const limitChecks = (actorId: string, accountId: string) => consume(checks, `${actorId} ${accountId}`);

async function consume(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (spent) {
    if (!(spent instanceof RateLimiterRes)) throw spent;
    throw new Refusal("rate_limited", `Too many requests. Try again in ${Math.ceil(spent.msBeforeNext / 1000)} s.`);
  }
}
