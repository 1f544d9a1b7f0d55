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
