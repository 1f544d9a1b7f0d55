import { CloudError } from "../../model/problem.ts";
import type { HeldGrant } from "../hold-grant.ts";

/**
 * Calls with something that the cloud gave for a while. What it no longer takes is dropped and asked for once more; a refusal of the second says
 * that the credential itself is refused. A 403 that is not about the grant (no permission, frozen, not verified) renews nothing.
 */
export async function renewing<G extends { renewAt: number }, T>(held: HeldGrant<G>, once: (grant: G, presents: "secret" | "token") => Promise<T>): Promise<T> {
  const grant = await held.get();
  try {
    return await once(grant, "token");
  } catch (error) {
    if (!(error instanceof CloudError) || error.kind !== "auth") throw error;
    held.drop(grant);
    return await once(await held.get(), "secret");
  }
}
