"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type RefObject, useLayoutEffect, useRef, useSyncExternalStore } from "react";
import { changePreferences } from "#lib/client/change-preferences.ts";
import { preferencesQuery } from "#lib/client/view-queries.ts";
import type { Preferences } from "#lib/model/preferences.ts";

export type PanelPlace = NonNullable<Preferences["panelPlace"]>;
type Choice = Pick<Preferences, "panelPlace" | "panelSize">;

export interface PanelSettings {
  /** Where the panel stands: by choice, or because of the window's width. */
  place: PanelPlace;
  /** px; null: the design's. */
  size: number | null;
  /** The other place, at its usual size. */
  move: () => void;
  resize: (size: number | null) => void;
  /** Why the choice could not be kept. It holds on this page all the same. */
  error: Error | null;
}

/** A held arrow key is one choice and not twenty; ms. */
const REST_MS = 300;
/** As in app/styles/key-panel.css. */
const WIDE = "(width >= 1280px)";

const subscribe = (onChange: () => void) => {
  const wide = window.matchMedia(WIDE);
  wide.addEventListener("change", onChange);
  return () => wide.removeEventListener("change", onChange);
};

/** Where the panel stands and how large it is: a person's choice, kept over machines. The frame around the page carries it, as it came from the server. */
export function usePanelPlace(panel: RefObject<HTMLElement | null>): PanelSettings {
  const client = useQueryClient();
  const { queryKey } = preferencesQuery();
  const { data } = useQuery(preferencesQuery());
  const { mutate, error } = useMutation({ mutationFn: (choice: Partial<Choice>) => changePreferences(choice) });
  const isWide = useSyncExternalStore(
    subscribe,
    () => window.matchMedia(WIDE).matches,
    () => true,
  );
  const { panelPlace = null, panelSize = null } = data ?? {};
  const place = panelPlace ?? (isWide ? "side" : "bottom");

  useLayoutEffect(() => {
    const frame = panel.current?.closest<HTMLElement>("[data-panel-place]");
    if (!frame) return;
    frame.dataset.panelPlace = panelPlace ?? "auto";
    if (panelSize === null) {
      frame.style.removeProperty("--panel-size");
      delete frame.dataset.panelSize;
    } else frame.style.setProperty("--panel-size", `${panelSize}px`);
  }, [panel, panelPlace, panelSize]);

  const unkept = useRef<{ choice: Partial<Choice>; timer?: ReturnType<typeof setTimeout> }>({ choice: {} });
  const choose = (choice: Partial<Choice>) => {
    client.setQueryData(queryKey, (before) => before && { ...before, ...choice });
    clearTimeout(unkept.current.timer);
    const all = { ...unkept.current.choice, ...choice };
    const timer = setTimeout(() => {
      unkept.current = { choice: {} };
      mutate(all);
    }, REST_MS);
    unkept.current = { choice: all, timer };
  };
  return {
    place,
    size: panelSize,
    move: () => choose({ panelPlace: place === "side" ? "bottom" : "side", panelSize: null }),
    resize: (size) => choose({ panelSize: size }),
    error,
  };
}
