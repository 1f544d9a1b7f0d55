import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import "./globals.css";
import { preferences } from "./preferences.ts";

const CANVAS = { light: "#f7f7f5", dark: "#0f1113" };

export const metadata: Metadata = {
  title: { default: "Keyatlas", template: "%s · Keyatlas" },
  description: "Every key of every cloud account, in one table.",
  referrer: "same-origin",
  robots: { index: false, follow: false },
};

export async function generateViewport(): Promise<Viewport> {
  const { theme } = await preferences();
  if (theme) return { themeColor: CANVAS[theme] };
  return {
    themeColor: [
      { media: "(prefers-color-scheme: light)", color: CANVAS.light },
      { media: "(prefers-color-scheme: dark)", color: CANVAS.dark },
    ],
  };
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const { theme, density } = await preferences();
  return (
    <html lang="en" data-theme={theme ?? undefined} data-density={density} suppressHydrationWarning>
      <body>{children}</body>
    </html>
  );
}
