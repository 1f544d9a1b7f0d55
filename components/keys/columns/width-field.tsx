"use client";
import { useState } from "react";
import { COLUMN_PX } from "#lib/model/preferences.ts";
import { withinBounds } from "./with-width.ts";

/** One press of an arrow key; px. */
const STEP = 8;

interface WidthFieldProps {
  label: string;
  /** null: as wide as usual. px */
  value: number | null;
  usual: number;
  onChange: (px: number | null) => void;
}

/** How wide a column is: typed, or made wider and narrower with the arrow keys. Empty is as usual. */
export function WidthField({ label, value, usual, onChange }: WidthFieldProps) {
  // What is being typed need not be a width yet.
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <input
      type="number"
      inputMode="numeric"
      aria-label={label}
      min={COLUMN_PX.least}
      max={COLUMN_PX.most}
      placeholder={`${usual}`}
      value={typed ?? value ?? ""}
      onChange={({ target }) => {
        setTyped(target.value);
        onChange(target.value === "" ? null : withinBounds(Number(target.value)));
      }}
      onBlur={() => setTyped(null)}
      onKeyDown={(event) => {
        if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
        event.preventDefault();
        setTyped(null);
        onChange(withinBounds((value ?? usual) + (event.key === "ArrowUp" ? STEP : -STEP)));
      }}
      className="mr-1.5 h-6 w-14 rounded-token border border-control bg-surface px-1.5 text-right text-token [appearance:textfield] phone:hidden [&::-webkit-inner-spin-button]:appearance-none"
    />
  );
}
