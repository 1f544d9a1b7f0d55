/** What the pages speak. `pseudo` is English with other letters, a third longer: it shows what was never translated, and what does not fit. */
export const LANGUAGES = ["en", "zh"] as const;
export type Language = (typeof LANGUAGES)[number] | "pseudo";

/** For `<html lang>` and Intl. */
export const LANGUAGE_TAGS = { en: "en", zh: "zh-Hans", pseudo: "en" } as const satisfies Record<Language, string>;

/** How each language calls itself. */
export const LANGUAGE_NAMES = { en: "English", zh: "简体中文" } as const satisfies Record<(typeof LANGUAGES)[number], string>;

/** A reader's own choice, else the first language of the browser that we speak, else English. */
export function pickLanguage(chosen: string | undefined, accepted: string | null): Language {
  if (chosen === "pseudo") return "pseudo";
  const known = (tag: string) => LANGUAGES.find((language) => tag === language || tag.startsWith(`${language}-`));
  return (
    known(chosen ?? "") ??
    wanted(accepted ?? "")
      .map(known)
      .find((language) => language !== undefined) ??
    "en"
  );
}

/** `zh-CN,zh;q=0.9,en;q=0.8` in order of preference. */
function wanted(header: string): string[] {
  return header
    .slice(0, 500)
    .toLowerCase()
    .split(",")
    .map((part) => {
      const [tag = "", quality] = part.trim().split(/\s*;\s*q=/);
      return { tag, quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ tag, quality }) => tag !== "" && quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map(({ tag }) => tag);
}
