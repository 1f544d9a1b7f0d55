"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { CircleAlert } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { announce } from "#components/ui/live-region.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { removeAccount } from "#lib/client/change-account.ts";
import type { Account } from "#lib/model/account.ts";

/** Asks once more: the keys stay in the cloud, but what was read of them goes. A failure stays in the dialog. */
export function RemoveDialog({ account, onClose, onRemoved }: { account: Account; onClose: () => void; onRemoved: () => void }) {
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: () => removeAccount(account.id),
    onSuccess: () => {
      announce(`Removed ${account.name}`);
      for (const queryKey of [["accounts"], ["sources"], ["sync"], ["keys"]]) void client.invalidateQueries({ queryKey });
      onRemoved();
    },
  });
  return (
    <Dialog
      title="Remove account"
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="danger" disabled={remove.isPending || remove.isSuccess} onClick={() => remove.mutate()}>
            {remove.isPending ? "Removing" : "Remove account"}
          </Button>
        </>
      }
    >
      {remove.error && (
        <Notice tone="danger" icon={CircleAlert} role="alert" title="The account was not removed" className="mb-3">
          {remove.error.message}
        </Notice>
      )}
      <p>
        <b>{account.name}</b> is removed with its credential and everything that was read of its keys, their history included.
      </p>
      <p className="mt-2 text-ink-2">Nothing changes in the cloud itself. Connecting it again starts from nothing.</p>
    </Dialog>
  );
}
