"use client";
import { createContext, useContext } from "react";
import type { ReactNode } from "react";

const Show = createContext<(operation: string) => void>(() => undefined);

/** `show` brings the cloud's whole answer to an operation before the reader. */
export function ShowAnswerProvider({ show, children }: { show: (operation: string) => void; children: ReactNode }) {
  return <Show value={show}>{children}</Show>;
}

export const useShowAnswer = (): ((operation: string) => void) => useContext(Show);
