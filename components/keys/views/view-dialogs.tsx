"use client";
import type { RowMember } from "#lib/model/row-members.ts";
import type { SavedView } from "#lib/model/view.ts";
import type { Speech } from "../token-words.ts";
import { DeleteViewDialog } from "./delete-view-dialog.tsx";
import { RenameViewDialog } from "./rename-view-dialog.tsx";
import { SaveViewDialog } from "./save-view-dialog.tsx";
import { UpdateViewDialog } from "./update-view-dialog.tsx";

export type ViewDialog = "save" | "update" | "rename" | "delete";

interface ViewDialogsProps {
  dialog: ViewDialog;
  /** The view that the reader is in. */
  view: SavedView | null;
  isOwn: boolean;
  /** What the address says. */
  shared: string;
  columns: readonly RowMember[] | null;
  nameOf: Speech["name"];
  onDialog: (dialog: ViewDialog | null) => void;
  /** The view that the reader is in from now on. */
  onSaved: (id: string | null) => void;
}

export function ViewDialogs({ dialog, view, isOwn, shared, columns, nameOf, onDialog, onSaved }: ViewDialogsProps) {
  const onClose = () => onDialog(null);
  if (dialog === "delete" && view) return <DeleteViewDialog view={view} onClose={onClose} onDeleted={() => onSaved(null)} />;
  if (dialog === "save" || !view || !isOwn) return <SaveViewDialog shared={shared} columns={columns} onClose={onClose} onSaved={onSaved} />;
  if (dialog === "rename") return <RenameViewDialog view={view} onClose={onClose} />;
  return <UpdateViewDialog view={view} shared={shared} columns={columns} nameOf={nameOf} onClose={onClose} onSaveAs={() => onDialog("save")} />;
}
