"use client";
import { useWords } from "#components/ui/words.tsx";

/** The place of the panel until its script is here; without any, the way to the same facts. */
export function PanelToCome({ keyRef }: { keyRef: string | null }) {
  const t = useWords();
  return (
    <div className="key-panel p-4 phone:w-full">
      <noscript>
        <a href={`/keys/${keyRef}`} className="text-accent underline">
          {t("panel.whole")}
        </a>
      </noscript>
    </div>
  );
}
