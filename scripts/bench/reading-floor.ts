import type { WorldAccount } from "#emulators/world.ts";

const ROTATES = ["rotationIntervalDays", "lastRotatedAt"] as const;

/** A listing of numbered pages ends on a page that is not full. */
const numberedPages = (rows: number, size: number) => Math.floor(rows / size) + 1;
const pages = (rows: number, size: number) => Math.max(1, Math.ceil(rows / size));

/** How many calls the protocol takes to tell everything of the account's keys once, by the pages of the vendors' documents. */
export function floorOf({ cloud, keys, credential }: WorldAccount): number {
  // Service status or quotas, and instances; a password is changed for a token first.
  const about = 2 + (credential.type === "password" ? 1 : 0);
  if (cloud === "alibaba") {
    const aliases = keys.reduce((sum, { facts }) => sum + facts.aliases.length, 0);
    return numberedPages(keys.length, 100) + numberedPages(aliases, 100) + Math.ceil(keys.length / 50) + keys.length + about;
  }
  const names = keys.reduce((sum, { facts }) => sum + facts.aliases.filter((alias) => alias.startsWith("alias/")).length, 0);
  const rotating = keys.filter(({ absent }) => ROTATES.every((field) => absent[field] === undefined)).length;
  return pages(keys.length, 2000) + pages(names, 100) + pages(keys.length, 1000) + rotating + about;
}
