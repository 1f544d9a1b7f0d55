"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { announce } from "#components/ui/live-region.tsx";
import { useWords } from "#components/ui/words.tsx";
import { checkAccount } from "#lib/client/change-account.ts";
import type { CheckReport } from "#lib/model/account.ts";
import { type Verdict, verdictOf } from "../verdict.ts";
import { runChecks } from "./run-checks.ts";

export type CheckState = { at: "waiting" } | { at: "running" } | { at: "done"; report: CheckReport } | { at: "failed"; error: Error };

/** The checks of this visit, by account. They live in the page and nowhere else. */
export function useChecks() {
  const t = useWords();
  const client = useQueryClient();
  const [states, setStates] = useState<Readonly<Record<string, CheckState>>>({});
  const [asked, setAsked] = useState<readonly string[]>([]);
  const [isRunning, setRunning] = useState(false);
  const stopper = useRef<AbortController | null>(null);
  useEffect(() => () => stopper.current?.abort(), []);
  const put = (id: string, state: CheckState) => setStates((before) => ({ ...before, [id]: state }));

  async function start(ids: readonly string[]) {
    const controller = new AbortController();
    stopper.current = controller;
    setAsked(ids);
    setRunning(true);
    setStates((before) => ({ ...before, ...Object.fromEntries(ids.map((id) => [id, { at: "waiting" } as const])) }));
    const verdicts: Verdict[] = [];
    await runChecks(ids, {
      check: checkAccount,
      signal: controller.signal,
      onBegin: (id) => put(id, { at: "running" }),
      onEnd: (id, outcome) => {
        put(id, "report" in outcome ? { at: "done", report: outcome.report } : { at: "failed", error: outcome.error });
        verdicts.push("report" in outcome ? verdictOf(outcome.report) : "broken");
      },
    });
    setRunning(false);
    setStates((before) => Object.fromEntries(Object.entries(before).filter(([, { at }]) => at !== "waiting")));
    announce(t("checks.done", countVerdicts(verdicts)));
    for (const queryKey of [["accounts"], ["sources"]]) void client.invalidateQueries({ queryKey });
  }

  const ended = asked.flatMap((id) => states[id] ?? []).filter(({ at }) => at === "done" || at === "failed");
  const verdicts = ended.map((state): Verdict => (state.at === "done" ? verdictOf(state.report) : "broken"));
  return { states, start, stop: () => stopper.current?.abort(), isRunning, of: asked.length, done: ended.length, counts: countVerdicts(verdicts) };
}

const countVerdicts = (verdicts: readonly Verdict[]) => ({
  works: verdicts.filter((one) => one === "works").length,
  gaps: verdicts.filter((one) => one === "gaps").length,
  broken: verdicts.filter((one) => one === "broken").length,
});
