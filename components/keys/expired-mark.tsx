"use client";
import { useNow } from "#components/ui/now.tsx";
import { useWords } from "#components/ui/words.tsx";

/** Says that imported key material is past its expiry (ISO 8601): a bare day does not, and the key still looks enabled in a listing. */
export function ExpiredMark({ at, className = "" }: { at: string; className?: string }) {
  const t = useWords();
  return Date.parse(at) <= useNow() ? <span className={`text-danger ${className}`}>{t("keys.expired")}</span> : null;
}
