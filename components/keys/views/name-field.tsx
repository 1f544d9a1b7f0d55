"use client";
import { Field } from "#components/ui/field.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import { useWords } from "#components/ui/words.tsx";
import { isNameTaken } from "./view-failed.tsx";

interface NameFieldProps {
  name: string;
  onName: (name: string) => void;
  /** Somebody tried to save it without a name. */
  isMissed: boolean;
  error: Error | null;
}

export function NameField({ name, onName, isMissed, error }: NameFieldProps) {
  const t = useWords();
  const wrong = isMissed && name.trim() === "" ? t("views.name.empty") : isNameTaken(error) ? t("views.name.taken") : null;
  return (
    <Field label={t("views.name")} error={wrong}>
      {(control) => (
        <TextInput
          {...control}
          value={name}
          maxLength={80}
          autoComplete="off"
          required
          // The dialog looks for the attribute when it opens; React would only focus it before that.
          ref={(input) => input?.setAttribute("autofocus", "")}
          onChange={(event) => onName(event.target.value)}
        />
      )}
    </Field>
  );
}
