"use client";
import { useEffect, useState } from "react";

type Parts = typeof import("./table-parts.ts");

/** Null until they are here: the server drew their places. */
export function useTableParts(): Parts | null {
  const [parts, setParts] = useState<Parts | null>(null);
  useEffect(() => void import("./table-parts.ts").then(setParts), []);
  useEffect(() => parts?.startKeyboard(), [parts]);
  return parts;
}
