"use client";
import { CircleAlert } from "lucide-react";
import { Notice } from "#components/ui/notice.tsx";
import { ErrorWords } from "#components/ui/server-words.tsx";
import { useWords } from "#components/ui/words.tsx";

/** Why a view was not changed. */
export function ViewFailed({ error, title = "views.failed" }: { error: Error | null; title?: "views.failed" | "views.failed.delete" | "columns.failed" }) {
  const t = useWords();
  if (!error || isNameTaken(error)) return null;
  return (
    <Notice tone="danger" icon={CircleAlert} role="alert" title={t(title)} className="mb-3">
      <ErrorWords error={error} />
    </Notice>
  );
}

/** Said at the name itself. */
export const isNameTaken = (error: Error | null): boolean => (error as { code?: unknown } | null)?.code === "name_taken";
