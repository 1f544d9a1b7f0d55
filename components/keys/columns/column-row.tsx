"use client";
import { ChevronDown, ChevronsDown, ChevronsUp, ChevronUp } from "lucide-react";
import { useLayoutEffect, useRef } from "react";
import { IconButton } from "#components/ui/icon-button.tsx";
import { useWords } from "#components/ui/words.tsx";
import { type Move, moveOf } from "./move-member.ts";
import { WidthField } from "./width-field.tsx";

const MOVES = [
  ["first", ChevronsUp],
  ["up", ChevronUp],
  ["down", ChevronDown],
  ["last", ChevronsDown],
] as const;

interface ColumnRowProps {
  name: string;
  /** null: as wide as usual. px */
  width: number | null;
  usualWidth: number;
  isShown: boolean;
  isFirst: boolean;
  isLast: boolean;
  onShown: (isShown: boolean) => void;
  onMove: (move: Move) => void;
  onWidth: (px: number | null) => void;
}

/** One column: shown or not, and its way up and down the list. Moving it keeps the focus where it was. */
export function ColumnRow({ name, width, usualWidth, isShown, isFirst, isLast, onShown, onMove, onWidth }: ColumnRowProps) {
  const t = useWords();
  const moved = useRef<HTMLElement | null>(null);
  useLayoutEffect(() => {
    moved.current?.focus();
    moved.current?.scrollIntoView({ block: "nearest" });
    moved.current = null;
  });
  return (
    <li className="flex items-center gap-0.5 rounded-control pl-1.5 hover:bg-hover">
      <label className="flex min-h-7 min-w-0 flex-1 items-center gap-2 touch:min-h-11">
        <input
          type="checkbox"
          checked={isShown}
          aria-keyshortcuts={isShown ? "Alt+ArrowUp Alt+ArrowDown Alt+Home Alt+End" : undefined}
          onChange={(event) => onShown(event.target.checked)}
          onKeyDown={(event) => {
            const move = moveOf(event);
            if (!move || !isShown) return;
            event.preventDefault();
            moved.current = event.currentTarget;
            onMove(move);
          }}
          className="size-3.5 shrink-0 accent-accent-fill touch:size-5"
        />
        <span className="min-w-0 break-words">{name}</span>
      </label>
      {isShown && <WidthField label={t("columns.width", { column: name })} value={width} usual={usualWidth} onChange={onWidth} />}
      {isShown &&
        MOVES.map(([move, icon]) => (
          <IconButton
            key={move}
            small
            icon={icon}
            label={t(`columns.${move}`, { column: name })}
            aria-disabled={(isFirst && (move === "up" || move === "first")) || (isLast && (move === "down" || move === "last"))}
            onClick={(event) => {
              moved.current = event.currentTarget;
              onMove(move);
            }}
            className="touch:!size-9"
          />
        ))}
    </li>
  );
}
