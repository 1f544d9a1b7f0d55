"use client";
import { useSearchParams } from "next/navigation";
import { useMemo } from "react";
import { keyView } from "./key-view.ts";
import type { KeyView } from "./key-view.ts";

/** The view that the address describes; it follows Back, Forward and every link of the page. */
export function useKeyView(): KeyView {
  const search = useSearchParams().toString();
  return useMemo(() => keyView(search), [search]);
}
