"use client";
import { useState } from "react";
import { Dialog } from "#components/ui/dialog.tsx";
import { useWords } from "#components/ui/words.tsx";
import type { WordKey } from "#lib/words/en/index.ts";
import { Tick } from "../views/tick.tsx";
import { singleKeysAreOn, turnSingleKeys } from "./single-keys.ts";

type Line = readonly [readonly string[], WordKey];
const GROUPS: readonly (readonly [WordKey, readonly Line[]])[] = [
  [
    "keyboard.table",
    [
      [["j", "↓"], "keyboard.next"],
      [["k", "↑"], "keyboard.previous"],
      [["Home", "End"], "keyboard.ends"],
      [["PgDn", "PgUp"], "keyboard.ten"],
      [["↑", "←", "→"], "keyboard.heads"],
      [["Enter"], "keyboard.enter"],
    ],
  ],
  [
    "keyboard.page",
    [
      [["n", "]"], "keyboard.page.next"],
      [["p", "["], "keyboard.page.previous"],
      [["/"], "keyboard.search"],
      [["f"], "keyboard.filter"],
      [["Esc"], "keyboard.escape"],
      [["?"], "keyboard.help"],
    ],
  ],
];

/** Every key that the page answers to, and the way to turn the single ones off. */
export function KeyboardHelp({ onClose }: { onClose: () => void }) {
  const t = useWords();
  const [isOn, setOn] = useState(singleKeysAreOn);
  return (
    <Dialog wide title={t("keyboard.title")} onClose={onClose}>
      <p className="mb-3 text-ink-2">{t("keyboard.lead")}</p>
      <div className="grid gap-x-8 gap-y-4 md:grid-cols-2">
        {GROUPS.map(([head, lines]) => (
          <section key={head} aria-label={t(head)}>
            <h3 className="mb-1 font-strong">{t(head)}</h3>
            <dl className="grid grid-cols-[108px_1fr] gap-x-2">
              {lines.map(([keys, words]) => (
                <div key={words} className="contents">
                  <dt className="flex items-start gap-1 py-1">
                    {keys.map((key) => (
                      <kbd key={key} className="mono min-w-[22px] rounded-token border border-line-strong bg-canvas px-1 text-center text-code leading-5">
                        {key}
                      </kbd>
                    ))}
                  </dt>
                  <dd className="py-1 leading-[22px]">{t(words)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <Tick
        label={t("keyboard.off")}
        hint={t("keyboard.off.hint")}
        checked={isOn}
        onChange={(next) => {
          turnSingleKeys(next);
          setOn(next);
        }}
      />
    </Dialog>
  );
}
