import type { About } from "../clouds/cloud.ts";
import { ABOUT_NAMES, type AboutName, type AboutSource } from "../model/about-source.ts";
import type { CloudError } from "../model/problem.ts";
import type { Absence } from "../model/reading.ts";
import { attempt } from "./attempt.ts";
import type { OpenReading } from "./open-reading.ts";

const UNREPORTED = { absent: "unreported", note: null, fact: null } as const;

/**
 * What the cloud says about its service at the source, part by part. A part that is refused or fails is a problem of the reading and nothing more; one that
 * this cloud has no call for, or whose API this site does not have, is `unreported` and no problem.
 */
export async function askAbout(reading: OpenReading): Promise<AboutSource> {
  const { about: parts } = reading.connection;
  const told = await Promise.all(parts.map(async (part) => [part.name, await askPart(reading, part)] as const));
  return Object.fromEntries([...ABOUT_NAMES.map((name) => [name, UNREPORTED] as const), ...told]) as AboutSource;
}

async function askPart(reading: OpenReading, part: About): Promise<AboutSource[AboutName]> {
  const answer = await attempt(reading, { operation: part.operation, repeats: false, excuse: noSuchApi, isAside: true }, async () => {
    return await part.read(reading.source);
  });
  if ("value" in answer) return { value: answer.value.value, fact: answer.value.call } as AboutSource[AboutName];
  const { reason, note = null } = answer.absence;
  return { absent: reason, note, fact: answer.call };
}

/** Sites differ in what they have: a gateway that knows no such path says so with 404, whatever code stands beside it. */
function noSuchApi(error: CloudError): Absence | null {
  const isMissing = error.kind === "not-found" || (error.kind === "protocol" && error.status === 404);
  return isMissing ? { reason: "unreported", note: error.code } : null;
}
