import { CloudError } from "../../model/problem.ts";
import { hear, type LiveSource } from "./live-source.ts";

/**
 * Asks by name for keys that the inventory holds as missing: the listing lacks them, whatever filter it had, and the cloud may know them still.
 * One that it knows no more is none of the answer; a question that fails is a problem.
 */
export async function askMissing(live: LiveSource, keyIds: readonly string[]): Promise<void> {
  await Promise.all(
    keyIds
      .filter((keyId) => !live.heard.has(keyId))
      .map(async (keyId) => {
        try {
          live.calls += 1;
          const { value, call } = await live.connection.describeKey(live.address, keyId);
          hear(live, { reading: { ...value, keyId }, call });
          live.unlisted.add(keyId);
        } catch (error) {
          if (!(error instanceof CloudError && error.kind === "not-found")) live.problems.note(error, "describe");
        }
      }),
  );
}
