"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { follow } from "#components/ui/follow.ts";
import { announce } from "#components/ui/live-region.tsx";
import { useWords } from "#components/ui/words.tsx";
import { keysQuery } from "#lib/client/queries.ts";
import type { KeyRow } from "#lib/model/key.ts";
import type { Filter } from "#lib/query/query.ts";
import type { KeyView } from "../key-view.ts";
import { isIdentifier } from "./as-identifier.ts";
import { namedQuery } from "./find-keys.ts";

interface Jumping {
  view: KeyView;
  onOpened: () => void;
  /** What to do with the name instead, when it names no one key. */
  onText: (filter: Filter) => void;
}

/** Opens the key that an id, ARN, URN or alias names. One that names none is searched as text, and it says so. */
export function useJump({ view, onOpened, onText }: Jumping) {
  const t = useWords();
  const client = useQueryClient();
  const [status, setStatus] = useState<string | null>(null);
  /** What stands there after the list has closed. */
  const [note, setNote] = useState<string | null>(null);

  async function jump(name: string) {
    const byId = await client.fetchQuery(keysQuery(namedQuery("id", [name])));
    const field = byId.total > 0 ? "id" : "alias";
    const { rows, total } = byId.total > 0 ? byId : await client.fetchQuery(keysQuery(namedQuery("alias", [name])));
    setStatus(null);
    const values = [{ kind: "text" as const, text: name }];
    const [only] = rows;
    if (!only) {
      onText({ field: "q", negated: false, match: "contains", values });
      setNote(t("jump.none", { text: name }));
    } else if (total === 1) {
      open(only);
    } else {
      onText({ field, negated: false, match: "equals", values });
      announce(t("jump.many", { count: total }));
    }
  }

  function open({ ref, alias, keyId }: KeyRow) {
    follow(view.href({ ...view.query, key: ref }));
    onOpened();
    announce(t("jump.found", { name: alias ?? keyId }));
  }

  const failed = (error: unknown) => setStatus(t("suggest.failed", { reason: error instanceof Error ? error.message : String(error) }));

  return {
    status,
    note,
    forget() {
      setNote(null);
      setStatus(null);
    },
    /** Whether it looks like the name of a key, and is being looked for. */
    tries(text: string): boolean {
      const name = text.trim();
      if (!isIdentifier(name)) return false;
      setStatus(t("jump.looking"));
      jump(name).catch(failed);
      return true;
    },
    /** Opens the one key that has this alias, if it is still wanted once that is known. */
    triesAlias(name: string, isWanted: () => boolean): void {
      client
        .fetchQuery(keysQuery(namedQuery("alias", [name])))
        .then(({ rows: [only], total }) => only && total === 1 && isWanted() && open(only))
        .catch(failed);
    },
  };
}
