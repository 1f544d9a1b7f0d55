"use client";
import { use, type ReactNode } from "react";
import { sayInChinese } from "#lib/words/zh/said/say-in-chinese.ts";
import { ProperNames } from "./proper-names.ts";

/** The Chinese of what the server said; `children` where there is none. */
export default function SaidInChinese({ text, children }: { text: string; children: ReactNode }) {
  return sayInChinese(text, use(ProperNames)) ?? children;
}
