"use client";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { useLanguage, useWords } from "#components/ui/words.tsx";
import { rememberLanguage } from "#lib/client/remember-preference.ts";
import { LANGUAGE_NAMES, LANGUAGE_TAGS, LANGUAGES } from "#lib/words/languages.ts";

/** The languages by their own names. The words come from the server, so the page is made again; what stands in it stays. */
export function LanguageSwitch({ className = "" }: { className?: string }) {
  const t = useWords();
  const spoken = useLanguage();
  const router = useRouter();
  const [isBusy, startTransition] = useTransition();
  return (
    <fieldset className={`flex gap-0.5 ${className}`} aria-busy={isBusy}>
      <legend className="sr-only">{t("shell.language")}</legend>
      {LANGUAGES.map((language) => (
        <button
          key={language}
          type="button"
          lang={LANGUAGE_TAGS[language]}
          aria-pressed={language === spoken}
          onClick={() => {
            rememberLanguage(language);
            startTransition(() => router.refresh());
          }}
          className="h-7 flex-1 rounded-control px-2.5 whitespace-nowrap text-ink-2 hover:bg-sunken touch:h-11 aria-pressed:bg-sunken aria-pressed:font-strong aria-pressed:text-ink"
        >
          {LANGUAGE_NAMES[language]}
        </button>
      ))}
    </fieldset>
  );
}
