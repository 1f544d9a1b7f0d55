import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { WordsProvider } from "#components/ui/words.tsx";
import { THEME_COLORS } from "#lib/client/theme-colors.ts";
import { wordsOf } from "#lib/words/compile-words.ts";
import { LANGUAGE_TAGS } from "#lib/words/languages.ts";
import "./globals.css";
import { preferences } from "./preferences.ts";
import { readWords } from "./words.ts";

export async function generateMetadata(): Promise<Metadata> {
  return {
    title: { default: "Keyatlas", template: "%s · Keyatlas" },
    description: (await readWords()).t("shell.lead"),
    referrer: "same-origin",
    robots: { index: false, follow: false },
  };
}

export async function generateViewport(): Promise<Viewport> {
  const { theme } = await preferences();
  if (theme) return { themeColor: THEME_COLORS[theme] };
  return {
    themeColor: [
      { media: "(prefers-color-scheme: light)", color: THEME_COLORS.light },
      { media: "(prefers-color-scheme: dark)", color: THEME_COLORS.dark },
    ],
  };
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const { theme, density } = await preferences();
  const { language, words } = await readWords();
  return (
    <html lang={LANGUAGE_TAGS[language]} data-theme={theme ?? undefined} data-density={density} suppressHydrationWarning>
      <body>
        <WordsProvider language={language} words={wordsOf(words, "everywhere")}>
          {children}
        </WordsProvider>
      </body>
    </html>
  );
}
