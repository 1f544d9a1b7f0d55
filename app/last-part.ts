import { headers } from "next/headers";

const LONGEST = 60;

/** The last part of the address that was asked for, which the proxy wrote down: a page that is not found is told no parameters. */
export async function lastPart(): Promise<string> {
  const path = new URL((await headers()).get("x-keyatlas-path") ?? "/", "http://here").pathname;
  const part = decodeURIComponent(path.split("/").at(-1) ?? "");
  return part.length > LONGEST ? `${part.slice(0, LONGEST)}…` : part;
}
