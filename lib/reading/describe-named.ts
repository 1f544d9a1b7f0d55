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

/** What a resource name that the cloud does not take answers: nothing about the key. */
const SAYS_NOTHING: readonly string[] = ["not-found", "protocol"];

/**
 * A key by its id and, where the cloud does not know that, by the resource name under which it was listed: keys of another account go by that alone.
 */
export async function describeNamed({ cloud, connection, source }: Asker, key: KeyName): Promise<Answer<KeyReading>> {
  try {
    return checked(await connection.describeKey(source, key.keyId));
  } catch (error) {
    if (!(error instanceof CloudError) || error.kind !== "not-found" || key.arn === null || !cloud.takesIdentifier(key.arn)) throw error;
    return await connection
      .describeKey(source, key.arn)
      .then(checked)
      .catch((byName: unknown) => {
        throw byName instanceof CloudError && SAYS_NOTHING.includes(byName.kind) ? error : byName;
      });
  }
}

function checked(answer: Answer<KeyReading>): Answer<KeyReading> {
  checkRecord(answer.value, answer.call);
  return answer;
}
