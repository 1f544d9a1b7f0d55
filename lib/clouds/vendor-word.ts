/** A vendor's word without a mapping, lower-kebabed: `FrozenByRisk` and `FROZEN_BY_RISK` both become `frozen-by-risk`. */
export function vendorWord(word: string): string {
  const spaced = /[a-z]/.test(word) ? word.replaceAll(/([a-z0-9])([A-Z])/g, "$1-$2") : word;
  return (
    spaced
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
      .replaceAll(/^-|-$/g, "") || word.toLowerCase()
  );
}

/** Our word for a vendor's, or undefined where the map has none of its own: `constructor` is in every object, and a cloud may say it. */
export function ownWord<T extends string>(map: Readonly<Record<string, T>>, word: string): T | undefined {
  return Object.hasOwn(map, word) ? map[word] : undefined;
}
