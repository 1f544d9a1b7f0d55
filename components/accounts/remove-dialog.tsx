"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { CircleAlert } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { announce } from "#components/ui/live-region.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import { ErrorWords } from "#components/ui/server-words.tsx";
import { Sentence, useWords } from "#components/ui/words.tsx";
import { removeAccount } from "#lib/client/change-account.ts";
import type { Account } from "#lib/model/account.ts";

/** Asks once more: the keys stay in the cloud, but what was read of them goes. A failure stays in the dialog. */
export function RemoveDialog({ account, onClose, onRemoved }: { account: Account; onClose: () => void; onRemoved: () => void }) {
  const t = useWords();
  const client = useQueryClient();
  const [typed, setTyped] = useState("");
  const word = t("remove.word");
  const remove = useMutation({
    mutationFn: () => removeAccount(account.id),
    onSuccess: () => {
      announce(t("remove.done", { name: account.name }));
      for (const queryKey of [["accounts"], ["sources"], ["sync"], ["keys"]]) void client.invalidateQueries({ queryKey });
      onRemoved();
    },
  });
  return (
    <Dialog
      title={t("remove.title")}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button kind="danger" disabled={typed.trim() !== word || remove.isPending || remove.isSuccess} onClick={() => remove.mutate()}>
            {t(remove.isPending ? "remove.busy" : "remove.title")}
          </Button>
        </>
      }
    >
      {remove.error && (
        <Notice tone="danger" icon={CircleAlert} role="alert" title={t("remove.failed")} className="mb-3">
          <ErrorWords error={remove.error} />
        </Notice>
      )}
      <p>
        <Sentence text={t("remove.lead")} slots={{ name: <b>{account.name}</b> }} />
      </p>
      <p className="mt-2 text-ink-2">{t("remove.note")}</p>
      <Field label={t("remove.type", { word })} className="mt-3.5">
        {(control) => <TextInput {...control} value={typed} onChange={(event) => setTyped(event.target.value)} autoComplete="off" spellCheck={false} />}
      </Field>
    </Dialog>
  );
}
