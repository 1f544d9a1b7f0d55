import { expect, it } from "vitest";
import { CloudError, type FailureKind } from "../model/problem.ts";
import type { KeyReading } from "../model/reading.ts";
import { describeNamed } from "./describe-named.ts";

const call = { operation: "DescribeKey", at: "2026-11-22T06:00:00.000Z", requestId: "R" };
const source = { account: "a", region: "r", project: null };
const failure = (kind: FailureKind, status: number | null) =>
  new CloudError({ kind, operation: "DescribeKey", code: `${kind} ${status}`, message: "m", status });
const told = (description: string): KeyReading => ({ keyId: "k", arn: "arn", values: { description }, absent: {}, raw: {}, described: true });

it.each([
  ["is told", told("there"), "there"],
  ["is not known either: the key is not found", failure("not-found", 404), "not-found 404"],
  ["is no name that the cloud takes: the key is not found", failure("protocol", 400), "not-found 400"],
  ["cannot be read: nobody knows", failure("protocol", 200), "protocol 200"],
  ["has no end: nobody knows", failure("protocol", null), "protocol null"],
  ["fills the house: nobody knows", told("y".repeat(300_000)), "record_too_large"],
  ["is refused: nobody knows", failure("forbidden", 403), "forbidden 403"],
])("what a key answers by its resource name, unknown by its id, %s", async (_, byName, expected) => {
  const describeKey = async (_: unknown, identifier: string) => {
    if (identifier === "k") throw failure("not-found", byName instanceof CloudError && byName.status === 400 ? 400 : 404);
    if (byName instanceof CloudError) throw byName;
    return { value: byName, call };
  };
  const asker = { cloud: { takesIdentifier: () => true }, connection: { describeKey }, source };
  const heard = await describeNamed(asker, { keyId: "k", arn: "arn" }).then(
    ({ value }) => value.values.description,
    (error: CloudError) => error.code,
  );
  expect(heard).toBe(expected);
});
