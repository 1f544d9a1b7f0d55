"use client";
import { X } from "lucide-react";
import { useId, useState } from "react";
import { Icon } from "./icon.tsx";
import { useWords } from "./words.tsx";

interface ChipsInputProps {
  id: string;
  values: readonly string[];
  onChange: (values: string[]) => void;
  placeholder: string;
  suggestions?: readonly string[];
  machine?: boolean;
  "aria-describedby"?: string;
  "aria-invalid"?: true;
}

/** A list of short words: Enter, comma or a paste adds, Backspace in the empty field takes the last away. */
export function ChipsInput({ id, values, onChange, placeholder, suggestions = [], machine = false, ...described }: ChipsInputProps) {
  const t = useWords();
  const [text, setText] = useState("");
  const list = useId();

  function add(words: string) {
    const added = words
      .split(machine ? /[\s,;]+/ : /[,;\n]+/)
      .map((word) => word.trim())
      .filter(Boolean);
    if (added.length > 0) onChange([...new Set([...values, ...added])]);
    setText("");
  }

  return (
    <div className="flex min-h-9 flex-wrap items-center gap-[5px] rounded-control border border-control bg-surface py-1 pr-2 pl-[5px] has-[input:focus-visible]:outline-2 has-[input:focus-visible]:outline-offset-1 has-[input:focus-visible]:outline-focus has-[input[aria-invalid]]:border-danger touch:min-h-[46px]">
      {values.map((value) => (
        <span
          key={value}
          className={`inline-flex h-[26px] items-center rounded-token bg-sunken pl-2 touch:h-9 ${machine ? "mono text-hint tracking-mono" : ""}`}
        >
          {value}
          <button
            type="button"
            aria-label={t("ui.remove", { what: value })}
            onClick={() => onChange(values.filter((other) => other !== value))}
            className="grid h-full w-6 place-items-center text-ink-3 hover:text-ink touch:w-9"
          >
            <Icon of={X} size={11} />
          </button>
        </span>
      ))}
      <input
        {...described}
        id={id}
        value={text}
        list={suggestions.length > 0 ? list : undefined}
        autoComplete="off"
        spellCheck={false}
        placeholder={placeholder}
        onChange={(event) => {
          const next = event.target.value;
          if (/[,;]$/.test(next) || suggestions.includes(next.trim())) add(next);
          else setText(next);
        }}
        onPaste={(event) => {
          const pasted = event.clipboardData.getData("text");
          if (!/[\s,;]/.test(pasted.trim())) return;
          event.preventDefault();
          add(pasted);
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === "Enter" && text.trim()) {
            event.preventDefault();
            add(text);
          }
          if (event.key === "Backspace" && text === "") onChange(values.slice(0, -1));
        }}
        onBlur={() => add(text)}
        className={`min-w-[110px] flex-1 bg-transparent pl-1 text-field outline-none ${machine ? "mono !text-[12.5px] phone:!text-[16px]" : ""}`}
      />
      {suggestions.length > 0 && (
        <datalist id={list}>
          {suggestions
            .filter((one) => !values.includes(one))
            .map((one) => (
              <option key={one} value={one} />
            ))}
        </datalist>
      )}
    </div>
  );
}
