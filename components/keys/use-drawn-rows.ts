"use client";
import { startTransition, useEffect, useState } from "react";
import type { RefObject } from "react";
import type { KeyRow } from "#lib/model/key.ts";

/** Hardly a row is less high: the window shows no more rows than its height is a multiple of this; px. */
const ROW_PX = 32;

/**
 * The rows that are drawn by now. When others come, those that the window can show have a frame to themselves and the rest follows it, so that an answer is
 * seen sooner. Rows that stood there already stay, and all are drawn at once where `atOnce` says so or somebody has scrolled: what they look at must not jump.
 */
export function useDrawnRows(rows: readonly KeyRow[], scroller: RefObject<HTMLElement | null>, atOnce: boolean): readonly KeyRow[] {
  const [whole, setWhole] = useState(rows);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      // The frame itself is painted before a task that its callback asked for.
      timer = setTimeout(() => startTransition(() => setWhole(rows)));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [rows]);

  if (whole === rows || atOnce || typeof window === "undefined" || window.scrollY > 0 || (scroller.current?.scrollTop ?? 0) > 0) return rows;
  const seen = Math.ceil(window.innerHeight / ROW_PX);
  const stood = new Set(whole.map(({ ref }) => ref));
  return rows.filter(({ ref }, index) => index < seen || stood.has(ref));
}
