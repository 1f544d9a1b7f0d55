import type { ComponentType } from "react";

/** A part whose script is none of the first load; `drawn` is what the server draws at once, null in the browser. */
export interface LatePart<P extends object> {
  drawn: ComponentType<P> | null;
  /** Null until the script is here. */
  now: () => ComponentType<P> | null;
  start: () => Promise<void>;
  subscribe: (tell: () => void) => () => void;
}

export function latePart<P extends object>(drawn: ComponentType<P> | null, load: () => Promise<ComponentType<P>>): LatePart<P> {
  let part = drawn;
  let loading: Promise<void> | null = null;
  const waiting = new Set<() => void>();
  return {
    drawn,
    now: () => part,
    start: () => {
      loading ??= load().then((loaded) => {
        part = loaded;
        for (const tell of waiting) tell();
      });
      return loading;
    },
    subscribe: (tell) => {
      waiting.add(tell);
      return () => waiting.delete(tell);
    },
  };
}
