import type { FactField } from "#lib/model/key.ts";

/** How the members of clouds' answers that speak of a fact are called, whatever the cloud and its way of writing names. */
const NAMED: Record<FactField, RegExp> = {
  alias: /alias/,
  aliases: /alias/,
  description: /description/,
  state: /state$|status$/,
  spec: /spec$/,
  family: /spec$/,
  usage: /usage/,
  origin: /origin/,
  protection: /protectionlevel|keystore/,
  manager: /creator|manage|defaultkey/,
  rotation: /rotation/,
  rotationIntervalDays: /rotation/,
  lastRotatedAt: /rotat.*(date|time)|rotationtime/,
  nextRotationAt: /next.*rotat/,
  deletionProtection: /deletionprotection/,
  createdAt: /creat(e|ion)(d|date|time)/,
  deletesAt: /delet.*(date|time)/,
  expiresAt: /expir/,
  instance: /instance|keystoreid/,
  enterpriseProject: /enterpriseproject/,
  tags: /tag/,
};

export interface RawWord {
  name: string;
  /** As JSON writes it. */
  text: string;
}

/** More lines than this are no short answer: the whole one is there too. */
const MOST = 6;

/** The members of a cloud's answer that speak of a fact, in the cloud's own names and words, as they came. */
export function rawWords(answer: unknown, fact: FactField): RawWord[] {
  const found: RawWord[] = [];
  const look = (part: unknown) => {
    if (typeof part !== "object" || part === null) return;
    for (const [name, value] of Object.entries(part)) {
      if (typeof value === "object" && value !== null) look(value);
      else if (!Array.isArray(part) && NAMED[fact].test(name.toLowerCase().replaceAll(/[^a-z]/g, ""))) found.push({ name, text: JSON.stringify(value) });
    }
  };
  look(answer);
  return found.slice(0, MOST);
}
