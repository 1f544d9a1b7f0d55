"use client";
import { ChevronRight } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { useWords } from "#components/ui/words.tsx";

/** For those who have the rows on the clipboard and no file. What was pasted leaves the field as soon as it is taken. */
export function PasteField({ isBusy, onText }: { isBusy: boolean; onText: (text: string) => void }) {
  const t = useWords();
  const [text, setText] = useState("");
  return (
    <details className="group mt-3">
      <summary className="flex min-h-6 items-center gap-1.5 text-ink-2 touch:min-h-11">
        <Icon of={ChevronRight} className="transition-transform group-open:rotate-90" />
        {t("import.paste")}
      </summary>
      <Field label={t("import.paste.label")} className="pt-2">
        {(control) => (
          <textarea
            {...control}
            rows={6}
            value={text}
            onChange={(event) => setText(event.target.value)}
            // Secrets are pasted here: no spelling service may see them, and no browser keep them.
            spellCheck={false}
            autoComplete="off"
            autoCapitalize="off"
            className="mono block w-full rounded-control border border-control bg-surface px-2.5 py-2 text-code text-ink phone:text-[16px]"
          />
        )}
      </Field>
      <Button
        className="mt-2"
        disabled={isBusy || text.trim() === ""}
        onClick={() => {
          onText(text);
          setText("");
        }}
      >
        {t("import.paste.check")}
      </Button>
    </details>
  );
}
