"use client";
import { useEffect, useLayoutEffect, useState } from "react";

type Parts = typeof import("./table-parts.ts");

/** Null until they are here: the server drew their places. */
export function useTableParts(): Parts | null {
  const [parts, setParts] = useState<Parts | null>(null);
  useEffect(() => void import("./table-parts.ts").then(setParts), []);
  // Before anybody sees that the buttons are ready: a key that is pressed then must not be lost.
  useLayoutEffect(() => parts?.startKeyboard(), [parts]);
  return parts;
}
