"use client";
import type { ReactNode } from "react";
import { sayInChinese } from "#lib/words/zh/said/say-in-chinese.ts";

/** The Chinese of what the server said; `children` where there is none. */
export default function SaidInChinese({ text, children }: { text: string; children: ReactNode }) {
  return sayInChinese(text) ?? children;
}
