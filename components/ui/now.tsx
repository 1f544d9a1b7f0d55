"use client";
import { createContext, useContext, useEffect, useState } from "react";
import type { ReactNode } from "react";

/** How often "4 min ago" is counted anew, in ms. */
const TICK_MS = 30_000;

const Now = createContext<number>(0);

/**
 * The time that all relative times of a page count from, in ms since 1970. It starts as the server's, so that the first
 * paint in the browser says the same as the HTML, and moves on after that.
 */
export function NowProvider({ serverNow, children }: { serverNow: number; children: ReactNode }) {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return <Now value={now}>{children}</Now>;
}

export const useNow = (): number => useContext(Now);
