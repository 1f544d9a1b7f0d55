"use client";
import { useQueryClient } from "@tanstack/react-query";
import { Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import type { FormEvent } from "react";
import { Icon } from "#components/ui/icon.tsx";
import { useWords } from "#components/ui/words.tsx";
import { keysQuery } from "#lib/client/queries.ts";

const isTyping = (target: EventTarget | null) => target instanceof HTMLElement && target.closest("input, textarea, select, [contenteditable]") !== null;

/** A pasted id, ARN or alias: one match opens its key, more show the list. Without JavaScript it is a search. */
export function JumpBox() {
  const input = useRef<HTMLInputElement>(null);
  const router = useRouter();
  const client = useQueryClient();
  const t = useWords();

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "/" || event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);

  async function jump(event: FormEvent) {
    event.preventDefault();
    const words = input.current?.value.trim() ?? "";
    if (!words) return;
    const view = searchFor(words);
    const { rows, total } = await client.fetchQuery(keysQuery(view.toString()));
    const only = total === 1 ? rows[0] : undefined;
    if (only) view.set("key", only.ref);
    router.push(`/keys?${view}`);
    if (input.current) input.current.value = "";
  }

  return (
    <form
      action="/keys"
      role="search"
      aria-label={t("shell.jump.form")}
      onSubmit={(event) => {
        jump(event).catch(() => router.push(`/keys?${searchFor(input.current?.value.trim() ?? "")}`));
      }}
      className="relative mr-2.5 w-[212px] min-w-0 shrink-[99] max-lg:hidden print-hide"
    >
      <Icon of={Search} className="pointer-events-none absolute top-2 left-2.5 text-ink-3" />
      <input
        ref={input}
        name="q"
        type="search"
        autoComplete="off"
        spellCheck={false}
        aria-label={t("shell.jump")}
        aria-keyshortcuts="/"
        placeholder={t("shell.jump")}
        className="peer h-[30px] w-full rounded-control border border-control bg-surface pr-7 pl-[30px] [&::-webkit-search-cancel-button]:hidden"
      />
      <span
        aria-hidden="true"
        className="mono pointer-events-none absolute top-[6px] right-1.5 rounded-token border border-line-strong bg-canvas px-1 text-id leading-4 text-ink-3 peer-focus:hidden"
      >
        /
      </span>
    </form>
  );
}

/** The words as the grammar takes them literally: a comma is no "or", a leading sign no operator. */
function searchFor(words: string): URLSearchParams {
  return new URLSearchParams({ q: words.replace(/[\\,]/g, "\\$&").replace(/^[!~^]/, "\\$&") });
}
