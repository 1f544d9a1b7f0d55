import { CloudError } from "../../model/problem.ts";

/**
 * Work that asks a cloud until a deadline of ours, which the way out throws as a TimeoutError: then it is the cloud that did not answer.
 * @throws CloudError `unavailable`, `operation_timeout`; the reason of any other abort as it is
 */
export async function inTime<T>(operation: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof Error) || error.name !== "TimeoutError") throw error;
    throw new CloudError({ kind: "unavailable", operation, code: "operation_timeout", message: "The cloud did not answer in time.", cause: error });
  }
}
