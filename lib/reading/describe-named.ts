import type { Answer, Cloud, Connection } from "../clouds/cloud.ts";
import { CloudError } from "../model/problem.ts";
import type { KeyReading } from "../model/reading.ts";
import type { SourceAddress } from "../model/source.ts";
import { checkRecord } from "./check-record.ts";

export interface KeyName {
  keyId: string;
  arn: string | null;
}

interface Asker {
  cloud: Pick<Cloud, "takesIdentifier">;
  connection: Pick<Connection, "describeKey">;
  source: SourceAddress;
}

/** The cloud knows no such name, or does not take names of this kind. An answer that nobody can read is neither: the key may be there. */
const isUnknownName = (error: unknown): boolean =>
  error instanceof CloudError && (error.kind === "not-found" || (error.kind === "protocol" && error.status !== null && error.status >= 400));

/**
 * A key by its id and, where the cloud does not know that, by the resource name under which it was listed: keys of another account go by that alone.
 */
export async function describeNamed({ cloud, connection, source }: Asker, key: KeyName): Promise<Answer<KeyReading>> {
  try {
    return checked(await connection.describeKey(source, key.keyId));
  } catch (error) {
    if (!(error instanceof CloudError) || error.kind !== "not-found" || key.arn === null || !cloud.takesIdentifier(key.arn)) throw error;
    const byName = await connection.describeKey(source, key.arn).catch((failure: unknown) => {
      throw isUnknownName(failure) ? error : failure;
    });
    return checked(byName);
  }
}

function checked(answer: Answer<KeyReading>): Answer<KeyReading> {
  checkRecord(answer.value, answer.call);
  return answer;
}
