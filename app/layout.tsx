import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { WordsProvider } from "#components/ui/words.tsx";
import { THEME_COLORS } from "#lib/client/theme-colors.ts";
import { LANGUAGE_TAGS } from "#lib/words/languages.ts";
import { wordsFile } from "#lib/words/words-file.ts";
import "./globals.css";
import { preferences } from "./preferences.ts";
import { readLanguage, readWords } from "./words.ts";

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
  const language = await readLanguage();
  const source = wordsFile(language).path;
  return (
    <html lang={LANGUAGE_TAGS[language]} data-theme={theme ?? undefined} data-density={density} suppressHydrationWarning>
      <head>
        <link rel="preload" href={source} as="fetch" crossOrigin="anonymous" />
      </head>
      <body>
        <WordsProvider language={language} source={source}>
          {children}
        </WordsProvider>
      </body>
    </html>
  );
}
