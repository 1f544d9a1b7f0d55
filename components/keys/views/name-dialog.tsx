"use client";
import { type ReactNode, useId, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import { useWords } from "#components/ui/words.tsx";
import { isNameTaken, ViewFailed } from "./view-failed.tsx";

interface NameDialogProps {
  title: string;
  /** What the button says that does it. */
  act: string;
  name?: string;
  change: { isPending: boolean; error: Error | null };
  onName: (name: string) => void;
  onClose: () => void;
  /** What else is to be chosen. */
  children?: ReactNode;
}

/** Asks how a view is to be called. A name that is missing or taken is said at the name itself. */
export function NameDialog({ title, act, name: first = "", change, onName, onClose, children }: NameDialogProps) {
  const t = useWords();
  const form = useId();
  const [name, setName] = useState(first);
  const [isMissed, setMissed] = useState(false);
  const wrong = isMissed && name.trim() === "" ? t("views.name.empty") : isNameTaken(change.error) ? t("views.name.taken") : null;
  return (
    <Dialog
      title={title}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button kind="primary" type="submit" form={form} disabled={change.isPending}>
            {act}
          </Button>
        </>
      }
    >
      <form
        id={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setMissed(true);
          if (name.trim()) onName(name.trim());
        }}
      >
        <ViewFailed error={change.error} />
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
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        {children}
      </form>
    </Dialog>
  );
}
