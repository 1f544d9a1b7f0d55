"use client";
import { CircleCheck, TriangleAlert } from "lucide-react";
import { Icon } from "#components/ui/icon.tsx";
import type { Verdict } from "./verdict.ts";

const LOOKS = {
  works: { icon: CircleCheck, look: "text-ok" },
  gaps: { icon: TriangleAlert, look: "text-warn" },
  broken: { icon: TriangleAlert, look: "text-danger" },
} as const satisfies Record<Verdict, unknown>;

export function VerdictMark({ verdict, size = 15 }: { verdict: Verdict; size?: number }) {
  const { icon, look } = LOOKS[verdict];
  return <Icon of={icon} size={size} className={look} />;
}
