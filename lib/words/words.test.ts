import { compileMessage } from "@lingui/message-utils/compileMessage";
import { describe, expect, it } from "vitest";
import { compileWords } from "./compile-words.ts";
import { EN, type WordKey } from "./en/index.ts";
import { pickLanguage } from "./languages.ts";
import { makeTranslate } from "./translate.ts";
import { ZH } from "./zh/index.ts";

const KEYS = Object.keys(EN) as WordKey[];
/** The names of a message's values, however deep they stand: a message is a list of texts and `[name, format, choices]`. */
function namesIn(message: readonly unknown[]): string[] {
  return message.flatMap((part) => {
    if (!Array.isArray(part)) return [];
    const [name, , choices] = part as [string, string?, unknown?];
    const chosen = typeof choices === "object" && choices !== null ? Object.values(choices) : [];
    return [name, ...chosen.flatMap((choice) => (Array.isArray(choice) ? namesIn(choice) : []))];
  });
}
const valuesOf = (message: string) => [...new Set(namesIn(compileMessage(message) as unknown[]))].sort();
const tagsOf = (message: string) => [...message.matchAll(/<\/?\w+\/?>/g)].map(([tag]) => tag).sort();

describe("the catalogue", () => {
  it("fills the same places and marks the same parts in every language", () => {
    for (const key of KEYS) {
      expect(valuesOf(ZH[key]), key).toEqual(valuesOf(EN[key]));
      expect(tagsOf(ZH[key]), key).toEqual(tagsOf(EN[key]));
    }
  });

  it("has no word left in English, save names and machine words", () => {
    const same = KEYS.filter((key) => ZH[key] === EN[key] && /[a-z]{4}/.test(EN[key].replaceAll(/\{[^}]*\}/g, "")));
    expect(same).toEqual([]);
  });

  it("writes Chinese with Chinese signs: full width, and no dash", () => {
    // A tag is typed with a half-width colon in every language.
    const written = (key: WordKey) => ZH[key].replaceAll(/\{[^{}]*\}/g, "字").replaceAll("键:值", "");
    const faulty = KEYS.filter((key) => /\p{Script=Han}[,;:!?.]|[,;:!?.]\p{Script=Han}|—/u.test(written(key)));
    expect(faulty).toEqual([]);
  });

  it("keeps the vendors' words for the states of a key", () => {
    const states = ["enabled", "disabled", "pending-deletion", "pending-import", "pending-activation"] as const;
    expect(states.map((state) => ZH[`value.${state}`])).toEqual(["启用", "禁用", "待删除", "待导入", "待激活"]);
  });

  it("says counts as each language does", () => {
    const [en, zh, pseudo] = (["en", "zh", "pseudo"] as const).map((language) => makeTranslate(language, compileWords(language)));
    expect(en?.("coverage.held", { held: 1 })).toBe("1 key held");
    expect(en?.("coverage.held", { held: 1042 })).toBe("1,042 keys held");
    expect(zh?.("coverage.held", { held: 1042 })).toBe("已读取 1,042 个密钥");
    expect(pseudo?.("coverage.complete")).toMatch(/^\[Cömplëtë~+\]$/);
    expect(pseudo?.("coverage.held", { held: 2 })).toMatch(/^\[2.*\]$/);
  });

  it("picks the reader's choice, then what the browser asks for, then English", () => {
    expect(pickLanguage("zh", "en")).toBe("zh");
    expect(pickLanguage(undefined, "fr-FR, zh-CN;q=0.8, en;q=0.9")).toBe("en");
    expect(pickLanguage(undefined, "fr, zh-Hans-CN;q=0.8")).toBe("zh");
    expect(pickLanguage("xx", "de")).toBe("en");
    expect(pickLanguage(undefined, null)).toBe("en");
  });
});
