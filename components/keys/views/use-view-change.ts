"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { announce } from "#components/ui/live-region.tsx";

/** Asks for a change of a view; once it is done the list is asked for again, it is said, and the dialog closes. A failure stays in the dialog. */
export function useViewChange<In, Out>(ask: (wish: In) => Promise<Out>, { said, after }: { said: (out: Out) => string; after: (out: Out) => void }) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ask,
    onSuccess: async (out) => {
      await client.invalidateQueries({ queryKey: ["views"] });
      announce(said(out));
      after(out);
    },
  });
}
