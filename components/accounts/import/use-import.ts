"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { announce } from "#components/ui/live-region.tsx";
import { useWords } from "#components/ui/words.tsx";
import { importAccounts } from "#lib/client/import-accounts.ts";
import { accountsQuery } from "#lib/client/queries.ts";
import { countOf, shownRows } from "./import-state.ts";
import type { ImportFile } from "./read-file.ts";

/** How often the accounts are asked for while they are being connected, ms: they show how far it is. */
const FOLLOW_MS = 1_000;

/** A file on its way: checked at once, connected when the reader says so. Its text is forgotten as soon as the server has it. */
export function useImport(file: ImportFile | null) {
  const t = useWords();
  const client = useQueryClient();
  const stopper = useRef<AbortController | null>(null);
  const [isStopped, setStopped] = useState(false);
  const dry = useMutation({
    mutationFn: ({ kind, text }: ImportFile) => importAccounts({ kind, text, dryRun: true }),
    onSuccess: ({ rows, refused }) => announce(t("import.dry.done", { ready: rows.length - refused, refused })),
  });
  const connect = useMutation({
    mutationFn: ({ kind, text }: ImportFile) => {
      stopper.current = new AbortController();
      return importAccounts({ kind, text, dryRun: false, signal: stopper.current.signal });
    },
    onSuccess: ({ connected, refused }, sent) => {
      forget(sent);
      announce(t(refused > 0 ? "import.done.some" : "import.done", { connected, refused }));
    },
    onSettled: () => {
      for (const queryKey of [["accounts"], ["sources"], ["sync"], ["keys"], ["overview"]]) void client.invalidateQueries({ queryKey });
    },
  });
  const hasBegun = !connect.isIdle;
  const accounts = useQuery({ ...accountsQuery(), enabled: hasBegun, refetchInterval: connect.isPending ? FOLLOW_MS : false });

  const { reset: resetDry, mutate: check } = dry;
  const { reset: resetConnect } = connect;
  useEffect(() => {
    resetConnect();
    setStopped(false);
    if (file) check(file);
    else resetDry();
  }, [file, check, resetDry, resetConnect]);

  useLeaveGuard(connect.isPending);

  const told = new Map(connect.data?.rows.map((row) => [row.line, row]));
  const rows = (dry.data?.rows ?? []).map((row) => {
    const after = told.get(row.line);
    // A row that the report left out was not begun; one whose name is taken now was connected by an attempt that broke off.
    return !after || (row.result === "ready" && after.error?.code === "name_taken") ? row : after;
  });
  const shown = shownRows(rows, file?.rows ?? [], hasBegun ? (accounts.data ?? []) : [], connect.isPending);
  return {
    dry,
    connect,
    rows: shown,
    done: countOf(shown, "connected", "problem"),
    isStopped,
    stop: () => {
      setStopped(true);
      if (file) forget(file);
      stopper.current?.abort();
    },
  };
}

/** The secrets leave the page's memory: every part of the page that holds the file holds this object. */
function forget(file: ImportFile): void {
  file.text = "";
}

/** The browser asks before the page is left in the middle. */
function useLeaveGuard(isBusy: boolean): void {
  useEffect(() => {
    if (!isBusy) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [isBusy]);
}
