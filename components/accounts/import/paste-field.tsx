"use client";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { useWords } from "#components/ui/words.tsx";
import { Fold } from "../fold.tsx";

/** For those who have the rows on the clipboard and no file. What was pasted leaves the field as soon as it is taken. */
export function PasteField({ isBusy, onText }: { isBusy: boolean; onText: (text: string) => void }) {
  const t = useWords();
  const [text, setText] = useState("");
  return (
    <Fold className="mt-3" title={t("import.paste")}>
      <Field label={t("import.paste.label")}>
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
    </Fold>
  );
}
