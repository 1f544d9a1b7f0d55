import { useId } from "react";

interface TickProps {
  label: string;
  hint?: string;
  checked: boolean;
  disabled?: boolean;
  onChange: (checked: boolean) => void;
}

/** A box to tick with what to know about it. */
export function Tick({ label, hint, checked, disabled, onChange }: TickProps) {
  const id = useId();
  return (
    <div className="mt-3">
      <label className="flex items-start gap-2 touch:min-h-11 touch:items-center">
        <input
          type="checkbox"
          checked={checked}
          disabled={disabled}
          aria-describedby={hint && id}
          onChange={(event) => onChange(event.target.checked)}
          className="mt-[3px] size-3.5 accent-accent-fill touch:size-5"
        />
        {label}
      </label>
      {hint && (
        <p id={id} className="pl-[22px] text-hint leading-hint text-ink-3">
          {hint}
        </p>
      )}
    </div>
  );
}
