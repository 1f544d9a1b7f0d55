"use client";
import { buttonClass } from "#components/ui/button-class.ts";
import { useWords } from "#components/ui/words.tsx";

/** What a page shows when it could not be made at all. The digest names the entry in the server's log. Loaded with every page, so it is plain. */
export default function PageError({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  const t = useWords();
  return (
    <main className="grid min-h-full flex-1 place-items-center bg-canvas p-6">
      <div role="alert" className="w-full max-w-[372px] rounded-card border border-line bg-surface p-6">
        <h1 className="mb-0.5 text-title font-strong tracking-title">{t("error.title")}</h1>
        <p className="mb-3 text-ink-2">{t("error.lead")}</p>
        {error.digest && (
          <p className="mb-3 text-hint text-ink-3">
            {t("error.entry")} <code className="mono">{error.digest}</code>
          </p>
        )}
        <button type="button" className={buttonClass()} onClick={retry}>
          {t("error.again")}
        </button>
      </div>
    </main>
  );
}
