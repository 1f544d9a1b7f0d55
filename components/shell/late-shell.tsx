"use client";
import { latePart } from "#components/ui/late-part.ts";
import { Later } from "#components/ui/later.tsx";
import drawn from "#server/shell/shell-parts.ts";

const load = () => import("./shell-parts.ts");

const LANGUAGE = latePart(drawn?.LanguageSwitch, () => load().then((parts) => parts.default.LanguageSwitch));
const REFRESH = latePart(drawn?.RefreshButton, () => load().then((parts) => parts.default.RefreshButton));
const SIGN_OUT = latePart(drawn?.SignOutButton, () => load().then((parts) => parts.default.SignOutButton));
const THEME = latePart(drawn?.ThemeToggle, () => load().then((parts) => parts.default.ThemeToggle));

interface Placed {
  className?: string;
}

export const LateLanguage = (given: Placed) => <Later of={LANGUAGE} given={given} />;
export const LateRefresh = (given: Placed) => <Later of={REFRESH} given={given} />;
export const LateSignOut = () => <Later of={SIGN_OUT} given={{}} />;
export const LateTheme = (given: Placed) => <Later of={THEME} given={given} />;
