"use client";
import { createElement, use, useEffect, useState, useSyncExternalStore } from "react";
import type { LatePart } from "./late-part.ts";

/**
 * A part of the page that the server draws whole and whose script comes once the page stands. Until then the server's markup stays as it is, and its links
 * work as links; on a page that the browser draws itself the part is waited for, or comes when it comes
 * where nothing depends on its place (`waits` false).
 */
export function Later<P extends object>({ of, given, waits = true }: { of: LatePart<P>; given: P; waits?: boolean }) {
  // React asks for the last value only while it takes up what the server drew.
  const isTakingUp = useSyncExternalStore(
    of.subscribe,
    () => false,
    () => true,
  );
  const [isFromServer] = useState(isTakingUp);
  const Part = useSyncExternalStore(of.subscribe, of.now, () => of.drawn);
  const [first] = useState(given);
  const [failure, setFailure] = useState<Error | null>(null);
  useEffect(() => void of.start().catch(setFailure), [of]);
  if (Part) return <div className="contents">{createElement(Part, given)}</div>;
  if (!isFromServer && !waits) return null;
  if (!isFromServer) use(of.start());
  // Without its script the part keeps on saying what the server said: beside other rows that would be false.
  if (failure && (Object.keys(given) as (keyof P)[]).some((name) => given[name] !== first[name])) throw failure;
  // biome-ignore lint/security/noDangerouslySetInnerHtml: it is empty; React leaves alone what the server drew in such an element
  return <div className="contents" suppressHydrationWarning dangerouslySetInnerHTML={{ __html: "" }} />;
}
