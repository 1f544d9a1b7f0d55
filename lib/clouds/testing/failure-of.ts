import { CloudError } from "#lib/model/problem.ts";

/** The CloudError that a piece of work must end with. */
export async function failureOf(work: Promise<unknown>): Promise<CloudError> {
  const [outcome] = await Promise.allSettled([work]);
  if (outcome.status === "fulfilled") throw new Error("it succeeded");
  if (!(outcome.reason instanceof CloudError)) throw outcome.reason;
  return outcome.reason;
}
